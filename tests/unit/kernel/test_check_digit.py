"""Numbers that carry their own check, and postcodes."""

import pytest

from goldenthread.kernel import check_digit


@pytest.mark.parametrize(
    ("check", "typed", "kept"),
    [
        (check_digit.nhs_number, "943 476 5919", "9434765919"),
        (check_digit.nhs_number, "943-476-5919", "9434765919"),
        (check_digit.upn, "h801200001001", "H801200001001"),
        (check_digit.postcode, " bd11hx", "BD1 1HX"),
        (check_digit.postcode, "EC1A 1bb", "EC1A 1BB"),
    ],
)
def test_a_right_one_is_kept_as_it_is_written(check, typed, kept):
    assert check(typed) == kept


@pytest.mark.parametrize(
    ("check", "typed"),
    [
        (check_digit.nhs_number, "9434765918"),
        (check_digit.nhs_number, "943476591"),
        (check_digit.nhs_number, "٩٤٣٤٧٦٥٩١٩"),
        (check_digit.nhs_number, "1000000010"),
        (check_digit.upn, "A801200001001"),
        (check_digit.upn, "H80120000100I"),
        (check_digit.upn, "H8012000"),
        (check_digit.postcode, "BD1"),
        (check_digit.postcode, "1HX BD1"),
        (check_digit.postcode, ""),
    ],
)
def test_a_wrong_one_is_refused_with_what_would_be_right(check, typed):
    with pytest.raises(ValueError, match=r"NHS|UPN|postcode"):
        check(typed)


def test_every_single_wrong_digit_of_an_nhs_number_is_seen():
    right = "9434765919"
    for place in range(10):
        for digit in "0123456789":
            typed = right[:place] + digit + right[place + 1 :]
            if typed != right:
                with pytest.raises(ValueError, match="wrong digit"):
                    check_digit.nhs_number(typed)
