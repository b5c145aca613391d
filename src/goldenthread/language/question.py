"""A question: one declaration gives the form field, its validation, the API field and a column."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.kernel import calendar, period
from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.condition import Condition


class Kind(StrEnum):
    """What sort of answer a question takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    YES_NO = "yes_no"
    WHOLE_NUMBER = "whole_number"
    PHONE = "phone"
    EMAIL = "email"
    NHS_NUMBER = "nhs_number"
    UPN = "upn"
    POSTCODE = "postcode"


@dataclass(frozen=True, kw_only=True)
class Within:
    """The days a date may fall on, counted from the day it is given, and what to do about another.

    At most `years` before it and `days` after it, both ends included.
    """

    years: int
    days: int
    says: str

    def contains(self, day: date, *, on: date) -> bool:
        """Whether `day` is one of them."""
        first = calendar.add_months(on, -12 * self.years)
        return first <= day <= on + timedelta(days=self.days)


# The most characters an answer may have where its question does not say.
_LENGTHS = {Kind.TEXT: 200, Kind.LONG_TEXT: 20_000, Kind.PHONE: 40, Kind.EMAIL: 254}
_LENGTHS |= dict.fromkeys((Kind.NHS_NUMBER, Kind.UPN, Kind.POSTCODE), 40)


@dataclass(frozen=True, kw_only=True)
class Option:
    """One of the answers a choice offers, between `since` and `until`, both days included.

    One that stands `alone` cannot be given with another, as "none of these" cannot.
    """

    key: str
    label: str
    hint: str = ""
    since: date | None = None
    until: date | None = None
    alone: bool = False
    formerly: tuple[str, ...] = ()

    def offered(self, on: date | None) -> bool:
        """Whether it is offered on that day; always, where no day is given."""
        return on is None or period.in_force(on, since=self.since, until=self.until)


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked, of whom it must be answered, and when.

    `asks` is the label. `called` is how a message names the answer ("the child's given name"),
    and is made from the label where it is left out. `required` may be a condition on the other
    answers; `only_if` says when the question is asked at all. `column` names the dataset column the
    answer goes to; `given_column` one that says "yes" where there is an answer and nothing of what
    it is, for words that may be counted and never read.
    `holds` is the field class of the answer, where it is not its section's. `within` are the days a
    date may fall on; `offers` the kind of name that is looked for beside a text, which may be any
    other, or among which a choice is made; the last option of such a choice stands whatever is
    found. `concept` names what is asked about where that is not what the key says: answers are laid
    beside older ones only while both are the same. `evidence_of` names the question it is evidence
    for (language.evidence).
    """

    key: str
    asks: str
    kind: Kind
    hint: str = ""
    options: tuple[Option, ...] = ()
    holds: str = ""
    required: bool | Condition = True
    only_if: Condition | None = None
    may_be_not_known: bool = False
    max_length: int | None = None
    within: Within | None = None
    offers: str = ""
    column: str | None = None
    given_column: str | None = None
    law: Citation | None = None
    called: str = ""
    concept: str = ""
    evidence_of: str = ""
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_field(self.key, *self.formerly)
        names.must_be_unique((option.key for option in self.options), within=self.key)
        if (self.kind in (Kind.CHOICE, Kind.CHOICES)) != bool(self.options):
            raise ValueError(f"{self.key!r} must have options if, and only if, it is a choice.")
        if self.within and self.kind is not Kind.DATE:
            raise ValueError(f"{self.key!r} must be a date to fall within days.")

    def offering(self, on: date) -> "Question":
        """It with those of its options alone that are offered on that day."""
        if all(option.offered(on) for option in self.options):
            return self
        return replace(self, options=tuple(each for each in self.options if each.offered(on)))

    @property
    def about(self) -> tuple[str, str, Kind]:
        """What it asks about: two questions are one across versions while this is the same."""
        return self.key, self.concept or self.key, self.kind

    @property
    def longest(self) -> int | None:
        """The most characters its answer may have; None for what is not written in words."""
        return self.max_length or _LENGTHS.get(self.kind)

    def label_of(self, option: str) -> str:
        """The label of one of its options; the key itself for one it no longer has."""
        labels = {each.key: each.label for each in self.options}
        return labels.get(option, option)
