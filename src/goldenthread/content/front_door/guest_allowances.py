"""What somebody without an account may try, how often, and how long what they are sent is good.

Nobody sends without end, no letter box is written to without end, and no code is guessed. The
numbers are the partnership's own, to confirm with whoever answers for its network.
"""

from datetime import timedelta

from goldenthread.kernel.citation import Citation
from goldenthread.language.allowance import HOUR, Allowance

LOCAL = Citation(source="Local convention", place="sending without an account", status="LOCAL")

tries = Allowance(
    key="guest-tries",
    title="Beginning a form, asking for a link, or opening one: each, from one address",
    most=120,
    within=HOUR,
    tallied=True,
    why="A whole council, or every school of a trust, may come from one address.",
    law=LOCAL,
)
places = Allowance(
    key="guest-places",
    title="Looking for the name of a school, a surgery or a workplace, from one address",
    most=3_000,
    within=HOUR,
    tallied=True,
    why="It is looked for as somebody types: a few times for each name, by all behind one address.",
    law=LOCAL,
)
letters = Allowance(
    key="guest-letters",
    title="Asking for a new link to one letter box",
    most=5,
    within=HOUR,
    tallied=True,
    why="A letter may be slow; a letter box must not be filled by a stranger.",
    law=LOCAL,
)
codes = Allowance(
    key="guest-codes",
    title="Giving a code, right or wrong, about one submission",
    most=10,
    within=HOUR,
    tallied=True,
    why="Two letters' worth of slips. A code has a million values.",
    law=LOCAL,
)
code = Allowance(
    key="guest-code",
    title="Giving one code wrong before it is spent, and how long it is good",
    most=5,
    within=timedelta(minutes=15),
    why="Long enough for a slow letter box, too short to guess in.",
    law=LOCAL,
)
link = Allowance(
    key="guest-link",
    title="Opening one link, and how long it is good",
    most=1,
    within=timedelta(days=7),
    why="Somebody on leave for a few days comes back to what they began.",
    law=LOCAL,
)
