"""What keeps the trail: sealing it as it is written, and anchoring its heads elsewhere."""

from goldenthread.actions import anchors, seals
from goldenthread.project import databases, home

SEALING = "sealing"


def seal() -> None:
    """Chain what is settled, signed in as the role that may only do that."""
    seals.seal(url=databases.url("gt_sealer"))


def anchor() -> None:
    """Append what is not anchored yet; fails, and is seen to, where it cannot be reached."""
    anchors.append(url=databases.url("gt_sealer"), file=home.anchor())
