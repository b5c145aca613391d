"""The lanes of the front door: a contact is in the first whose condition holds (DOMAIN 1)."""

from goldenthread.content.front_door import domestic_abuse_steps
from goldenthread.content.front_door.domestic_abuse_outcome import EARLY_HELP_OFFERED, RECORDED_ONLY
from goldenthread.content.front_door.mash_priority import IN_MASH
from goldenthread.language.condition import answer
from goldenthread.language.pathway import Lane

DELEGATED = answer("purpose").one_of("notification", "advice-request", "information-request")

LANES = (
    # Before the immediate lane: what the agencies are asked about they must be able to see.
    Lane(key="mash", title="MASH", only_if=IN_MASH, desk="mash"),
    Lane(key="immediate", title="Immediate", only_if=answer("in_danger_now").equals("yes")),
    domestic_abuse_steps.LANE,
    Lane(
        key="early-help",
        title="Early help",
        only_if=answer("purpose").equals("early-help-request") | EARLY_HELP_OFFERED,
        desk="early-help",
    ),
    Lane(key="advice", title="Advice and information", only_if=DELEGATED | RECORDED_ONLY),
    Lane(key="concern", title="Concern"),
)
