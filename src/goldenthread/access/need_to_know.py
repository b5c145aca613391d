"""The table a Caldicott Guardian signs: who sees what, through which relationship, by which verb.

What it does not list, nobody sees. It is written out as CSV for whoever checks the service against
it, and its SHA-256 is what a signature is of.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from enum import StrEnum

from goldenthread.content import catalogue
from goldenthread.content.need_to_know import sights, signed, verbs
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, Sight, Signature
from goldenthread.language.role import Role

NONE, ANY = "none", "any"


class Standing(StrEnum):
    """Whether the table is signed, and is still what was signed."""

    UNSIGNED = "unsigned"
    SIGNED = "signed"
    CHANGED = "changed since it was signed"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table, named as its CSV is headed.

    With the relationship "none" it says that a role may do something that opens nobody's record;
    with "none in:police", that those of it who work for the police alone may. A verb that opens one
    is kept to them as "intelligence.record@police".
    """

    role: str
    relationship: str
    record_state: str
    level: int
    field_class: str
    shown: str
    verb: str


def rows() -> Iterator[Row]:
    """Yield the whole table, role by role in the order of their keys."""
    for _, role in sorted(catalogue.declared(Role).items()):
        yield from of(role)


def of(role: Role) -> Iterator[Row]:
    """Yield what one role may do without a record, then what each relationship shows it of one."""
    for verb in sorted(verb for verb in role.may if verbs.NEEDS[verb] == Level.NOTHING):
        yield Row(
            role=role.key, relationship=_without(role, verb), record_state=ANY, level=Level.NOTHING,
            field_class=ANY, shown="masked", verb=verb,
        )  # fmt: skip
    for sight in sees(role):
        may = role.may & verbs.READING if _kind_of(sight).reads_only else role.may
        opening = sorted(verb for verb in may if Level.NOTHING < verbs.NEEDS[verb] <= sight.level)
        kept = ["@".join((verb, *role.only_for.get(verb, ()))) for verb in opening]
        for state in sight.states:
            yield from _of_sight(role=role, sight=sight, state=state, opening=kept)


def _without(role: Role, verb: str) -> str:
    """Return "none", and the kinds of agency it is kept to where the role is held in others too."""
    return " ".join((NONE, *(f"in:{kind}" for kind in role.only_for.get(verb, ()))))


def _of_sight(*, role: Role, sight: Sight, state: str, opening: list[str]) -> Iterator[Row]:
    for _, kind in sorted(catalogue.declared(FieldClass).items()):
        yield Row(
            role=role.key,
            relationship=sight.by,
            record_state=state,
            level=sight.level,
            field_class=kind.key,
            shown="shown" if sight.shown(kind) else "masked",
            verb=" ".join(opening),
        )


def sees(role: Role) -> tuple[Sight, ...]:
    """Return what its relationships open to it, its own drafts and files first."""
    return (*sights.EVERYBODY, *role.sees)


def given_now(sight: Sight) -> bool:
    """Whether the relationship is one that is given yet."""
    return _kind_of(sight).given_now


def _kind_of(sight: Sight) -> GrantKind:
    return catalogue.declared(GrantKind)[sight.by]


def purpose_of(kind: GrantKind) -> Purpose:
    """Return why one looks who has this relationship."""
    return catalogue.declared(Purpose)[kind.purpose]


def as_csv() -> str:
    """Return the table as CSV, a line for each row under its heads."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([field.name for field in fields(Row)])
    writer.writerows(astuple(row) for row in rows())
    return written.getvalue()


def digest() -> str:
    """Return the SHA-256 of the table as CSV, in hexadecimal."""
    return hashlib.sha256(as_csv().encode()).hexdigest()


def signature() -> Signature | None:
    """Return the signature claimed, if any."""
    return signed.SIGNATURE


def standing() -> Standing:
    """Return whether the table is signed, and is still the one that was."""
    claimed = signature()
    if claimed is None:
        return Standing.UNSIGNED
    return Standing.SIGNED if claimed.sha256 == digest() else Standing.CHANGED
