"""When somebody can have been born, or be expected: what is asked of every date of birth.

A child is under 18 (Children Act 1989, section 105). The front door takes in young people past
that as well, care leavers among them; past 25 nobody is, and the year is a slip of the keyboard.
"""

from goldenthread.language.question import Within

CHILD = Within(
    years=25,
    days=0,
    says="Check the date of birth: a child is under 18, and nobody here is over 25 or yet to be "
    "born. For a baby who is not born yet, give the date it is expected",
)
ANYBODY = Within(
    years=120,
    days=0,
    says="Check the date of birth: it must be a day that has been, in the last 120 years",
)
EXPECTED = Within(
    years=0,
    days=300,
    says="Check the date: a baby not born yet is expected within ten months. For one who is born, "
    "give the date of birth",
)
