"""What is done while nobody is working."""

from datetime import datetime

from goldenthread.actions import datasets
from goldenthread.project import databases, home


def extract(*, now: datetime) -> None:
    """Write a snapshot of the records as they are, signed in as the role that may only count."""
    datasets.extract(home=home.folder(), url=databases.url("gt_extract"), now=now)
