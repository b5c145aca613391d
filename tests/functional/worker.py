"""The worker's part in a journey: the jobs that were committed, run in their order."""

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def run_waiting() -> list[str]:
    """Run every job that waits, as the worker would; return their names."""
    waiting = list(ProcrastinateJob.objects.filter(status="todo").order_by("id"))
    for job in waiting:
        app.tasks[job.task_name].func(**job.args)
    return [job.task_name for job in waiting]
