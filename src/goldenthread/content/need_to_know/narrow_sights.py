"""What is opened for one thing alone, by machines and by those who work with no child."""

from goldenthread.content.need_to_know import record_states as states
from goldenthread.content.need_to_know.sights import DESKS, ORDINARY
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import Sight

# Keep the exclusion list: who is kept from whom by name, and nothing that is recorded of anybody.
EXCLUDING = (Sight(by="exclusions-desk", states=ORDINARY, level=Level.STUB),)

# Settle what was recorded about the wrong child, all of it and nothing else.
PRIVACY = (Sight(by="privacy-desk", states=(states.quarantine.key,), level=Level.SEALED),)

# Machines: each does one thing to what its desk holds, and shows nobody anything.
MACHINE = tuple(Sight(by=by, states=ORDINARY, level=Level.FULL) for by in (*DESKS, "recorder"))
KEEPING = (Sight(by="put-back", states=ORDINARY, level=Level.FULL),)
