"""When something may not be shared on the basis that was chosen.

Agreement is to a service; sharing to keep a child safe needs none. Where early help or help for a
child in need was refused, consent cannot be what a new share rests on (UK GDPR article 7(3)).
"""

from goldenthread.content.partnership import legal_bases, sharing_words
from goldenthread.kernel.citation import Citation
from goldenthread.language.condition import answer
from goldenthread.language.step import Rule

CONSENT = answer("lawful_basis").equals(legal_bases.consent.key)
GDPR_7 = Citation(source=legal_bases.GDPR, place="article 7")

RULES = (
    Rule(
        refuses_if=CONSENT
        & answer("purpose").one_of(sharing_words.EARLY_HELP, sharing_words.CHILD_IN_NEED)
        & answer("agreement").one_of(sharing_words.REFUSED, sharing_words.WITHDRAWN),
        says="They refused this help or took their agreement back, so nothing new may be shared "
        "on the basis of consent. If the child needs protecting, say so: choose that purpose and "
        "its basis",
        field="lawful_basis",
        law=GDPR_7,
    ),
    Rule(
        refuses_if=CONSENT & ~answer("agreement").equals(sharing_words.GIVEN),
        says="Consent is a basis only where it was asked for and given. Choose another basis, or "
        "ask them",
        field="lawful_basis",
        law=GDPR_7,
    ),
    Rule(
        refuses_if=answer("lawful_basis").equals(legal_bases.legal_obligation.key)
        & answer("power").one_of("co-operation", "welfare-arrangements", "police-common-law"),
        says="A legal obligation is a duty to give this, and that is a power to. Choose the duty, "
        "or choose public task as the basis",
        field="power",
        law=Citation(source=legal_bases.GDPR, place="article 6(3)"),
    ),
)
