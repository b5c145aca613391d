"""Roles that keep the service and the partnership running, and read no casework.

UK GDPR article 5(1)(f): who looks after the machine has no need of what is in it.
"""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.content.roles import CONVENING
from goldenthread.language.role import Role

system_administrator = Role(
    key="system-administrator",
    title="System administrator",
    question="Is the service well, and is anything waiting for me?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY | {"system.read", "account.close"},
    home="system",
    idle_minutes=15,
)

backup_operator = Role(
    key="backup-operator",
    title="Backup operator",
    question="Could everything be brought back today?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY,
    home="what-i-may-see",
)

business_unit_administrator = Role(
    key="business-unit-administrator",
    title="Business unit administrator",
    question="Who must meet, and what is late?",
    agency_kinds=("partnership",),
    may=verbs.EVERYBODY | {"participation.read", *CONVENING},
    sees=sights.ARRANGING,
    home="what-i-may-see",
)
