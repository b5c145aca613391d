"""Conditions on answers, written as they are read: answer("outcome").equals("signposted").

They combine with & | ~ and print as plain words, so that the generated reference shows them.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

NOT_KNOWN = {"not_known": True}


def _as_it_is(_key: str, value: object) -> str:
    return str(value)


@dataclass(frozen=True, kw_only=True)
class Naming:
    """How a condition in words names a question, and a value of it: by their keys if not told."""

    question: Callable[[str], str] = str
    value: Callable[[str, object], str] = _as_it_is


BY_KEY = Naming()


class Condition(ABC):
    """Something that holds, or does not, of a set of answers."""

    @abstractmethod
    def holds(self, answers: Mapping[str, object]) -> bool:
        """Whether it holds; a question without an answer makes no comparison true."""

    @abstractmethod
    def keys(self) -> frozenset[str]:
        """The questions it asks about."""

    @abstractmethod
    def in_words(self, naming: Naming = BY_KEY) -> str:
        """The condition as a person reads it: "outcome is advice or signposted"."""

    def not_in_words(self, naming: Naming = BY_KEY) -> str:
        """Its contrary as a person reads it."""
        return f"not ({self.in_words(naming)})"

    def __repr__(self) -> str:
        return self.in_words()

    def __and__(self, other: "Condition") -> "Condition":
        return _Both(self, other)

    def __or__(self, other: "Condition") -> "Condition":
        return _Either(self, other)

    def __invert__(self) -> "Condition":
        return _Not(self)


@dataclass(frozen=True)
class Subject:
    """The answer to one question, of which a condition can be made."""

    key: str

    def equals(self, value: object) -> Condition:
        """It is `value`; where several may be chosen, `value` is among them."""
        return _OneOf(self.key, (value,))

    def one_of(self, *values: object) -> Condition:
        """It is one of `values`; where several may be chosen, any of them is."""
        return _OneOf(self.key, values)

    def given(self) -> Condition:
        """It has a value. Not known is an answer, but no value."""
        return _Given(self.key)

    def before(self, other: str) -> Condition:
        """It is a day, and an earlier one than the answer to `other` is."""
        return _Before(self.key, other)

    def same_day_as(self, other: str) -> Condition:
        """It is the day that the answer to `other` is."""
        return _SameDay(self.key, other)

    def on_a_weekend(self) -> Condition:
        """It is a Saturday or a Sunday."""
        return _OnAWeekend(self.key)

    def is_not_known(self) -> Condition:
        """It was answered as not known, which is different from blank."""
        return _NotKnown(self.key)


def answer(key: str) -> Subject:
    """The answer to the question with this key."""
    return Subject(key)


@dataclass(frozen=True, repr=False)
class _OneOf(Condition):
    key: str
    values: tuple[object, ...]

    def holds(self, answers: Mapping[str, object]) -> bool:
        found = answers.get(self.key)
        if isinstance(found, list):
            return any(value in found for value in self.values)
        return found in self.values

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        *before, last = [naming.value(self.key, value) for value in self.values]
        values = f"{', '.join(before)} or {last}" if before else last
        return f"{naming.question(self.key)} is {values}"

    def not_in_words(self, naming: Naming = BY_KEY) -> str:
        values = [naming.value(self.key, value) for value in self.values]
        neither = "neither " if len(values) > 1 else "not "
        return f"{naming.question(self.key)} is {neither}{' nor '.join(values)}"


@dataclass(frozen=True, repr=False)
class _Given(Condition):
    key: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        return answers.get(self.key) not in (None, "", [], NOT_KNOWN)

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is given"

    def not_in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is not given"


@dataclass(frozen=True, repr=False)
class _NotKnown(Condition):
    key: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        return answers.get(self.key) == NOT_KNOWN

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is not known"


@dataclass(frozen=True, repr=False)
class _Before(Condition):
    key: str
    other: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        day, other = _day(answers, self.key), _day(answers, self.other)
        return day is not None and other is not None and day < other

    def keys(self) -> frozenset[str]:
        return frozenset({self.key, self.other})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is before {naming.question(self.other)}"


@dataclass(frozen=True, repr=False)
class _SameDay(Condition):
    key: str
    other: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        day = _day(answers, self.key)
        return day is not None and day == _day(answers, self.other)

    def keys(self) -> frozenset[str]:
        return frozenset({self.key, self.other})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is the day of {naming.question(self.other)}"


@dataclass(frozen=True, repr=False)
class _OnAWeekend(Condition):
    key: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        day = _day(answers, self.key)
        return day is not None and day.isoweekday() > 5

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{naming.question(self.key)} is on a weekend"


def _day(answers: Mapping[str, object], key: str) -> date | None:
    try:
        return date.fromisoformat(str(answers.get(key)))
    except ValueError:
        return None


@dataclass(frozen=True, repr=False)
class _Both(Condition):
    left: Condition
    right: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return self.left.holds(answers) and self.right.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.left.keys() | self.right.keys()

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{_within(self.left, naming)} and {_within(self.right, naming)}"


@dataclass(frozen=True, repr=False)
class _Either(Condition):
    left: Condition
    right: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return self.left.holds(answers) or self.right.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.left.keys() | self.right.keys()

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return f"{_within(self.left, naming)}, or {_within(self.right, naming)}"


@dataclass(frozen=True, repr=False)
class _Not(Condition):
    inner: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return not self.inner.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.inner.keys()

    def in_words(self, naming: Naming = BY_KEY) -> str:
        return self.inner.not_in_words(naming)


def _within(condition: Condition, naming: Naming) -> str:
    words = condition.in_words(naming)
    return f"({words})" if isinstance(condition, (_Both, _Either)) else words
