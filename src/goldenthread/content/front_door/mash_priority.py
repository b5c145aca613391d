"""The priority of a MASH enquiry, and who may set it (R6.1)."""

from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.question import Option
from goldenthread.language.step import By

LOCAL = Citation(source="Local convention", place="priority of a MASH enquiry", status="LOCAL")

RED = Option(key="red", label="Red", hint="A decision within 4 hours, day or night")
AMBER = Option(key="amber", label="Amber", hint="A decision within 24 duty hours")
GREEN = Option(key="green", label="Green", hint="A decision within 72 duty hours")

UNDECIDED = ~answer("outcome").given()
IN_MASH = answer("mash_priority").given() & UNDECIDED

# Qualified workers; only a manager changes a priority once it is set.
QUALIFIED = tuple(
    By(role=role, only_if=UNDECIDED)
    for role in ("front-door-screener", "front-door-manager", "emergency-duty-worker")
)
MANAGING = tuple(
    By(role=role, only_if=UNDECIDED) for role in ("front-door-manager", "emergency-duty-worker")
)
