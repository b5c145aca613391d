"""How soon a strategy discussion is held, and how long an enquiry may take before a conference."""

from datetime import date

from goldenthread.content.protection import law
from goldenthread.content.protection.strategy_forms import ENQUIRE
from goldenthread.kernel.limit import working_days
from goldenthread.language.clock import Clock
from goldenthread.language.condition import answer

SINCE = date(2018, 7, 4)
CONVENING = law.local("convening a strategy discussion")

strategy_today = Clock(
    key="strategy-discussion-today",
    id="CLK-23T",
    title="Strategy discussion held the same day",
    starts="strategy-discussion-called",
    stops="strategy-discussion-held",
    only_if=answer("strategy_urgency").equals("today"),
    limits=(working_days(0, since=SINCE),),
    law=CONVENING,
    owner="protection",
)

strategy_soon = Clock(
    key="strategy-discussion-soon",
    id="CLK-23",
    title="Strategy discussion held within 3 working days",
    starts="strategy-discussion-called",
    stops="strategy-discussion-held",
    only_if=answer("strategy_urgency").equals("soon"),
    limits=(working_days(3, since=SINCE),),
    warns=1,
    law=CONVENING,
    owner="protection",
)

enquiry_in_time = Clock(
    key="enquiry-in-time",
    id="CLK-22E",
    title="Enquiry concluded within 15 working days of the strategy discussion",
    starts="strategy-discussion-held",
    stops="enquiry-authorised",
    only_if=ENQUIRE,
    limits=(working_days(15, since=SINCE),),
    warns=5,
    late_because="enquiry_late_because",
    law=law.census("rule 8675Q: an enquiry open 15 working days with no conference"),
    owner="protection",
)
