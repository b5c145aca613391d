"""Quorum: which agencies must be there for a meeting to decide, written as it is read.

`present("council") & others(2, than="council")`: they combine with & and |, print as plain words,
and say what is missing in the same words.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class There:
    """Somebody who came: the agency they came for, however it is told apart, and its kind."""

    agency: str
    kind: str


Naming = Callable[[str], str]


class Quorum(ABC):
    """Something that holds, or does not, of those who came."""

    @abstractmethod
    def met(self, there: Collection[There]) -> bool:
        """Whether enough came."""

    @abstractmethod
    def missing(self, there: Collection[There], naming: Naming = str) -> tuple[str, ...]:
        """What is missing, each in plain words; nothing where enough came."""

    @abstractmethod
    def in_words(self, naming: Naming = str) -> str:
        """Who must be there, as a person reads it."""

    @abstractmethod
    def kinds(self) -> frozenset[str]:
        """Every kind of agency it names."""

    def __and__(self, other: "Quorum") -> "Quorum":
        return _Both(self, other)

    def __or__(self, other: "Quorum") -> "Quorum":
        return _Either(self, other)


def present(*kinds: str) -> Quorum:
    """An agency of any of these kinds came. Raises ValueError where none is named."""
    if not kinds:
        raise ValueError("A quorum must say who is to be present.")
    return _Present(kinds)


def others(number: int, *, than: str = "") -> Quorum:
    """At least so many agencies came, none of the kind `than`.

    Two people of one agency are one agency. Raises ValueError for fewer than one.
    """
    if number < 1:
        raise ValueError("A quorum of others must ask for one at the least.")
    return _Others(number, than)


@dataclass(frozen=True)
class _Present(Quorum):
    any_of: tuple[str, ...]

    def met(self, there: Collection[There]) -> bool:
        return any(each.kind in self.any_of for each in there)

    def missing(self, there: Collection[There], naming: Naming = str) -> tuple[str, ...]:
        return () if self.met(there) else (self.in_words(naming),)

    def in_words(self, naming: Naming = str) -> str:
        return " or ".join(naming(kind) for kind in self.any_of)

    def kinds(self) -> frozenset[str]:
        return frozenset(self.any_of)


@dataclass(frozen=True)
class _Others(Quorum):
    number: int
    than: str

    def met(self, there: Collection[There]) -> bool:
        return len(self._came(there)) >= self.number

    def missing(self, there: Collection[There], _naming: Naming = str) -> tuple[str, ...]:
        short = self.number - len(self._came(there))
        if short <= 0:
            return ()
        return (f"{short} more {'agency' if short == 1 else 'agencies'}",)

    def in_words(self, _naming: Naming = str) -> str:
        other = "other " if self.than else ""
        return f"{self.number} {other}{'agency' if self.number == 1 else 'agencies'}"

    def kinds(self) -> frozenset[str]:
        return frozenset({self.than} - {""})

    def _came(self, there: Collection[There]) -> set[str]:
        return {each.agency for each in there if each.kind != self.than}


@dataclass(frozen=True)
class _Both(Quorum):
    left: Quorum
    right: Quorum

    def met(self, there: Collection[There]) -> bool:
        return self.left.met(there) and self.right.met(there)

    def missing(self, there: Collection[There], naming: Naming = str) -> tuple[str, ...]:
        return (*self.left.missing(there, naming), *self.right.missing(there, naming))

    def in_words(self, naming: Naming = str) -> str:
        return f"{self.left.in_words(naming)} and {self.right.in_words(naming)}"

    def kinds(self) -> frozenset[str]:
        return self.left.kinds() | self.right.kinds()


@dataclass(frozen=True)
class _Either(Quorum):
    left: Quorum
    right: Quorum

    def met(self, there: Collection[There]) -> bool:
        return self.left.met(there) or self.right.met(there)

    def missing(self, there: Collection[There], naming: Naming = str) -> tuple[str, ...]:
        return () if self.met(there) else (self.in_words(naming),)

    def in_words(self, naming: Naming = str) -> str:
        return f"either {self.left.in_words(naming)}, or {self.right.in_words(naming)}"

    def kinds(self) -> frozenset[str]:
        return self.left.kinds() | self.right.kinds()
