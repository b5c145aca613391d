"""Who is kept from a record, what is asked of the family, and which two let somebody back.

UK GDPR Article 5(1)(f); SECURITY 2.1: nothing overrides it but two people together.
"""

import pytest

from goldenthread.content import exclusions


def test_it_is_declared_of_the_subject_the_family_those_near_and_any_other_conflict():
    assert set(exclusions.KINDS) == {
        "subject", "relative", "household", "ex-partner", "neighbour", "conflict",
    }  # fmt: skip
    assert {exclusions.SUBJECT, exclusions.HOUSEHOLD} < set(exclusions.KINDS)


def test_the_others_of_the_family_are_answered_for_one_way_or_another():
    assert list(exclusions.OTHERS) == ["household", "some", "nobody"]


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (("caldicott-guardian", "health"), ("safeguarding-partner", "council"), True),
        (("safeguarding-partner", "council"), ("caldicott-guardian", "police"), True),
        (("caldicott-guardian", "council"), ("safeguarding-partner", "police"), False),
        (("caldicott-guardian", "council"), ("caldicott-guardian", "health"), False),
        (("safeguarding-partner", "council"), ("safeguarding-partner", "council"), False),
        (("privacy-officer", "council"), ("safeguarding-partner", "council"), False),
    ],
)
def test_it_takes_a_guardian_and_the_councils_own_partner(one, other, may):
    assert exclusions.two_may_lift(one, other) is may
