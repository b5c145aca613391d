"""The neglect toolkit: what must be said, what it advises, and that it never decides (R27.1-5)."""

import pytest

from goldenthread.content.protection.tools.neglect_items import RATED, SOMETIMES, VERY
from goldenthread.content.protection.tools.neglect_toolkit import neglect_toolkit
from goldenthread.language import answers as reading

FINE = dict.fromkeys(RATED, "not-concerned") | {
    "neglect_known_since": "Since September",
    "neglect_parent_told": "yes",
    "neglect_parent_view": "We are tired",
    "neglect_worried": "Tired on Mondays",
    "neglect_well": "Grandmother helps",
    "neglect_happen": "Breakfast club",
    "neglect_judgement": "single-agency",
    "neglect_judgement_why": "It is getting better",
}
BED = {"neglect_bed_evidence": "Sleeps on the sofa, seen 2 March"}


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, []),
        # R27.3: evidence is mandatory for a concern.
        ({"neglect_bed": VERY}, ["neglect_bed_evidence"]),
        ({"neglect_bed": SOMETIMES}, ["neglect_bed_evidence"]),
        ({"neglect_bed": VERY, **BED}, []),
        ({"neglect_bed": {"not_known": True}}, []),
        ({"neglect_bed": None}, ["neglect_bed"]),
        # R27.2: an honest conversation, or why not.
        ({"neglect_parent_told": "no", "neglect_parent_view": None}, ["neglect_parent_why_not"]),
        # The judgement and its reason are given whatever is advised.
        ({"neglect_judgement_why": None}, ["neglect_judgement_why"]),
    ],
)
def test_what_must_be_said(changed, missing):
    answers = {key: value for key, value in {**FINE, **changed}.items() if value is not None}

    assert [problem.field for problem in reading.check(neglect_toolkit, answers)] == missing


@pytest.mark.parametrize(
    ("rated", "advised"),
    [("not-concerned", "single-agency"), (SOMETIMES, "early-help"), (VERY, "referral")],
)
@pytest.mark.parametrize("judged", ["single-agency", "early-help", "referral", "urgent"])
def test_it_advises_and_any_judgement_stands_beside_it(rated, advised, judged):
    answers = {**FINE, "neglect_bed": rated, "neglect_judgement": judged}

    found = neglect_toolkit.advice.of(answers)

    assert found.band.key == advised
    # R27.5: nothing is added up.
    assert found.counted is None
    assert neglect_toolkit.advice.judged(answers).choice == judged


def test_what_the_dataset_counts_of_it():
    (count,) = neglect_toolkit.counts
    assert count.of({**FINE, "neglect_bed": VERY, "neglect_warm": VERY}) == 2
    assert count.of({**FINE, "neglect_bed": SOMETIMES}) == 0
