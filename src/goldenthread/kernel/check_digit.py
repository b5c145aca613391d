"""Numbers that carry their own check: NHS numbers and unique pupil numbers; and postcodes.

Sources: NHS Data Dictionary, NHS NUMBER (modulus 11); Department for Education, Unique pupil
numbers: guidance, annex on the check letter; Royal Mail's form of a postcode.
"""

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")
_UPN = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")


def nhs_number(text: str) -> str:
    """Return the ten digits of an NHS number; raises ValueError saying what would make it right."""
    digits = re.sub(r"[\s-]", "", text)
    if not (len(digits) == 10 and digits.isascii() and digits.isdecimal()):
        raise ValueError("An NHS number has 10 digits, like 943 476 5919")
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    if (11 - total % 11) % 11 != int(digits[9]):
        raise ValueError("That NHS number has a wrong digit: check it against the letter or screen")
    return digits


def upn(text: str) -> str:
    """Return a unique pupil number in capitals; raises ValueError saying what is wrong.

    A temporary number ends in a letter, which counts as its place in the check.
    """
    number = re.sub(r"\s", "", text).upper()
    if not (number.isascii() and _UPN.fullmatch(number)):
        raise ValueError("A UPN is a letter and 12 digits, like H801200001001")
    last = number[12]
    if last not in UPN_LETTERS and not last.isdecimal():
        raise ValueError("A UPN is a letter and 12 digits, like H801200001001")
    values = [int(digit) for digit in number[1:12]]
    values.append(int(last) if last.isdecimal() else UPN_LETTERS.index(last))
    total = sum(value * weight for weight, value in enumerate(values, start=2))
    if UPN_LETTERS[total % 23] != number[0]:
        raise ValueError("That UPN has a wrong letter or digit: check it with the school")
    return number


def postcode(text: str) -> str:
    """Return a postcode as it is written, "BD1 1HX"; raises ValueError if it is none."""
    letters = re.sub(r"\s", "", text).upper()
    if not (letters.isascii() and _POSTCODE.fullmatch(letters)):
        raise ValueError("Enter a whole UK postcode, like BD1 1HX")
    return f"{letters[:-3]} {letters[-3:]}"
