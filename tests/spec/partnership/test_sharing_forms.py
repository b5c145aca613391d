"""What must be said before something is given to another agency, and what is refused."""

from datetime import date

import pytest

from goldenthread.content.partnership import sharing_forms as forms
from goldenthread.content.partnership import sharing_questions as questions
from goldenthread.content.partnership import sharing_rules
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

DAY = date(2020, 4, 1)
FULL = {
    "purpose": "section-47",
    "necessity": "The school must know whom to let collect her",
    "lawful_basis": "public-task",
    "power": "help-with-enquiries",
    "condition": "safeguarding",
    "agreement": "given",
}


def refused(**answers: str) -> list[str]:
    given = {**FULL, **answers}
    problems = (
        *reading.check(forms.sharing, given, on=DAY),
        *steps.broken(sharing_rules.RULES, given),
    )
    return [problem.field for problem in problems]


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        (
            forms.sharing,
            ["purpose", "necessity", "lawful_basis", "power", "condition", "agreement"],
        ),
        (
            forms.sharing_outside,
            [
                "told_name", "told_agency", "way", "purpose", "necessity", "lawful_basis", "power",
                "condition", "agreement",
            ],
        ),
        (
            forms.sharing_declined,
            ["asked_by", "asked_agency", "asked_for", "purpose", "why_not", "why_not_words"],
        ),
    ],
)  # fmt: skip
def test_what_must_be_said(form, missing):
    assert [problem.field for problem in reading.check(form, {}, on=DAY)] == missing


TABLE = [
    # what is answered otherwise, what is refused
    ({}, []),
    ({"agreement": "refused-overridden", "agreement_why": "She is in danger"}, []),
    ({"agreement": "refused-overridden"}, ["agreement_why"]),
    ({"agreement": "not-sought-unsafe"}, ["agreement_why"]),
    ({"lawful_basis": "consent"}, []),
    ({"lawful_basis": "consent", "agreement": "not-needed"}, ["lawful_basis"]),
    (
        {"lawful_basis": "legal-obligation", "power": "co-operation"},
        ["power"],
    ),
    ({"until": "2020-04-01"}, []),
    ({"until": "2020-03-31"}, ["until"]),
    ({"until": "2021-04-02"}, ["until"]),
]


@pytest.mark.parametrize(("answers", "fields"), TABLE)
def test_what_is_refused(answers, fields):
    assert refused(**answers) == fields


@pytest.mark.parametrize("purpose", ["early-help", "section-17"])
@pytest.mark.parametrize("agreement", ["refused-overridden", "withdrawn"])
def test_help_that_was_refused_cannot_be_shared_on_consent(purpose, agreement):
    """Both rules have something against it; the first says what to do instead."""
    said = {"purpose": purpose, "agreement": agreement, "agreement_why": "They said no"}

    assert refused(**said, lawful_basis="consent")[0] == "lawful_basis"
    assert refused(**said) == []


@pytest.mark.parametrize(
    ("basis", "day", "offered"),
    [
        ("recognised-legitimate-interest", date(2026, 2, 4), False),
        ("recognised-legitimate-interest", date(2026, 2, 5), True),
        ("duty-to-share", date(2026, 4, 28), False),
        ("duty-to-share", date(2026, 4, 29), True),
        ("public-task", date(2018, 5, 24), False),
        ("public-task", date(2020, 4, 1), True),
    ],
)
def test_a_basis_is_offered_from_the_day_it_is_law(basis, day, offered):
    every = [option for question in forms.sharing.questions for option in question.options]
    (option,) = [option for option in every if option.key == basis]

    assert option.offered(day) is offered


def test_no_purpose_is_offered_whose_papers_must_name_nobody():
    keys = {option.key for option in questions.PURPOSE.options}

    assert not keys & {"statistics", "child-death", "practice-review", "audit"}


def test_every_basis_says_what_law_it_is():
    assert len(questions.BASES) == 21
    assert [basis.key for basis in questions.BASES if not basis.law.source] == []
