"""Five minutes for an urgent worry and twenty for a full form, by a published model."""

import pytest

from tests.functional import siblings
from tests.functional.keystrokes import Counted

URGENT = "Mia says she was hit with a belt last night and is afraid to go home today."


def test_an_urgent_worry_takes_under_five_minutes(visit, record_property):
    counted = Counted(visit("Ruth"))
    counted.visitor.open("/concern/")
    counted.read()
    counted.press("It is urgent: use the short form")
    counted.write("Given name", "Mia")
    counted.write("Family name", "O'Brien")
    counted.write_date("Date of birth", "14 6 2011")
    counted.choose("Sex", "Female")
    counted.press("Continue")
    counted.choose("Is any of these children in danger right now?", "No")
    counted.write("What are you worried about?", URGENT)
    counted.write("What telephone number can we reach you on today?", "01274 000 111")
    counted.press("Continue")
    counted.press("Send to the front door")
    assert counted.headings[-1] == "The front door has it"
    record_property("urgent", str(counted))
    assert counted.minutes < 5


@pytest.mark.parametrize("children", [1, 3])
def test_a_full_form_takes_under_twenty_minutes(visit, record_property, children):
    counted = Counted(visit("Ruth"))
    counted.visitor.open("/concern/")
    counted.read()
    counted.press("Tell us about a worry")
    siblings.fill(counted, siblings.CHILDREN[:children])
    counted.press("Send to the front door")
    assert counted.headings[-1] == "The front door has it"
    record_property(f"full, {children}", str(counted))
    assert counted.minutes < 20
