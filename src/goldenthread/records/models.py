"""Where Django looks for models: each is in a file of its own name."""

from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.draft import Draft
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.identifier import Identifier
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from goldenthread.records.team import Team
from goldenthread.records.trail import Trail

__all__ = [
    "Account",
    "Agency",
    "ClockRun",
    "DeskSeat",
    "Draft",
    "Entry",
    "Episode",
    "Grant",
    "Identifier",
    "Occasion",
    "Person",
    "Team",
    "Trail",
]
