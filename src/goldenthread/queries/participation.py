"""How agencies take part in meetings, and how full the days are that are still to come.

Counts of agencies and of those who chair: PostgreSQL counts them past row security and tells
nothing of any child, so that the strain on one service is seen as it happens.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection

from goldenthread.access import decision
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.queries import meeting_words

VERB, PLAN = "participation.read", "meeting.plan"
WEEKS, DAYS = 13, 15
COUNTED = (
    "invited", "in_time", "missed", "took_part", "came", "reports_due", "reports_in_time",
)  # fmt: skip
CONFERENCES = frozenset({"initial-conference", "review-conference"})


@dataclass(frozen=True, kw_only=True)
class Agency:
    """One agency over the weeks asked about.

    `missed` are meetings it was asked to in time and neither came to nor wrote for; being asked
    late is no miss of its own. `weekly` are invitations by week, the oldest first.
    """

    agency_id: UUID
    name: str
    kind: str
    invited: int = 0
    in_time: int = 0
    missed: int = 0
    took_part: int = 0
    came: int = 0
    reports_due: int = 0
    reports_in_time: int = 0
    weekly: tuple[int, ...] = ()

    @property
    def expected(self) -> int:
        """Of the meetings it was asked to, those in which it took part or that it missed."""
        return self.took_part + self.missed


@dataclass(frozen=True, kw_only=True)
class Taking:
    """Every agency that was asked to anything, the most asked first, over some weeks."""

    since: date
    until: date
    weeks: tuple[date, ...]
    agencies: tuple[Agency, ...]


@dataclass(frozen=True, kw_only=True)
class Day:
    """One working day: the conferences and other meetings on it, and who chairs how many."""

    day: date
    conferences: int
    others: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The working days to come, the load of each who chairs, and of each agency that is asked."""

    days: tuple[Day, ...]
    chairs: tuple[tuple[str, int, int], ...]
    agencies: tuple[tuple[str, int], ...]


def taking_part(*, viewer: Viewer, now: datetime, kind: str = "") -> Taking:
    """Return how agencies took part in the meetings of the last weeks, of one kind or of all."""
    decision.require(viewer=viewer, verb=VERB)
    today = calendar.london_date(now)
    monday = today - timedelta(days=today.weekday())
    weeks = tuple(monday - timedelta(weeks=back) for back in reversed(range(WEEKS)))
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_participation(%s, %s)", [weeks[0], today])
        names = [column.name for column in cursor.description]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    by_agency: dict[UUID, list[dict[str, object]]] = {}
    for row in found:
        if not kind or row["kind"] == kind:
            by_agency.setdefault(row["agency_id"], []).append(row)
    agencies = [_agency(rows, weeks) for rows in by_agency.values()]
    agencies.sort(key=lambda each: (-each.invited, each.name))
    return Taking(since=weeks[0], until=today, weeks=weeks, agencies=tuple(agencies))


def _agency(rows: list[dict[str, object]], weeks: Iterable[date]) -> Agency:
    summed: Counter[str] = Counter()
    by_week: Counter[object] = Counter()
    for row in rows:
        summed.update({name: int(str(row[name])) for name in COUNTED})
        by_week[row["week"]] += int(str(row["invited"]))
    first = rows[0]
    counts = {each.name: summed[each.name] for each in fields(Agency) if each.name in COUNTED}
    return Agency(
        agency_id=UUID(str(first["agency_id"])),
        name=str(first["agency"]),
        kind=meeting_words.agency_kind(str(first["agency_kind"])),
        weekly=tuple(by_week[week] for week in weeks),
        **counts,
    )


def kinds() -> tuple[MeetingKind, ...]:
    """Return every kind of meeting by its title."""
    return tuple(sorted(catalogue.declared(MeetingKind).values(), key=lambda each: each.title))


def plan(*, viewer: Viewer, now: datetime) -> Plan:
    """Return what is planned on each of the next working days, today the first."""
    decision.require(viewer=viewer, verb=PLAN)
    today = calendar.london_date(now)
    days = [today] if calendar.is_working_day(today) else []
    days += [calendar.add_working_days(today, n) for n in range(1, DAYS + 1 - len(days))]
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_meetings_planned(%s, %s)", [today, days[-1]])
        found = cursor.fetchall()
        cursor.execute("select id, name from gt_agency")
        names = dict(cursor.fetchall())
    conferences = Counter(row[0] for row in found if row[1] in CONFERENCES)
    others = Counter(row[0] for row in found if row[1] not in CONFERENCES)
    chairs = Counter(row[4] for row in found)
    leading = Counter(row[4] for row in found if row[1] in CONFERENCES)
    asked = Counter(names[agency] for row in found for agency in row[5])
    return Plan(
        days=tuple(Day(day=d, conferences=conferences[d], others=others[d]) for d in days),
        chairs=tuple((who, leading[who], n) for who, n in chairs.most_common()),
        agencies=tuple(asked.most_common()),
    )
