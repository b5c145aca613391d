"""The thread worth reading: Ellie Marsden, from an autumn of small worries to this morning.

Told by hand. In October her school is worried; in March she says something that cannot be left;
a screening is put right two days later, so that the thread as known on the 10th and as known on the
11th differ; and yesterday her brother's school wrote too.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from random import Random

from django.db.models import Model

from goldenthread.actions.demonstration import story_words as text
from goldenthread.actions.demonstration.acts import Act, Course
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.families import Child
from goldenthread.actions.demonstration.filing import File
from goldenthread.actions.demonstration.people import Member, People
from goldenthread.actions.demonstration.plan import Totals
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import LONDON
from goldenthread.records.draft import Draft

TOTALS = Totals(contacts=4, referrals=1, children=1)
RUTH, SAJID = "ruth.oldroyd@oxgarth.invalid", "sajid.karim@skelderfold.invalid"
LEANNE, DAVID = "leanne.brook@kelderby.invalid", "david.osei@kelderby.invalid"
SHAZIA, MARTIN = "shazia.mahmood@kelderby.invalid", "martin.teale@kelderby.invalid"


def of(*, people: People, chance: Random) -> Iterator[Model]:
    """Return the rows of the story's family, and of the form that is still being filled in."""
    ellie = _child("Ellie", date(2011, 6, 14), "F", chance)
    jake = _child("Jake", date(2006, 9, 2), "M", chance)
    told = _Telling(people=people, into=File(chance=chance, duty=people.staff.duty))
    told.october(ellie)
    told.march(ellie)
    told.yesterday(ellie, jake)
    yield from list(told.into.rows())
    yield _draft(people.account(RUTH), chance)


def _child(given: str, born: date, sex: str, chance: Random) -> Child:
    return Child(
        person_id=new_id(chance), given_name=given, family_name="Marsden", born=born, sex=sex
    )


class _Telling:
    """The story's occasions, filed one after another."""

    def __init__(self, *, people: People, into: File) -> None:
        self.people = people
        self.into = into
        self.post = people.staff.correspondence

    def _who(self, email: str) -> Member:
        return self.people.account(email)

    def october(self, ellie: Child) -> None:
        """A school is worried, and early help is agreed."""
        received = _at(2019, 10, 10, 15, 25)
        self.into.occasion(
            sender=self._who(RUTH),
            received=received,
            shared=_plain(text.OCTOBER),
            courses=[
                Course(
                    child=ellie,
                    answers=_about(ellie, text.OCTOBER_WORDS),
                    claimed_by=self._who(DAVID),
                    claimed_at=_at(2019, 10, 11, 9, 40),
                    acts=[
                        self._acknowledged(received),
                        self._act("contact-screened", _at(2019, 10, 11, 10, 5), DAVID,
                                  text.OCTOBER_SCREENED),
                        self._act("contact-decided", _at(2019, 10, 11, 14, 30), MARTIN,
                                  text.OCTOBER_DECIDED),
                        self._act("contact-outcome-told", _at(2019, 10, 14, 11, 15), DAVID,
                                  text.OCTOBER_TOLD),
                    ],
                )
            ],
        )  # fmt: skip

    def march(self, ellie: Child) -> None:
        """Ellie tells her teacher; the screening is put right once her father's home is known."""
        received = _at(2020, 3, 9, 11, 50)
        self.into.occasion(
            sender=self._who(RUTH),
            received=received,
            shared=_plain(text.MARCH),
            courses=[
                Course(
                    child=ellie,
                    answers=_about(ellie, text.MARCH_WORDS),
                    claimed_by=self._who(LEANNE),
                    claimed_at=_at(2020, 3, 9, 13, 30),
                    acts=[self._acknowledged(received), *self._put_right()],
                    referral=(
                        self._act("referral-decided", _at(2020, 3, 10, 12, 5), SHAZIA,
                                  text.MARCH_RESPONSE),
                    ),
                )
            ],
        )  # fmt: skip

    def _put_right(self) -> list[Act]:
        """Return what the front door recorded in March, the correction in its place."""
        screened = self._act(
            "contact-screened", _at(2020, 3, 9, 14, 20), LEANNE, text.MARCH_SCREENED
        )
        corrected = Act(
            step="contact-screened",
            at=_at(2020, 3, 11, 9, 15),
            by=self._who(LEANNE),
            answers=_plain(text.MARCH_PUT_RIGHT),
            corrects=screened,
            why=_one_line(text.WHY_PUT_RIGHT),
        )
        return [
            screened,
            self._act("contact-decided", _at(2020, 3, 10, 10, 40), SHAZIA, text.MARCH_DECIDED),
            corrected,
            self._act("contact-outcome-told", _at(2020, 3, 11, 11, 30), LEANNE, text.MARCH_TOLD),
        ]

    def yesterday(self, ellie: Child, jake: Child) -> None:
        """Her brother's school writes about them both; it is screened and waits to be decided."""
        received = _at(2020, 3, 31, 8, 47)
        courses = [
            Course(
                child=child,
                answers=_about(child, words),
                claimed_by=self._who(LEANNE),
                claimed_at=_at(2020, 3, 31, 10, 35 + place),
                acts=[
                    self._acknowledged(received),
                    self._act(
                        "contact-screened", _at(2020, 3, 31, 11, 5 + 6 * place), LEANNE, screened
                    ),
                ],
            )
            for place, (child, words, screened) in enumerate(
                (
                    (jake, text.JAKE_WORDS, text.JAKE_SCREENED),
                    (ellie, None, text.ELLIE_SCREENED),
                )
            )
        ]
        self.into.occasion(
            sender=self._who(SAJID),
            received=received,
            shared=_plain(text.YESTERDAY),
            courses=courses,
        )

    def _act(self, step: str, at: datetime, by: str, answers: dict[str, str]) -> Act:
        return Act(step=step, at=at, by=self._who(by), answers=_plain(answers))

    def _acknowledged(self, received: datetime) -> Act:
        return Act(step="contact-acknowledged", at=received.replace(second=31), by=self.post)


def _about(child: Child, words: str | None) -> dict[str, str]:
    said = {"child_words": _one_line(words)} if words else {"child_words_absent": "not-known-to-me"}
    return {
        "given_name": child.given_name,
        "family_name": child.family_name,
        "date_of_birth": child.born.isoformat(),
        "sex": child.sex,
        **said,
    }


def _draft(ruth: Member, chance: Random) -> Draft:
    return Draft(
        id=new_id(chance),
        account_id=ruth.account_id,
        instrument="referral-form",
        instrument_version=catalogue.instrument("referral-form").version,
        typed={name: [_one_line(words)] for name, words in text.DRAFT.items()},
        version=4,
        started_at=_at(2020, 3, 31, 16, 42),
        updated_at=_at(2020, 3, 31, 16, 58),
        scope=ruth.account_id,
    )


def _plain(answers: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    return {
        key: _one_line(value) if isinstance(value, str) else value for key, value in answers.items()
    }


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)
