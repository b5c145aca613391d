"""What holds of every form that is about one child, whatever it asks."""

import pytest

from goldenthread.content import catalogue
from goldenthread.language.instrument import Instrument
from tests.spec import recording

FORMS = tuple(
    form
    for form in catalogue.declared(Instrument).values()
    if not any(section.repeats for section in form.sections)
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_a_form_filled_as_shortly_as_it_may_be_is_taken(form):
    assert recording.asked_for(form, "") == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_that_is_needed_may_be_left_out(form):
    needed = recording.filled(form, "")

    for key in needed:
        assert key in recording.asked_for(form, f"{key}=-"), key
