"""What is already known of a child, whoever recorded it, at the level this viewer may have it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.content.front_door import ties
from goldenthread.records.postgresql import identity

CONTACTS, REFERRALS = "contact", "referral"
FLAGS = """
select person_id, earlier, last_at, open_reference, open_holder, same_child, others
from gt_known_flags(%s::uuid[], %s, %s)
"""
PEOPLE = """
select person_id, given_name, family_name, birth_year, tie, desk, may_open from gt_known_people(%s)
"""


@dataclass(frozen=True, kw_only=True)
class Flags:
    """What a list says of one child in a word or two.

    `earlier` counts the contacts of the twelve months before the newest one, `last_at` is the last
    before it, whenever that was; `same_child` is the reference of another contact within 72 hours
    about the same child or one of the same name and birth date; `others` the children it came with.
    """

    earlier: int = 0
    last_at: datetime | None = None
    open_reference: str = ""
    open_holder: str = ""
    same_child: str = ""
    others: int = 0

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.last_at or self.open_reference or self.same_child)


@dataclass(frozen=True, kw_only=True)
class Near:
    """Somebody tied to the child: opened by a link only by those who may open them."""

    person_id: UUID
    name: str
    birth_year: int | None
    tie: str
    desk: str
    may_open: bool

    @property
    def title(self) -> str:
        """Who they are to the child, in words."""
        return ties.title(self.tie)


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that is known of one child beside the contact being looked at."""

    flags: Flags
    people: tuple[Near, ...]


def flags(*, viewer: Viewer, person_ids: Iterable[UUID], now: datetime) -> Mapping[UUID, Flags]:
    """Return the flags of each person the viewer sees, in one call; others are left out.

    `now` must be the moment the viewer is acting at: PostgreSQL holds the grants against it.
    Raises Denied, ValueError for another moment.
    """
    decision.require(viewer=viewer, verb="contact.read")
    if identity.current().now != now:
        raise ValueError("What is known is asked as of the moment one is acting at.")
    with connection.cursor() as cursor:
        cursor.execute(FLAGS, [list(person_ids), CONTACTS, REFERRALS])
        return {
            person_id: Flags(
                earlier=earlier,
                last_at=last_at,
                open_reference=reference,
                open_holder=holder,
                same_child=same,
                others=others,
            )
            for person_id, earlier, last_at, reference, holder, same, others in cursor.fetchall()
        }


def about(*, viewer: Viewer, person_id: UUID, now: datetime) -> Known:
    """Return what is known of one person's child and who is tied to it. Raises Denied."""
    said = flags(viewer=viewer, person_ids=[person_id], now=now)
    return Known(flags=said.get(person_id, Flags()), people=people(person_id))


def people(person_id: UUID) -> tuple[Near, ...]:
    """Return who is tied to one person's child: nobody, to who does not see the person."""
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, [person_id])
        return tuple(
            Near(
                person_id=near_id,
                name=f"{given} {family}",
                birth_year=year,
                tie=tie,
                desk=desk,
                may_open=may_open,
            )
            for near_id, given, family, year, tie, desk, may_open in cursor.fetchall()
        )
