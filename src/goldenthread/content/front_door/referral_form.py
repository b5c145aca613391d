"""The referral form: what a professional tells the front door, for one or several siblings.

What the front door needs to decide the next step comes first; what helps may be left out, and for
immediate harm or level 4 nearly all of it (R2.1). Nobody is asked for what the account already
says (name, role, agency, e-mail).
"""

from goldenthread.content.front_door.before_sending import before_sending
from goldenthread.content.front_door.child_details import about_each, where_each
from goldenthread.content.front_door.childs_words import childs_words
from goldenthread.content.front_door.family_told import family
from goldenthread.content.front_door.help_so_far import help_so_far
from goldenthread.content.front_door.household import household
from goldenthread.content.front_door.need import need
from goldenthread.content.front_door.referral_form_before import EARLIER
from goldenthread.content.front_door.referred_children import children
from goldenthread.content.front_door.worry import wider_picture, worry
from goldenthread.kernel.citation import Citation
from goldenthread.language.instrument import Instrument

referral_form = Instrument(
    key="referral-form",
    version=3,
    title="Tell us about a worry",
    sections=(
        children,
        worry,
        need,
        childs_words,
        wider_picture,
        family,
        household,
        about_each,
        where_each,
        help_so_far,
        before_sending,
    ),
    law=Citation(source="Working Together to Safeguard Children 2018", place="chapter 1"),
    earlier=EARLIER,
)
