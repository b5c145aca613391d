"""One answer: typed words made into a value, and what is wrong with a value.

Every path into the records asks `objection`, whether the answer was typed, sent or drafted.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.kernel import check_digit
from goldenthread.language import text, wording
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.question import Kind, Question

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"[0-9+()\-. ]{3,}( ?(x|ext\.?|extension) ?[0-9]+)?", re.IGNORECASE)

# Nobody in the records was born, and nothing due, outside these years: a slip of the keyboard is.
_YEARS = range(1900, 2101)
_LARGEST = 999_999_999


# What carries its own check, or has one form. Kept as written; read into one form on the record.
_CHECKED: Mapping[Kind, Callable[[str], str]] = {
    Kind.NHS_NUMBER: check_digit.nhs_number,
    Kind.UPN: check_digit.upn,
    Kind.POSTCODE: check_digit.postcode,
}


class Unreadable(ValueError):
    """Typed words that cannot be made into the kind of answer asked for; says what to do."""


@dataclass(frozen=True)
class Posted:
    """The fields of one form, or of one row of a repeating section, by the question's key."""

    fields: Mapping[str, object]
    prefix: str = ""

    def texts(self, name: str) -> list[str]:
        """Every non-blank text posted under `name`, tidied; whatever else was sent is passed by."""
        sent = self.fields.get(f"{self.prefix}{name}")
        found = sent if isinstance(sent, list) else [sent]
        tidied = [text.tidy(each) for each in found if isinstance(each, str)]
        return [each for each in tidied if each]

    def text(self, name: str) -> str:
        """The last text posted under `name`, as browsers mean it; "" for none."""
        return (self.texts(name) or [""])[-1]


def typed(question: Question, posted: Posted) -> object | None:
    """The value somebody typed for the question; None for a blank.

    Raises Unreadable where the words make no date or number, or contradict themselves.
    """
    value = _READERS.get(question.kind, _read_text)(question, posted)
    if not (question.may_be_not_known and posted.text(f"{question.key}-not_known") == "yes"):
        return value
    if value is not None:
        raise Unreadable(f"{wording.enter(question)} or say that it is not known, not both")
    return dict(NOT_KNOWN)


def objection(question: Question, value: object, *, on: date | None = None) -> str | None:
    """What is wrong with a value given to the question, and what to do; None if nothing is.

    Given `on`, an option that is not offered that day is refused.
    """
    if value == NOT_KNOWN:
        allowed = question.may_be_not_known and value["not_known"] is True
        return None if allowed else f"{wording.enter(question)}: it cannot be left as not known"
    match question.kind:
        case Kind.CHOICE:
            return _object_to_choices(question, [value], on)
        case Kind.CHOICES:
            return _object_to_choices(question, value, on)
        case Kind.YES_NO:
            return None if value in ("yes", "no") else f"{wording.enter(question)}: yes or no"
        case Kind.DATE:
            return _object_to_date(question, value) or _object_to_day(question, value, on)
        case Kind.WHOLE_NUMBER:
            fits = type(value) is int and 0 <= value <= _LARGEST
            return None if fits else wording.whole_number(question)
        case _:
            return _object_to_text(question, value)


def _read_text(question: Question, posted: Posted) -> str | None:
    return posted.text(question.key) or None


def _read_choices(question: Question, posted: Posted) -> list[str] | None:
    return list(dict.fromkeys(posted.texts(question.key))) or None


def _read_whole_number(question: Question, posted: Posted) -> int | None:
    written = posted.text(question.key)
    if not written:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", written):
        raise Unreadable(wording.whole_number(question))
    return int(written)


def _read_date(question: Question, posted: Posted) -> str | None:
    parts = {part: posted.text(f"{question.key}-{part}") for part in ("day", "month", "year")}
    if not any(parts.values()):
        return None
    missing = [part for part, written in parts.items() if not written]
    if missing:
        lacking = " and ".join(f"a {part}" for part in missing)
        raise Unreadable(f"{wording.subject(question)} must include {lacking}")
    written = "-".join((parts["year"], parts["month"].zfill(2), parts["day"].zfill(2)))
    if _object_to_date(question, written):
        raise Unreadable(wording.real_date(question))
    return written


_READERS: Mapping[Kind, Callable[[Question, Posted], object | None]] = {
    Kind.CHOICES: _read_choices,
    Kind.DATE: _read_date,
    Kind.WHOLE_NUMBER: _read_whole_number,
}


def _object_to_choices(question: Question, value: object, on: date | None) -> str | None:
    offered = [option.key for option in question.options if option.offered(on)]
    if not isinstance(value, list) or not value:
        return wording.enter(question)
    alone = [each for each in question.options if each.alone and each.key in value]
    if alone and len(value) > 1:
        return wording.alone(question, alone[0].label)
    once = all(value.count(each) == 1 for each in value)
    if once and all(each in offered for each in value):
        return None
    return f"{wording.enter(question)} from the answers listed"


def _object_to_date(question: Question, value: object) -> str | None:
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        return wording.real_date(question)
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return wording.real_date(question)
    return None if day.year in _YEARS else wording.real_date(question)


def _object_to_day(question: Question, value: object, on: date | None) -> str | None:
    if question.within is None or on is None:
        return None
    day = date.fromisoformat(str(value))
    return None if question.within.contains(day, on=on) else question.within.says


def _object_to_text(question: Question, value: object) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return wording.enter(question)
    told = wording.subject(question)
    if not text.can_be_kept(value):
        return f"{told} has a character that cannot be kept: type it again"
    if question.longest and len(value) > question.longest:
        return f"{told} must be {question.longest:,} characters or fewer"
    if "\n" in value and question.kind is not Kind.LONG_TEXT:
        return f"{told} must be on one line"
    if value != text.tidy(value):
        return f"{told} must be in Unicode form NFC with no space before or after it"
    if question.kind is Kind.PHONE and not _PHONE.fullmatch(value):
        return f"{told} must be a telephone number, like 01632 960 001"
    if question.kind is Kind.EMAIL and not _EMAIL.fullmatch(value):
        return f"{told} must be an email address, like name@example.com"
    return _object_to_number(question, value)


def _object_to_number(question: Question, value: str) -> str | None:
    check = _CHECKED.get(question.kind)
    try:
        if check:
            check(value)
    except ValueError as wrong:
        return str(wrong)
    return None
