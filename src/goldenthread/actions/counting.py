"""What the extract may read of an entry: what is chosen, and never what is written."""

from collections.abc import Mapping
from typing import Any

from goldenthread.language.step import Step


def counted(*, step: Step, answers: Mapping[str, object]) -> dict[str, Any]:
    """Return what the extract may read: the answers whose question names a dataset column.

    Of words it may learn that there are some.
    """
    columns = {column: answers[key] for key, column in step.counted.items() if key in answers}
    given = {column: "yes" for key, column in step.counted_if_given.items() if answers.get(key)}
    numbers = {count.column: count.of(answers) for count in step.counts}
    # Not asked: it follows from the kind of agency the referral came from.
    source = {"source_code": answers["source_code"]} if "source_code" in answers else {}
    return columns | given | numbers | source
