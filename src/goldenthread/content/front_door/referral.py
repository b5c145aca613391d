"""The referral to children's social care: opened by a decision, one open at a time a child.

A referral is not made while the child's case is open; what arrives then goes to the worker
(DOMAIN R1.1, R6.4; CIN rules 8815, 8816).
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import By, Step

CHILDREN_ACT = Citation(source="Children Act 1989", place="sections 17 and 47")

opened = Step(
    key="referral-opened",
    title="Referral opened",
    state="Waiting for a social worker",
    by=(By(role="front-door-manager"),),
    first=True,
    automatic=True,
    dated_by="referral_on",
    law=CHILDREN_ACT,
)

referral = Pathway(
    key="referral",
    title="Referral to children's social care",
    steps=(opened,),
    one_open_per_subject=True,
    reference_prefix="R",
    desk="front-door",
    record_state="child-in-need",
    allocated_to=("social-worker",),
    law=CHILDREN_ACT,
)
