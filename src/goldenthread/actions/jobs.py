"""Asking for later work by name, with opaque ids only, in the transaction that needs it."""

from datetime import timedelta
from uuid import UUID

from procrastinate.contrib.django import app


def defer(name: str, **ids: UUID) -> None:
    """Ask for the job `name`; it exists only if the transaction now open commits."""
    app.configure_task(name, allow_unknown=True).defer(
        **{key: str(value) for key, value in ids.items()}
    )


def defer_in(name: str, after: timedelta, **ids: UUID) -> None:
    """Ask for the job `name` once `after` has passed; it exists only if the transaction commits."""
    app.configure_task(
        name, allow_unknown=True, schedule_in={"seconds": int(after.total_seconds())}
    ).defer(**{key: str(value) for key, value in ids.items()})
