"""Why somebody looks at a child's record: a grant or a desk says it, and the trail keeps it.

Where neither does, whoever looks says it themselves, once for each child while they are signed in.
"""

from collections.abc import Mapping

from goldenthread.content.need_to_know import law
from goldenthread.language.need_to_know import Purpose

front_door = Purpose(key="front-door", title="Deciding on a contact", law=law.arrangements)
early_help = Purpose(key="early-help", title="Early help", law=law.early_help)
section_17 = Purpose(key="section-17", title="A child in need", law=law.child_in_need)
section_47 = Purpose(key="section-47", title="Enquiries into harm", law=law.protection)
emergency = Purpose(key="emergency-protection", title="Emergency protection", law=law.emergency)
strategy = Purpose(key="strategy-discussion", title="A strategy discussion", law=law.protection)
conference = Purpose(
    key="conference", title="A child protection conference", law=law.working_together
)
core_group = Purpose(key="core-group", title="A core group", law=law.working_together)
care_review = Purpose(key="care-review", title="A review of care", law=law.looked_after)
exploitation = Purpose(
    key="missing-or-exploited", title="A child missing or exploited", law=law.protection
)
allegation = Purpose(
    key="allegation", title="An allegation against a professional", law=law.allegations
)
child_death = Purpose(key="child-death", title="A child death review", law=law.deaths)
practice_review = Purpose(
    key="practice-review", title="A rapid or practice review", law=law.partners
)
marac = Purpose(
    key="marac", title="A conference on domestic abuse at high risk", law=law.working_together
)
mappa = Purpose(key="mappa", title="Managing dangerous offenders", law=law.criminal_data)
court = Purpose(key="court", title="Proceedings in court", law=law.looked_after)
audit = Purpose(key="audit", title="Assurance: an audit or a dip sample", law=law.arrangements)
subject_request = Purpose(
    key="subject-request", title="A subject's request or complaint", law=law.subject_access
)
statistics = Purpose(key="statistics", title="Statistics, never a row", law=law.data_protection)
telling = Purpose(key="raising-a-worry", title="Telling somebody of a worry", law=law.sharing)
disagreement = Purpose(
    key="disagreement", title="Settling a professional disagreement", law=law.working_together
)
correcting = Purpose(key="putting-right", title="Putting a record right", law=law.data_protection)
access_review = Purpose(
    key="access-review", title="Checking that looks had a reason", law=law.privacy_officers
)

# What is looked at by no relationship, and what may be said of why.
ASKED: Mapping[str, tuple[Purpose, ...]] = {
    "trail.read": (access_review, subject_request, audit, practice_review),
}
