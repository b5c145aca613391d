"""The nouns need to know is declared in: what is held, in which state, why, and who sees how much.

Nothing is seen that no `Sight` gives. A Caldicott Guardian signs the table these make together.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.level import Level


@dataclass(frozen=True, kw_only=True)
class FieldClass:
    """What sort of thing a field holds, and the level from which it is shown."""

    key: str
    title: str
    holds: str
    shown_from: Level
    law: Citation
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if not Level.SUMMARY <= self.shown_from <= Level.FULL:
            raise ValueError(f"{self.key!r} must be shown from level 2, 3 or 4.")


@dataclass(frozen=True, kw_only=True)
class RecordState:
    """What stands with a record, which may change who sees it.

    `order` says which of several holds: the highest. `sealed` is one whose records are kept in a
    store of their own: whoever is not on the access list is told that there is no such record.
    """

    key: str
    title: str
    meaning: str
    order: int
    law: Citation
    sealed: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """Why a record is looked at, and on what authority."""

    key: str
    title: str
    law: Citation
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)


@dataclass(frozen=True, kw_only=True)
class GrantKind:
    """A relationship that opens a record: what begins it, what ends it, why one looks.

    `most_days` is how long one may last whatever happens (None: until what gave it ends).
    `afterwards` names the kind that follows when it ends. `given_now` is false for one that a later
    part of this software gives: it opens nothing yet. Through one that `reads_only` a record is
    looked at, and nothing is done to it.
    """

    key: str
    title: str
    begins: str
    ends: str
    purpose: str
    law: Citation
    most_days: int | None = None
    afterwards: str = ""
    given_now: bool = True
    reads_only: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if self.most_days is not None and self.most_days < 1:
            raise ValueError(f"{self.key!r} must last a day at the least.")


@dataclass(frozen=True, kw_only=True)
class Sight:
    """How much a role sees through one relationship, of records in these states.

    `shows` are field classes shown though the level is lower than theirs, `hides` those masked
    though it is high enough.
    """

    by: str
    states: tuple[str, ...]
    level: Level
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if set(self.shows) & set(self.hides):
            raise ValueError(f"What is seen by {self.by!r} is both shown and hidden.")
        if self.level < Level.SUMMARY and (self.shows or self.hides):
            raise ValueError("Nothing is shown and nothing masked of a record that is not open.")

    def shown(self, field_class: FieldClass) -> bool:
        """Whether fields of this class are shown."""
        if self.level < Level.SUMMARY or field_class.key in self.hides:
            return False
        return field_class.key in self.shows or self.level >= field_class.shown_from


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Who agreed to the table, on which day, and the SHA-256 of the table they read."""

    name: str
    role: str
    on: date
    sha256: str
