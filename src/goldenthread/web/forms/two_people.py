"""What a page shows of an act that takes two people: what waits, what it is about, what changed."""

from typing import Any
from uuid import UUID

from goldenthread.access.viewer import Viewer
from goldenthread.actions import second_person
from goldenthread.actions.second_person import Standing


def waiting(*, viewer: Viewer, act: str, about: UUID, now_is: Standing) -> dict[str, Any]:
    """Return what is asked for and waits, as far as the viewer sees, and how it stands today."""
    asked = second_person.waiting(viewer=viewer, act=act, about=about)
    return {
        "asked": asked,
        "mine": asked is not None and asked.asked_by_id == viewer.account_id,
        "now_is": now_is,
        "changed": second_person.changed(asked=asked, now_is=now_is) if asked else (),
        "shown": second_person.fingerprint(now_is),
    }
