"""A kind of meeting: who must be asked, who decides, what is written before and recorded after.

Every multi-agency meeting is one of these, from a strategy discussion to the partnership's board.
A kind refuses to be called only what is impossible: a meeting short of its quorum is recorded as
incomplete, with why and when it is taken up again, and counted.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from goldenthread.kernel import calendar
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import Limit, Unit, working_days
from goldenthread.kernel.moment import Moment
from goldenthread.language import names
from goldenthread.language.instrument import Instrument
from goldenthread.language.quorum import Quorum

# DOMAIN R40.1: an agency asked later than this missed nothing by not coming.
NOTICE = working_days(3)


@dataclass(frozen=True, kw_only=True)
class Invites:
    """Somebody to be asked: an agency of any of these kinds, and what they bring.

    One that is not a `must` is suggested to whoever calls the meeting.
    """

    kinds: tuple[str, ...]
    brings: str
    must: bool = True


@dataclass(frozen=True, kw_only=True)
class Report:
    """What each agency writes before the meeting, at the latest so many working days before."""

    form: Instrument
    days_before: int


@dataclass(frozen=True, kw_only=True)
class Records:
    """The step that holding it records on each child's open episode of this pathway.

    `short` is the one recorded in its place where the quorum was not met; "" for none.
    """

    pathway: str
    step: str
    short: str = ""


@dataclass(frozen=True, kw_only=True)
class Fills:
    """Which questions of what it decides a meeting answers by itself: nobody is asked twice.

    Each names a question; "" for one that is not asked. `came` takes a choice for each kind of
    agency that came, by `came_as`, and `nobody` where there was none. `why_short` and `again_on`
    are said only of a meeting short of its quorum.
    """

    held_on: str = ""
    came: str = ""
    came_as: tuple[tuple[str, str], ...] = ()
    nobody: str = ""
    enough: str = ""
    why_short: str = ""
    again_on: str = ""
    dissent: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """The questions that are answered so."""
        every = (self.held_on, self.came, self.enough, self.why_short, self.again_on, self.dissent)
        return frozenset(every) - {""}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What is known of a meeting when what it decided is recorded.

    `came` are the kinds of agency that came. `why` and `again_on` are given where it fell short.
    """

    held_on: date
    came: frozenset[str]
    enough: bool
    why: str = ""
    again_on: date | None = None
    dissent: str = ""


@dataclass(frozen=True, kw_only=True)
class MeetingKind:
    """What one kind of meeting is.

    `subject` says what it is about: one child, several children of a family, an agency, or the
    partnership. `chaired_by` and `called_by` are roles. `decides` is asked for each child, or once
    where it is about none, but for what the meeting `fills` by itself. `minutes_within` counts from
    the day it was held, `read_for_days` from the day the minutes went round: then those who were
    asked see it no longer. `notice` is what makes an agency's absence its own. One held on
    `working_days_only` is not called for another.
    """

    key: str
    title: str
    subject: Literal["child", "family", "agency", "partnership"]
    invites: tuple[Invites, ...]
    quorum: Quorum
    chaired_by: tuple[str, ...]
    called_by: tuple[str, ...]
    decides: Instrument
    report: Report | None = None
    notice: Limit = NOTICE
    minutes_within: Limit
    read_for_days: int = 14
    records: tuple[Records, ...] = ()
    fills: Fills = Fills()
    working_days_only: bool = False
    law: Citation
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if not self.chaired_by or not self.called_by:
            raise ValueError(f"{self.key!r} must say who calls it and who chairs it.")
        if self.read_for_days < 0:
            raise ValueError(f"{self.key!r} cannot be read until before its minutes.")
        asked = {kind for each in self.invites for kind in each.kinds}
        if not self.quorum.kinds() <= asked:
            raise ValueError(f"{self.key!r} cannot decide without somebody it does not ask.")
        if not self.fills.keys <= {each.key for each in self.decides.questions}:
            raise ValueError(f"{self.key!r} fills in what it does not ask.")
        if self.records and not self.about_children:
            raise ValueError(f"{self.key!r} records a step and is about no child.")

    @property
    def about_children(self) -> bool:
        """Whether it is about one child or several."""
        return self.subject in ("child", "family")

    @cached_property
    def asks(self) -> Instrument:
        """What is asked of what was decided: all but what the meeting says by itself."""
        sections = (
            replace(
                each,
                questions=tuple(one for one in each.questions if one.key not in self.fills.keys),
            )
            for each in self.decides.sections
        )
        return replace(self.decides, sections=tuple(sections), earlier=())

    def filled(self, outcome: Outcome) -> dict[str, object]:
        """What a meeting with this outcome says by itself."""
        fills = self.fills
        came = [option for kind, option in fills.came_as if kind in outcome.came]
        said: dict[str, object] = {
            fills.held_on: outcome.held_on.isoformat(),
            fills.came: list(dict.fromkeys(came)) or [fills.nobody],
            fills.enough: "yes" if outcome.enough else "no",
            fills.why_short: outcome.why,
            fills.again_on: outcome.again_on.isoformat() if outcome.again_on else "",
            fills.dissent: outcome.dissent,
        }
        return {key: value for key, value in said.items() if key and value not in ("", [""])}

    def not_asked(self, kinds: Collection[str]) -> tuple[Invites, ...]:
        """Those who must be asked and are not, where agencies of these kinds are."""
        asked = set(kinds)
        return tuple(each for each in self.invites if each.must and not asked & set(each.kinds))

    def in_time(self, *, asked: date, held: date) -> bool:
        """Whether who was asked on that day was asked early enough to be missed."""
        return self.notice.due(Moment(calendar.start_of_day(asked))).on <= held

    def report_due(self, *, held: date) -> date | None:
        """The last day a report is in time; None where none is asked for."""
        return calendar.add_working_days(held, -self.report.days_before) if self.report else None

    def minutes_due(self, *, held: date) -> date:
        """The last day on which the minutes go round in time."""
        return self.minutes_within.due(Moment(calendar.start_of_day(held))).on

    def in_notice(self) -> str:
        """The notice in words, such as "3 working days"."""
        unit = {Unit.WORKING_DAYS: "working day", Unit.DAYS: "day"}.get(self.notice.unit, "hour")
        return f"{self.notice.amount} {unit}{'' if self.notice.amount == 1 else 's'}"
