"""Conditions on answers, written as they are read: answer("outcome").equals("signposted").

They combine with & | ~ and print as plain words, so that the generated reference shows them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

NOT_KNOWN = {"not_known": True}


class Condition:
    """Something that holds, or does not, of a set of answers."""

    def holds(self, answers: Mapping[str, object]) -> bool:
        """Whether it holds; a question without an answer makes no comparison true."""
        raise NotImplementedError

    def keys(self) -> frozenset[str]:
        """The questions it asks about."""
        raise NotImplementedError

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
        chosen = found if isinstance(found, list) else [found]
        return any(value in chosen for value in self.values)

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def __repr__(self) -> str:
        return f"{self.key} is {' or '.join(str(value) for value in self.values)}"


@dataclass(frozen=True, repr=False)
class _Given(Condition):
    key: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        return answers.get(self.key) not in (None, "", [], NOT_KNOWN)

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def __repr__(self) -> str:
        return f"{self.key} is given"


@dataclass(frozen=True, repr=False)
class _NotKnown(Condition):
    key: str

    def holds(self, answers: Mapping[str, object]) -> bool:
        return answers.get(self.key) == NOT_KNOWN

    def keys(self) -> frozenset[str]:
        return frozenset({self.key})

    def __repr__(self) -> str:
        return f"{self.key} is not known"


@dataclass(frozen=True, repr=False)
class _Both(Condition):
    left: Condition
    right: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return self.left.holds(answers) and self.right.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.left.keys() | self.right.keys()

    def __repr__(self) -> str:
        return f"({self.left} and {self.right})"


@dataclass(frozen=True, repr=False)
class _Either(Condition):
    left: Condition
    right: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return self.left.holds(answers) or self.right.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.left.keys() | self.right.keys()

    def __repr__(self) -> str:
        return f"({self.left} or {self.right})"


@dataclass(frozen=True, repr=False)
class _Not(Condition):
    inner: Condition

    def holds(self, answers: Mapping[str, object]) -> bool:
        return not self.inner.holds(answers)

    def keys(self) -> frozenset[str]:
        return self.inner.keys()

    def __repr__(self) -> str:
        return f"not ({self.inner})"
