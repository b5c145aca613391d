"""Roles that keep the service and the partnership running, and read no casework.

UK GDPR article 5(1)(f): who looks after the machine has no need of what is in it.
"""

from goldenthread.content.need_to_know import sights, verbs
from goldenthread.content.roles import ACTING, CONVENING
from goldenthread.language.role import Role

# Closing takes one, so that it is at once; giving takes two.
ACCOUNTS = frozenset({"account.close", "account.give"})

# The partnership's own forms: written by one person, published by another.
FORMS = frozenset({"form.write", "form.publish"})

system_administrator = Role(
    key="system-administrator",
    title="System administrator",
    question="Is the service well, and is anything waiting for me?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY | {"system.read", "agency.leave", *ACCOUNTS},
    home="system",
    keeps_accounts="every",
    idle_minutes=15,
)

account_administrator = Role(
    key="account-administrator",
    title="Account administrator",
    question="Who of ours has joined, who has left, and what may each of them open?",
    agency_kinds=(
        "council", "police", "health", "school", "education", "probation", "housing",
        "early-help", "voluntary", "partnership",
    ),
    may=verbs.EVERYBODY | ACCOUNTS,
    home="accounts",
    keeps_accounts="own",
    idle_minutes=15,
)  # fmt: skip

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
    may=verbs.EVERYBODY | {"participation.read", "action.oversee", *FORMS, *ACTING, *CONVENING},
    sees=sights.ARRANGING,
    home="my-meetings",
)
