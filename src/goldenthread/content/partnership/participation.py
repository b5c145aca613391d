"""How agencies take part in meetings: who came or wrote, who was short, how much is asked."""

from ibis import _

from goldenthread.kernel.citation import Citation
from goldenthread.language.attendance import TOOK_PART
from goldenthread.language.indicator import Good, Indicator, Unit

LOCAL = Citation(
    source="Partnership convention", place="agency capacity and participation", status="LOCAL"
)
CAME = sorted(code.value for code in TOOK_PART)
# Asked too late, an agency that did not come has missed nothing; come it may have all the same.
_PART = _.attendance.isin(CAME) | _.reported_on.notnull()
_EXPECTED = (
    _.held_on.notnull()
    & _.attendance.notnull()
    & (_.attendance != "NA")
    & ((_.invited_in_time == "yes") | _PART)
)


def _taking_part(kind: str, number: str, whose: str) -> Indicator:
    counts = _EXPECTED & (_.agency_kind == kind) if kind else _EXPECTED
    return Indicator(
        key=f"agencies-taking-part{f'-{kind}' if kind else ''}",
        id=f"IND-CA-01{number}",
        title=f"Meetings {whose} came to or wrote for",
        definition=(
            "Of the invitations to meetings held in the period, those that were answered by coming,"
            " by a deputy or by a report. An invitation less than three working days before that"
            " was not taken up is left out of both numbers, and so is who was not needed."
        ),
        table="invitations",
        dated_by="held_on",
        unit=Unit.EVENT,
        good_is=Good.HIGH,
        counts=counts,
        of_which=_PART,
        owner="partnership",
        law=LOCAL,
    )


taking_part = _taking_part("", "", "agencies")
taking_part_police = _taking_part("police", "-1", "police")
taking_part_health = _taking_part("health", "-2", "health services")
taking_part_schools = _taking_part("school", "-3", "schools")
taking_part_council = _taking_part("council", "-4", "council children's services")

reports_in_time = Indicator(
    key="agency-reports-in-time",
    id="IND-CA-01-5",
    title="Reports written in time for meetings",
    definition=(
        "Of the reports agencies were asked for before meetings held in the period, those that came"
        " by their day."
    ),
    table="invitations",
    dated_by="held_on",
    unit=Unit.EVENT,
    good_is=Good.HIGH,
    counts=_.held_on.notnull() & _.report_due_on.notnull(),
    of_which=_.reported_on <= _.report_due_on,
    owner="partnership",
    law=LOCAL,
)

short_of_quorum = Indicator(
    key="meetings-short-of-quorum",
    id="IND-CA-02",
    title="Meetings held short of their quorum",
    definition="Of the meetings held in the period, those to which too few came to decide.",
    table="meetings",
    dated_by="held_on",
    unit=Unit.EVENT,
    good_is=Good.LOW,
    counts=_.held_on.notnull(),
    of_which=_.meeting_state == "incomplete",
    owner="partnership",
    law=LOCAL,
)

asked = Indicator(
    key="invitations-to-meetings",
    id="IND-CA-03",
    title="Invitations of agencies to meetings",
    definition=(
        "Invitations given to agencies in the period, to meetings of every kind. By the week and by"
        " agency they are on the page of how agencies take part."
    ),
    table="invitations",
    dated_by="invited_on",
    unit=Unit.EVENT,
    good_is=Good.NONE,
    counts=_.invited_on.notnull(),
    owner="partnership",
    law=LOCAL,
)
