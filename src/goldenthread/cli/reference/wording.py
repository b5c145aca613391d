"""Declarations in the words of the reference."""

from collections.abc import Iterable
from datetime import date

from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import Limit, Unit
from goldenthread.kernel.words import plain_date
from goldenthread.language.condition import Condition, Naming
from goldenthread.language.question import Kind, Question
from goldenthread.language.text import upper_first

_UNITS = {
    Unit.WORKING_DAYS: "working day",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
    Unit.HOURS: "hour",
    Unit.DUTY_HOURS: "duty hour",
}
_STANDING = {
    "seen": "",
    "known": " (to be checked against the source)",
    "LOCAL": " (the partnership's own, with no statutory force)",
}


def law(citation: Citation | None) -> str:
    """Return where a rule comes from and how sure we are of it; "" for no citation."""
    if citation is None:
        return ""
    return f"{citation}{span(citation.since, citation.until)}{_STANDING[citation.status]}"


def span(since: date | None, until: date | None) -> str:
    """Return " from 4 July 2018 to 14 December 2023", or as much of it as is said."""
    started = f" from {plain_date(since)}" if since else ""
    return f"{started} to {plain_date(until)}" if until else started


def limit(declared: Limit) -> str:
    """Return "3 working days"."""
    unit = _UNITS[declared.unit]
    counted = f"{declared.amount} {unit}{'' if declared.amount == 1 else 's'}"
    return f"{counted} ({declared.duty})" if declared.duty else counted


def naming(questions: Iterable[Question]) -> Naming:
    """Return how a condition names these questions and their options: by the words people see."""
    by_key = {question.key: question for question in questions}

    def question(key: str) -> str:
        return f"“{by_key[key].asks}”" if key in by_key else f"`{key}`"

    def value(key: str, given: object) -> str:
        asked = by_key.get(key)
        if asked is not None and asked.kind is Kind.YES_NO:
            return str(given)
        return f"“{asked.label_of(str(given))}”" if asked else f"`{given}`"

    return Naming(question=question, value=value)


def where(condition: Condition | None, named: Naming) -> str:
    """Return " where “Is it?” is yes", or "" for no condition."""
    return f" where {condition.in_words(named)}" if condition else ""


def sentence(words: str) -> str:
    """Return the words as a sentence."""
    return upper_first(words).rstrip(".") + "."
