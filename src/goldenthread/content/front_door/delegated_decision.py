"""The duty of deciding what is not a concern, delegated in writing to a qualified practitioner.

A hundred and more contacts come in on a working day; most ask for advice or tell of something.
A manager still reads a sample of what is decided so (DOMAIN R1.2). One in ten is LOCAL.
"""

from goldenthread.kernel.citation import Citation
from goldenthread.language.duty import Duty

delegated_decision = Duty(
    key="contact-decision",
    title="Decide requests for advice, requests for information and notifications",
    to=("front-door-screener", "emergency-duty-worker"),
    sample_one_in=10,
    law=Citation(
        source="The partnership's scheme of delegation", place="front door", status="LOCAL"
    ),
)
