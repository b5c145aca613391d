"""What the extract may read of an entry: what is chosen, and never what is written."""

from collections.abc import Mapping
from typing import Any

from goldenthread.language.step import Step


def counted(*, step: Step, answers: Mapping[str, object]) -> dict[str, Any]:
    """Return what the extract may read: the answers whose question names a dataset column.

    Of words it may learn that there are some.
    """
    columns = {
        question.column: answers[question.key]
        for question in step.questions
        if question.column and question.key in answers
    }
    given = {
        question.given_column: "yes"
        for question in step.questions
        if question.given_column and answers.get(question.key)
    }
    numbers = {
        count.column: count.of(answers)
        for form in step.forms
        for count in (*form.counts, *((form.advice.count,) if form.advice else ()))
        if count and count.column
    }
    # Not asked: it follows from the kind of agency the referral came from.
    source = {"source_code": answers["source_code"]} if "source_code" in answers else {}
    return columns | given | numbers | source
