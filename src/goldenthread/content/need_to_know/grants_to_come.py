"""Relationships that plans, audits and notices will give. None is given yet.

Enrolment at a school or registration with a surgery gives nothing by itself.
"""

from goldenthread.content.need_to_know import law, purposes
from goldenthread.language.need_to_know import GrantKind

BEFORE_ANY = "notified, asked, invited, or named in the plan"

core_group_member = GrantKind(
    key="core-group-member",
    title="In the core group",
    begins="The plan names them",
    ends="When the plan ends or names somebody else",
    purpose=purposes.core_group.key,
    law=law.working_together,
    given_now=False,
)

sampled_audit = GrantKind(
    key="sampled-audit",
    title="Audits a record that was drawn",
    begins="The record is drawn for their audit",
    ends="When the audit is sent in, and after 30 days whatever happens",
    purpose=purposes.audit.key,
    law=law.arrangements,
    most_days=30,
    given_now=False,
)

childs_school = GrantKind(
    key="childs-school",
    title="The child's school",
    begins=f"The school is {BEFORE_ANY}",
    ends="With what it was told for",
    purpose=purposes.core_group.key,
    law=law.sharing,
    given_now=False,
)

childs_surgery = GrantKind(
    key="childs-surgery",
    title="The child's GP practice",
    begins=f"The practice is {BEFORE_ANY}",
    ends="With what it was told for",
    purpose=purposes.core_group.key,
    law=law.sharing,
    given_now=False,
)

childs_health_visitor = GrantKind(
    key="childs-health-visitor",
    title="The child's health visitor or school nurse",
    begins=f"They are {BEFORE_ANY}",
    ends="With what they were told for",
    purpose=purposes.core_group.key,
    law=law.sharing,
    given_now=False,
)
