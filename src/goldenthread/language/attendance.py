"""How somebody took part in a meeting: the one letter it is recorded by, and what it counts as."""

from enum import StrEnum


class Attendance(StrEnum):
    """Whether somebody who was invited came, and how."""

    CAME = "Y"
    DID_NOT_COME = "N"
    APOLOGY = "A"
    DEPUTY = "D"
    REPORT_ONLY = "R"
    NOT_ASKED = "NA"

    @property
    def words(self) -> str:
        """What it is called."""
        return TITLES[self]


TITLES = {
    Attendance.CAME: "Came",
    Attendance.DID_NOT_COME: "Did not come",
    Attendance.APOLOGY: "Sent an apology",
    Attendance.DEPUTY: "Sent a deputy",
    Attendance.REPORT_ONLY: "Sent a report only",
    Attendance.NOT_ASKED: "Was not needed",
}
# A deputy decides for an agency; a report does not, and yet the agency took part.
PRESENT = frozenset({Attendance.CAME, Attendance.DEPUTY})
TOOK_PART = PRESENT | {Attendance.REPORT_ONLY}
EXPECTED = frozenset(Attendance) - {Attendance.NOT_ASKED}
