"""Breaking the glass: what somebody refused for want of a relationship may be offered instead.

Nothing is offered yet: the asking, its hour and its alerts come with it.
"""

from goldenthread.access.viewer import Viewer


def offered(*, viewer: Viewer, reason: str) -> bool:  # noqa: ARG001  # asked of each refusal
    """Return whether the viewer may break the glass after a refusal for this reason."""
    return False
