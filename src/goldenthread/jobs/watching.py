"""What keeps the trail: sealing it as it is written, anchoring its heads, and noticing looks."""

from datetime import datetime

from goldenthread.actions import anchors, look_samples, seals, signals
from goldenthread.project import databases, home


def seal() -> None:
    """Chain what is settled, signed in as the role that may only do that."""
    seals.seal(url=databases.url("gt_sealer"))


def anchor() -> None:
    """Append what is not anchored yet; fails, and is seen to, where it cannot be reached."""
    anchors.append(url=databases.url("gt_sealer"), file=home.anchor())


def notice(*, now: datetime) -> None:
    """Raise what a privacy officer should be asked about."""
    signals.watch_trail(now=now)


def draw(*, now: datetime) -> None:
    """Draw last week's looks for line managers to read."""
    look_samples.draw(now=now)
