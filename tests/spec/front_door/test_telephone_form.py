"""A call written down. R1.7: the public may be anonymous, a professional may not."""

import pytest

from goldenthread.content.front_door.contact import received
from goldenthread.content.front_door.telephone_form import telephone_form
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

CHILD = {"given_name": "Amir", "family_name": "Khan", "date_of_birth": "2012-03-27", "sex": "M"}
PUBLIC = {
    "caller_kind": "public",
    "caller_source": "9",
    "children": [CHILD],
    "in_danger_now": "no",
    "worried_about": "Shouting every night.",
    "level_of_need": "not-sure",
}
PROFESSIONAL = PUBLIC | {
    "caller_kind": "professional",
    "caller_name": "Priya Shah",
    "caller_works": "Health visitor, Locala",
    "caller_number": "01632 960 001",
    "caller_source": "3b",
}


@pytest.mark.parametrize("call", [PUBLIC, PROFESSIONAL])
def test_a_call_is_complete(call):
    assert reading.check(telephone_form, call) == ()
    assert steps.refusals(received, call) == ()


@pytest.mark.parametrize("key", ["caller_name", "caller_works", "caller_number"])
def test_a_professional_says_who_they_are(key):
    call = {name: value for name, value in PROFESSIONAL.items() if name != key}

    assert [problem.field for problem in reading.check(telephone_form, call)] == [key]


@pytest.mark.parametrize("source", ["1a", "1b", "1c", "1d", "9"])
def test_a_professional_is_not_counted_as_anonymous_or_as_family(source):
    (problem,) = steps.refusals(received, PROFESSIONAL | {"caller_source": source})

    assert problem.field == "caller_source"


def test_a_professional_may_be_acknowledged_by_e_mail_and_the_public_is_not_asked():
    """R2.5: an acknowledgement reaches whoever referred; who gives no address had it by telephone."""
    written_to = PROFESSIONAL | {"caller_email": "priya.shah@example.invalid"}
    assert reading.check(telephone_form, written_to) == ()
    (problem,) = reading.check(telephone_form, PROFESSIONAL | {"caller_email": "priya"})
    assert problem.field == "caller_email"
    (email,) = [each for each in telephone_form.questions if each.key == "caller_email"]
    assert email.only_if is not None and not email.only_if.holds(PUBLIC)


def test_a_call_written_down_before_is_read_as_it_was_asked():
    before = telephone_form.at(1)
    assert reading.check(before, PROFESSIONAL) == ()
    assert "caller_email" not in {each.key for each in before.questions}
