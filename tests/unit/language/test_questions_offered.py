"""What a choice offers on a day: the options in force then, and no others."""

from datetime import date

from goldenthread.content.front_door.referral_closed import referral_closing
from goldenthread.content.partnership.sharing_forms import sharing


def offered(form, key, on):
    (asked,) = [each for each in form.offering(on).questions if each.key == key]
    return {option.key for option in asked.options}


def test_an_option_is_offered_from_its_first_day():
    assert "RC9" not in offered(referral_closing, "close_reason", date(2022, 3, 31))
    assert "RC9" in offered(referral_closing, "close_reason", date(2022, 4, 1))


def test_what_is_not_law_yet_is_not_offered():
    assert "duty-to-share" not in offered(sharing, "power", date(2020, 4, 1))
    assert "duty-to-share" in offered(sharing, "power", date(2026, 4, 29))


def test_a_form_all_of_whose_options_are_in_force_stays_as_it_is():
    assert sharing.offering(date(2026, 5, 1)) == sharing
