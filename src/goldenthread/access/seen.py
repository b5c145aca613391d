"""How much of one record a viewer sees: its level, the field classes shown, and why they look."""

from dataclasses import dataclass

from goldenthread.access import need_to_know, record_states, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass, GrantKind
from goldenthread.records.protected import Protected


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is opened. `purposes` are those of the relationships that open it."""

    level: Level = Level.NOTHING
    shown: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()

    @property
    def masked(self) -> frozenset[str]:
        """The field classes that are not shown."""
        return frozenset(catalogue.declared(FieldClass)) - self.shown


def of(*, viewer: Viewer, record: Protected, reading: bool = True) -> Seen:
    """Return what the viewer sees of a record they see at all.

    Of several relationships each opens what it opens: the highest level, and whatever any shows.
    Where it is not for `reading`, those one only looks through open nothing.
    """
    kinds = rows.relationships(viewer=viewer, record=record)
    if not reading:
        kinds = {kind: most for kind, most in kinds.items() if not _reads_only(kind)}
    state = record_states.of(record) if kinds else ""
    found = [
        sight
        for sight in need_to_know.sees(catalogue.role(viewer.role))
        if sight.by in kinds and (state in sight.states or need_to_know.ANY in sight.states)
    ]
    classes = catalogue.declared(FieldClass).values()
    return Seen(
        level=max((min(s.level, Level(kinds[s.by])) for s in found), default=Level.NOTHING),
        shown=frozenset(each.key for sight in found for each in classes if sight.shown(each)),
        purposes=frozenset(catalogue.declared(GrantKind)[sight.by].purpose for sight in found),
    )


def _reads_only(kind: str) -> bool:
    declared = catalogue.declared(GrantKind).get(kind)
    return declared is not None and declared.reads_only
