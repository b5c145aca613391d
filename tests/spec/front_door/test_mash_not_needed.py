"""Blue: no enquiry, with its reason; and not where one is open already."""

from goldenthread.content.front_door.mash_not_needed import mash_not_needed, mash_not_needed_form
from goldenthread.language import answers as reading
from goldenthread.language import step as steps

WHY = {"mash_not_needed_why": "The health visitor is already with the family."}


def test_blue_needs_its_reason():
    assert not reading.check(mash_not_needed_form, WHY)
    assert [each.field for each in reading.check(mash_not_needed_form, {})] == [*WHY]


def test_blue_is_not_said_of_an_enquiry_that_is_open():
    assert steps.refusals(mash_not_needed, {**WHY, "mash_priority": "red"})
    assert not steps.refusals(mash_not_needed, WHY)
