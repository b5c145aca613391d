"""The night: what is handed over says what to watch for and what to do; the night hands back."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.front_door.night import morning_form, night_form
from goldenthread.language import answers as reading
from goldenthread.language import step as steps


@pytest.mark.parametrize(
    ("form", "missing"),
    [(night_form, ["watch_for", "do_if"]), (morning_form, ["night_happened"])],
)
def test_what_must_be_said(form, missing):
    assert [problem.field for problem in reading.check(form, {})] == missing


def test_the_day_hands_over_and_the_night_hands_back():
    over, back = (catalogue.step(f"night-handed-{way}") for way in ("over", "back"))

    assert steps.may_record(over, "front-door-screener", {})
    assert not steps.may_record(over, "emergency-duty-worker", {})
    assert steps.may_record(back, "emergency-duty-worker", {})
    assert not steps.may_record(back, "front-door-manager", {})
    assert over.repeatable
    assert back.repeatable
