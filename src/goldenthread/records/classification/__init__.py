"""What each field is: who may see it, what a document or a subject gets of it, how long it is kept.

One class for each field of each model, and for each table of a library: the build fails while one
is missing (SECURITY P2: nothing about a child is kept before somebody has said how).
"""

from collections.abc import Mapping

from goldenthread.records.classification import (
    actions,
    casework,
    meetings,
    oversight,
    register,
    staff,
)
from goldenthread.records.field_class import (
    MACHINERY,
    SEARCHED,
    SECRET,
    SOURCE,
    STAFF,
    TRAIL,
    Class,
)

__all__ = ["FIELDS", "SOURCE", "TABLES", "TRAIL", "of"]

FIELDS: Mapping[str, Mapping[Class, str]] = {
    **staff.FIELDS,
    **register.FIELDS,
    **actions.FIELDS,
    **casework.FIELDS,
    **meetings.FIELDS,
    **oversight.FIELDS,
}

# Tables of the libraries, whole: none holds a word about a child. Jobs carry opaque ids only.
TABLES: Mapping[Class, str] = {
    SEARCHED: "gt_register_name gt_register_number gt_register_word",
    SECRET: "django_session mfa_authenticator axes_accessattempt axes_accessattemptexpiration"
    " axes_accessfailurelog axes_accesslog account_emailconfirmation",
    STAFF: "account_emailaddress",
    MACHINERY: "auth_group auth_group_permissions auth_permission django_content_type"
    " django_migrations gt_setup gt_stamp gt_watch gt_opened_day procrastinate_events"
    " procrastinate_jobs procrastinate_periodic_defers procrastinate_workers",
}


def of(model: str) -> dict[str, Class]:
    """Return the class of each field of a model, named as Django names it; raises KeyError."""
    return {field: kind for kind, names in FIELDS[model].items() for field in names.split()}
