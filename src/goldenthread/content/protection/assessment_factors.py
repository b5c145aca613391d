"""What an assessment may find, by the codes of the children in need census and when each counts.

Physical and sexual abuse had one code each until March 2021, and two since: by another child, and
by an adult. Criminal exploitation had none before. "None" stands alone (rule 8869).
"""

from datetime import date

from goldenthread.language.question import Option

UNTIL, SINCE = date(2021, 3, 31), date(2021, 4, 1)
WHOSE = {"A": "the child", "B": "a parent or carer", "C": "somebody else in the household"}
CONCERNS = {
    "1": "Alcohol",
    "2": "Drugs",
    "3": "Domestic abuse",
    "4": "Mental health",
    "5": "Learning disability",
    "6": "Physical disability or illness",
}
OTHERS = {
    "7A": "Young carer",
    "8B": "Privately fostered: from abroad, to be adopted",
    "8C": "Privately fostered: from abroad, with relatives here or to study",
    "8D": "Privately fostered: a child living in this country",
    "8E": "Privately fostered: for a stay or a course",
    "8F": "Privately fostered: other",
    "9A": "Unaccompanied asylum seeker",
    "10A": "Going missing",
    "11A": "Sexual exploitation",
    "12A": "Trafficking",
    "13A": "Gangs",
    "14A": "Socially unacceptable behaviour",
    "15A": "Self-harm",
    "16A": "Neglect",
    "17A": "Emotional abuse",
}

FACTORS = (
    *(
        Option(key=f"{number}{letter}", label=f"{concern}: {whose}")
        for number, concern in CONCERNS.items()
        for letter, whose in WHOSE.items()
    ),
    *(Option(key=key, label=label) for key, label in OTHERS.items()),
    Option(key="18A", label="Physical abuse", until=UNTIL),
    Option(key="18B", label="Physical abuse: by another child", since=SINCE),
    Option(key="18C", label="Physical abuse: by an adult", since=SINCE),
    Option(key="19A", label="Sexual abuse", until=UNTIL),
    Option(key="19B", label="Sexual abuse: by another child", since=SINCE),
    Option(key="19C", label="Sexual abuse: by an adult", since=SINCE),
    Option(key="20", label="Something else"),
    Option(key="21", label="None of these", alone=True),
    Option(key="22A", label="Female genital mutilation"),
    Option(key="23A", label="Abuse linked to faith or belief"),
    Option(key="24A", label="Criminal exploitation", since=SINCE),
)
