"""What a role may see, for whoever signs for it and for each whose role it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from goldenthread.access import decision, need_to_know
from goldenthread.access.need_to_know import Standing
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import sights, verbs
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import (
    FieldClass,
    GrantKind,
    RecordState,
    Sight,
    Signature,
)
from goldenthread.language.role import Role

WHOLE, OWN = "need-to-know.read", "need-to-know.own"
ORDINARY, ANY = "Any, unless it is sealed", "Any"


@dataclass(frozen=True, kw_only=True)
class Through:
    """What one relationship opens, in words."""

    title: str
    begins: str
    ends: str
    purpose: str
    records: str
    level: int
    level_title: str
    shown: tuple[str, ...]
    masked: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RoleShown:
    """One role: what it may do, and what of a record each relationship opens to it."""

    key: str
    title: str
    question: str
    service: bool
    told_of_restricted: bool
    through: tuple[Through, ...]
    without_a_record: tuple[str, ...]
    with_a_record: tuple[str, ...]

    @property
    def most(self) -> int:
        """The highest level any relationship gives it, its own drafts and files apart."""
        return max((each.level for each in self.through[1:]), default=Level.NOTHING)


@dataclass(frozen=True, kw_only=True)
class Whole:
    """The whole table, whether it is signed, and the words it is read by."""

    roles: tuple[RoleShown, ...]
    levels: tuple[tuple[int, str], ...]
    field_classes: tuple[FieldClass, ...]
    record_states: tuple[RecordState, ...]
    to_come: tuple[GrantKind, ...]
    signature: Signature | None
    standing: Standing
    digest: str


def whole(*, viewer: Viewer) -> Whole:
    """Return the table for every role, people before machines. Raises Denied."""
    decision.require(viewer=viewer, verb=WHOLE)
    roles = sorted(catalogue.declared(Role).values(), key=lambda each: (each.service, each.title))
    kinds = catalogue.declared(GrantKind).values()
    return Whole(
        roles=tuple(_role(each) for each in roles),
        levels=tuple((level.value, level.title) for level in Level),
        field_classes=tuple(catalogue.declared(FieldClass).values()),
        record_states=tuple(
            sorted(catalogue.declared(RecordState).values(), key=lambda each: each.order)
        ),
        to_come=tuple(each for each in kinds if not each.given_now),
        signature=need_to_know.signature(),
        standing=need_to_know.standing(),
        digest=need_to_know.digest(),
    )


def as_csv(*, viewer: Viewer) -> str:
    """Return the table that is signed. Raises Denied."""
    decision.require(viewer=viewer, verb=WHOLE)
    return need_to_know.as_csv()


def own(*, viewer: Viewer) -> RoleShown:
    """Return what the viewer's own role may see. Raises Denied."""
    decision.require(viewer=viewer, verb=OWN)
    return _role(catalogue.role(viewer.role))


def _role(role: Role) -> RoleShown:
    return RoleShown(
        key=role.key,
        title=role.title,
        question=role.question,
        service=role.service,
        told_of_restricted=role.told_of_restricted,
        through=tuple(_through(sight) for sight in need_to_know.sees(role)),
        without_a_record=_words(
            (v for v in role.may if verbs.NEEDS[v] == Level.NOTHING), only_for=role.only_for
        ),
        with_a_record=_words(v for v in role.may if verbs.NEEDS[v] > Level.NOTHING),
    )


def _through(sight: Sight) -> Through:
    kind = catalogue.declared(GrantKind)[sight.by]
    classes: Mapping[bool, list[str]] = {True: [], False: []}
    for each in catalogue.declared(FieldClass).values():
        classes[sight.shown(each)].append(each.title)
    return Through(
        title=kind.title,
        begins=kind.begins,
        ends=kind.ends,
        purpose=need_to_know.purpose_of(kind).title,
        records=_records(sight.states),
        level=sight.level,
        level_title=sight.level.title,
        shown=tuple(classes[True]),
        masked=tuple(classes[False]),
    )


def _records(states: tuple[str, ...]) -> str:
    if states == sights.ORDINARY:
        return ORDINARY
    if states == (need_to_know.ANY,):
        return ANY
    declared = catalogue.declared(RecordState)
    return ", ".join(declared[state].title for state in states)


def _words(
    found: Iterable[str], *, only_for: Mapping[str, tuple[str, ...]] = MappingProxyType({})
) -> tuple[str, ...]:
    return tuple(sorted(_said(verb, only_for.get(verb, ())) for verb in found))


def _said(verb: str, kinds: tuple[str, ...]) -> str:
    return f"{verbs.WORDS[verb]}, of {' and '.join(kinds)} alone" if kinds else verbs.WORDS[verb]
