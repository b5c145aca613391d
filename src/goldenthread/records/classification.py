"""What each field is: who may see it, what a document or a subject gets of it, how long it is kept.

One class for each field of each model, and for each table of a library: the build fails while one
is missing (SECURITY P2: nothing about a child is kept before somebody has said how).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Access(StrEnum):
    """Who may read it: by row security, by signing in, the service alone, or no serving role."""

    RELATIONSHIP = "relationship"
    SIGNED_IN = "signed-in"
    SERVICE = "service"
    NOBODY = "nobody"


class Redaction(StrEnum):
    """What a document that leaves the partnership does with it."""

    NONE = "none"
    IDENTITY = "identity"
    NARRATIVE = "narrative"
    SOURCE = "source"
    STAFF = "staff"
    NEVER_LEAVES = "never-leaves"


class SubjectAccess(StrEnum):
    """What somebody asking for their own record gets of it (UK GDPR article 15)."""

    GIVEN = "given"
    READ_FIRST = "read-first"
    WITHHELD = "withheld"
    NOT_THEIRS = "not-theirs"


class Retention(StrEnum):
    """Whose clock it is kept by; the periods themselves are the partnership's to set."""

    CHILD = "child"
    ACCOUNT = "account"
    DRAFT = "draft"
    TRAIL = "trail"
    PARTNERSHIP = "partnership"


class Statistics(StrEnum):
    """Whether what counts may read it, or never sees it."""

    COUNTED = "counted"
    NEVER = "never"


class Log(StrEnum):
    """Whether the trail or a log may hold it: an opaque id or a key of content, or never."""

    ID = "id"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Class:
    """One answer to each of the six questions."""

    access: Access
    redaction: Redaction
    subject_access: SubjectAccess
    retention: Retention
    statistics: Statistics = Statistics.NEVER
    log: Log = Log.NEVER


# About a child, behind row security.
WORKFLOW = Class(
    access=Access.RELATIONSHIP,
    redaction=Redaction.NONE,
    subject_access=SubjectAccess.GIVEN,
    retention=Retention.CHILD,
)
EVENT = replace(WORKFLOW, statistics=Statistics.COUNTED)
STEP = replace(EVENT, log=Log.ID)
IDENTITY = replace(WORKFLOW, redaction=Redaction.IDENTITY)
# Where somebody lives may be what another must not learn.
WHEREABOUTS = replace(IDENTITY, subject_access=SubjectAccess.READ_FIRST)
CHARACTERISTIC = replace(IDENTITY, statistics=Statistics.COUNTED)
NARRATIVE = replace(
    WORKFLOW, redaction=Redaction.NARRATIVE, subject_access=SubjectAccess.READ_FIRST
)
HOLDER = replace(
    WORKFLOW, redaction=Redaction.STAFF, subject_access=SubjectAccess.READ_FIRST, log=Log.ID
)
SOURCE = replace(
    WORKFLOW, redaction=Redaction.SOURCE, subject_access=SubjectAccess.WITHHELD, log=Log.ID
)
SOURCE_AGENCY = replace(
    SOURCE, subject_access=SubjectAccess.READ_FIRST, statistics=Statistics.COUNTED
)
PLACE = replace(WORKFLOW, redaction=Redaction.NEVER_LEAVES, subject_access=SubjectAccess.NOT_THEIRS)
# The extract's policies read it, to leave the sealed stores out.
SEAL = replace(PLACE, statistics=Statistics.COUNTED)
UNCOUNTED_ID = replace(PLACE, log=Log.ID)
RECORD_ID = replace(SEAL, log=Log.ID)

# A form not yet sent.
DRAFT = Class(
    access=Access.RELATIONSHIP,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.DRAFT,
)
DRAFT_ID = replace(DRAFT, subject_access=SubjectAccess.NOT_THEIRS, log=Log.ID)

# About colleagues and agencies.
STAFF = Class(
    access=Access.SIGNED_IN,
    redaction=Redaction.STAFF,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.ACCOUNT,
)
STAFF_ID = replace(
    STAFF,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.NOT_THEIRS,
    log=Log.ID,
)
AGENCY = Class(
    access=Access.SIGNED_IN,
    redaction=Redaction.NONE,
    subject_access=SubjectAccess.NOT_THEIRS,
    retention=Retention.PARTNERSHIP,
)
AGENCY_KEY = replace(AGENCY, statistics=Statistics.COUNTED, log=Log.ID)

SECRET = Class(
    access=Access.SERVICE,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.WITHHELD,
    retention=Retention.ACCOUNT,
)
RELATIONSHIP = replace(
    SECRET, subject_access=SubjectAccess.READ_FIRST, retention=Retention.CHILD, log=Log.ID
)
MACHINERY = replace(
    SECRET, subject_access=SubjectAccess.NOT_THEIRS, retention=Retention.PARTNERSHIP
)

# A household says nothing by itself: its members are behind row security.
HOUSEHOLD = replace(AGENCY, log=Log.ID)

# Who looked at what: written by all, read by no serving role.
TRAIL = Class(
    access=Access.NOBODY,
    redaction=Redaction.NEVER_LEAVES,
    subject_access=SubjectAccess.READ_FIRST,
    retention=Retention.TRAIL,
    log=Log.ID,
)

# The search's index: filled by triggers, read by its function, and by no serving role.
SEARCHED = replace(
    TRAIL, subject_access=SubjectAccess.NOT_THEIRS, retention=Retention.CHILD, log=Log.NEVER
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
    "account": {
        STAFF_ID: "id agency team",
        STAFF: "email full_name job_title role is_service is_active",
        SECRET: "password last_login",
    },
    "agency": {AGENCY_KEY: "id key kind", AGENCY: "name"},
    "team": {AGENCY: "id agency key name"},
    "deskseat": {STAFF_ID: "id account", STAFF: "desk starts_at ends_at"},
    "delegation": {STAFF_ID: "id account given_by", STAFF: "duty words starts_at ends_at"},
    "person": {
        RECORD_ID: "id",
        PLACE: "scope desk",
        SEAL: "seal",
        IDENTITY: "given_name family_name",
        CHARACTERISTIC: "kind date_of_birth expected_date_of_birth sex ethnicity",
        UNCOUNTED_ID: "same_as",
    },
    "identifier": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        IDENTITY: "kind value valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "personname": {
        UNCOUNTED_ID: "id person supersedes",
        PLACE: "scope desk seal",
        IDENTITY: "kind given_name family_name valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "address": {
        UNCOUNTED_ID: "id person supersedes",
        PLACE: "scope desk seal",
        WHEREABOUTS: "kind lines postcode is_safe valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "relationship": {
        UNCOUNTED_ID: "id person other pair supersedes",
        PLACE: "scope desk seal",
        IDENTITY: "kind parental_responsibility valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "householdmember": {
        UNCOUNTED_ID: "id person household supersedes",
        PLACE: "scope desk seal",
        WHEREABOUTS: "valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "household": {HOUSEHOLD: "id recorded_at"},
    "identification": {
        UNCOUNTED_ID: "id person child supersedes",
        PLACE: "scope desk seal",
        NARRATIVE: "why",
        WORKFLOW: "decision valid_from valid_to recorded_at",
        HOLDER: "recorded_by",
    },
    "setting": {AGENCY: "id kind name code postcode opened_on closed_on"},
    "practitioner": {
        STAFF_ID: "id agency team setting",
        STAFF: "full_name job_title phone email valid_from valid_to",
    },
    "occasion": {
        UNCOUNTED_ID: "id",
        PLACE: "scope desk seal",
        WORKFLOW: "kind reference instrument instrument_version submitted_at",
        NARRATIVE: "answers",
        SOURCE: "by agency",
    },
    "episode": {
        RECORD_ID: "id subject_person occasion opened_from",
        PLACE: "scope desk",
        SEAL: "seal",
        STEP: "pathway last_step",
        EVENT: "opened_at closed_at state",
        SOURCE_AGENCY: "agency",
        WORKFLOW: "reference sole lane due_on due_at due_clock version",
        HOLDER: "claimed_by claimed_at",
    },
    "entry": {
        RECORD_ID: "id episode supersedes",
        UNCOUNTED_ID: "occasion",
        PLACE: "scope desk",
        SEAL: "seal",
        STEP: "step",
        EVENT: "happened_at happened_precision recorded_at counted",
        WORKFLOW: "step_version form form_version",
        SOURCE: "by",
        SOURCE_AGENCY: "agency",
        NARRATIVE: "answers why_corrected",
    },
    "clockrun": {
        RECORD_ID: "id episode",
        PLACE: "scope desk",
        SEAL: "seal",
        EVENT: "clock started_at start_precision due_on due_at stopped_at status",
    },
    "sample": {
        UNCOUNTED_ID: "id entry episode person_scope occasion_scope",
        PLACE: "scope desk seal",
        WORKFLOW: "duty reference drawn_at reviewed_at view",
        HOLDER: "decided_by reviewed_by",
        NARRATIVE: "words",
    },
    "grant": {RELATIONSHIP: "id account scope seal source starts_at ends_at"},
    "notification": {
        UNCOUNTED_ID: "id occasion",
        PLACE: "scope desk seal police_reference",
        SOURCE: "agency",
        WORKFLOW: "fingerprint version received_at changed_at",
    },
    "feedkey": {replace(SECRET, log=Log.ID): "id agency", SECRET: "name hashed starts_at ends_at"},
    "draft": {
        DRAFT_ID: "id account sent_occasion",
        DRAFT: "scope desk seal instrument instrument_version typed version started_at updated_at",
    },
    "trail": {
        TRAIL: "id at account_id agency_id role verb resource object_ids person_ids purpose"
        " decision reason request_id session_hash address",
    },
}

# Tables of the libraries, whole: none holds a word about a child. Jobs carry opaque ids only.
TABLES: Mapping[Class, str] = {
    SEARCHED: "gt_register_name gt_register_number",
    SECRET: "django_session mfa_authenticator axes_accessattempt axes_accessattemptexpiration"
    " axes_accessfailurelog axes_accesslog account_emailconfirmation",
    STAFF: "account_emailaddress",
    MACHINERY: "auth_group auth_group_permissions auth_permission django_content_type"
    " django_migrations gt_setup gt_stamp procrastinate_events procrastinate_jobs"
    " procrastinate_periodic_defers procrastinate_workers",
}


def of(model: str) -> dict[str, Class]:
    """Return the class of each field of a model, named as Django names it; raises KeyError."""
    return {field: kind for kind, names in FIELDS[model].items() for field in names.split()}
