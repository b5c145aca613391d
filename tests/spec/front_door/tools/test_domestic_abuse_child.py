"""How domestic abuse harms a child: one severe harm is advised as serious."""

import pytest

from goldenthread.content.front_door.tools.domestic_abuse_child import domestic_abuse_child
from goldenthread.language import answers as reading
from tests.spec import tables

TABLE = """
| what is seen | advised |
|---|---|
| none | low |
| some | moderate |
| severe | serious |
"""
AREAS = [q.key for q in domestic_abuse_child.sections[0].questions if not q.evidence_of]


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["what is seen"])
def test_what_is_advised(case):
    answers = dict.fromkeys(AREAS, "none") | {AREAS[-1]: case["what is seen"]}

    assert domestic_abuse_child.advice.of(answers).band.key == case["advised"]


def test_harm_is_shown_by_evidence():
    answers = dict.fromkeys(AREAS, "none") | {
        AREAS[0]: "some",
        "child_harm_judgement": "low",
        "child_harm_judgement_why": "Grandparents look after her",
    }
    (problem,) = reading.check(domestic_abuse_child, answers)
    assert problem.field == f"{AREAS[0]}_evidence"
