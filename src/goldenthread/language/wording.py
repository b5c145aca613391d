"""What people are told about their answers: what is wrong, and what to do."""

from goldenthread.language import text
from goldenthread.language.question import Kind, Question

_SELECTED = (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO)


def enter(question: Question) -> str:
    """What to do about a blank: "Enter the child's given name", "Select the outcome"."""
    if not question.called and question.asks.endswith("?"):
        return f"Answer the question “{question.asks}”"
    verb = "Select" if question.kind in _SELECTED else "Enter"
    return f"{verb} {question.called or text.lower_first(question.asks)}"


def subject(question: Question) -> str:
    """The answer as a sentence begins with it: "Date of birth", "The child's given name"."""
    if not question.called and question.asks.endswith("?"):
        return f"The answer to “{question.asks}”"
    return text.upper_first(question.called or question.asks)


def real_date(question: Question) -> str:
    """What to do about three numbers that are no date."""
    return f"{subject(question)} must be a real date, like 27 3 2012"


def whole_number(question: Question) -> str:
    """What to do about a number that cannot be counted with."""
    return f"{subject(question)} must be a whole number, like 3"


def same_twice(one: str, place: int, before: int) -> str:
    """What to do about somebody told of twice; twins not yet named are told apart by a word."""
    return (
        f"{text.upper_first(one)} {place} is the same as {one} {before}: take one out, or tell "
        "them apart by their names"
    )


def alone(question: Question, label: str) -> str:
    """What to do about an answer that leaves no room for another."""
    return f"{enter(question)}: “{label}” cannot go with any other answer"
