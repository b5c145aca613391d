"""The clocks of early help, each the partnership's own: no law sets any (CLK-10 to 12)."""

from datetime import date

from goldenthread.content.front_door.early_help_forms import AGREED
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import weeks, working_days
from goldenthread.language.clock import Clock

LOCAL = Citation(source="Local convention", place="early help", status="LOCAL")
SINCE = date(2018, 7, 4)
ENDED = ("early-help-ended", "early-help-stepped-up", "early-help-superseded")
MET = "team-around-the-family-held"

early_help_assessed = Clock(
    key="early-help-assessed",
    id="CLK-10",
    title="Early help assessment finished within 20 working days of agreement",
    starts="early-help-agreement",
    stops="early-help-assessed",
    cancels=ENDED,
    only_if=AGREED,
    limits=(working_days(20, since=SINCE),),
    warns=5,
    late_because="early_help_assessment_late",
    law=LOCAL,
    owner="early-help",
)

first_team = Clock(
    key="first-team-around-the-family",
    id="CLK-11",
    title="Team around the family within 10 working days of the assessment",
    starts="early-help-assessed",
    stops=MET,
    cancels=ENDED,
    limits=(working_days(10, since=SINCE),),
    warns=3,
    late_because="team_late_because",
    law=LOCAL,
    owner="early-help",
)

later_team = Clock(
    key="later-team-around-the-family",
    id="CLK-12",
    title="Team around the family within 6 weeks of the last",
    starts=MET,
    stops=MET,
    cancels=ENDED,
    limits=(weeks(6, since=SINCE),),
    warns=5,
    late_because="team_late_because",
    law=LOCAL,
    owner="early-help",
)
