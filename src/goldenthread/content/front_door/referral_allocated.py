"""A referral given to the social worker who will hold it."""

from goldenthread.content.front_door.handed_over import hand_over_form
from goldenthread.kernel.citation import Citation
from goldenthread.language.step import By, Step

allocated = Step(
    key="referral-allocated",
    title="Given to a social worker",
    state="With a social worker",
    on="referral",
    asks=hand_over_form,
    by=(By(role="front-door-manager"), By(role="social-work-team-manager")),
    follows=("referral-opened",),
    automatic=True,
    repeatable=True,
    allocates=True,
    law=Citation(
        source="Working Together to Safeguard Children 2018", place="chapter 1, assessment"
    ),
)
