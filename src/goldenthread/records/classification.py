"""What each field is: who may see it, what a document or a subject gets of it, how long it is kept.

One class for each field of each model, and for each table of a library: the build fails while one
is missing (SECURITY P2: nothing about a child is kept before somebody has said how).
"""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    AGENCY,
    AGENCY_KEY,
    CHARACTERISTIC,
    DRAFT,
    DRAFT_ID,
    EVENT,
    HOLDER,
    HOUSEHOLD,
    IDENTITY,
    KEPT_SAFE,
    MACHINERY,
    NARRATIVE,
    PLACE,
    RECORD_ID,
    RELATIONSHIP,
    RESPONSIBLE,
    SEAL,
    SEARCHED,
    SECRET,
    SECRET_ID,
    SENDER,
    SOURCE,
    SOURCE_AGENCY,
    STAFF,
    STAFF_HOME,
    STAFF_ID,
    STEP,
    TIE,
    TRAIL,
    UNCOUNTED_ID,
    WHEREABOUTS,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
    "account": {
        STAFF_ID: "id agency team",
        STAFF: "email full_name job_title role is_service is_active opened_at",
        SECRET: "password last_login",
    },
    "accounthome": {STAFF_HOME: "account lines postcode"},
    "agency": {AGENCY_KEY: "id key kind", AGENCY: "name"},
    "team": {AGENCY: "id agency key name opened_on closed_on"},
    "guest": {
        UNCOUNTED_ID: "id",
        PLACE: "scope desk seal",
        SOURCE: "agency",
        SENDER: "full_name job_title agency_words agency_kind email telephone came_by",
        WORKFLOW: "started_at verified_at",
    },
    "guestpass": {
        SECRET_ID: "id guest_id",
        SECRET: "purpose hashed starts_at expires_at used_at tries",
    },
    "tally": {MACHINERY: "id hashed hour number"},
    "deskseat": {STAFF_ID: "id account", STAFF: "desk starts_at ends_at"},
    "delegation": {STAFF_ID: "id account given_by", STAFF: "duty words starts_at ends_at"},
    "person": {
        RECORD_ID: "id",
        PLACE: "scope desk",
        SEAL: "seal",
        IDENTITY: "given_name family_name died_on",
        CHARACTERISTIC: "kind date_of_birth expected_date_of_birth sex ethnicity",
        UNCOUNTED_ID: "same_as",
    },
    "identifier": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        IDENTITY: "kind value told valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
    },
    "personname": {
        UNCOUNTED_ID: "id person supersedes",
        PLACE: "scope desk seal",
        IDENTITY: "kind given_name family_name valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
        NARRATIVE: "why_ended",
    },
    "address": {
        UNCOUNTED_ID: "id person supersedes",
        PLACE: "scope desk seal",
        WHEREABOUTS: "kind lines postcode valid_from valid_to",
        KEPT_SAFE: "is_safe",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
        NARRATIVE: "why_ended",
    },
    "relationship": {
        UNCOUNTED_ID: "id person other pair supersedes",
        PLACE: "scope desk seal",
        TIE: "kind valid_from valid_to",
        RESPONSIBLE: "parental_responsibility",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
        NARRATIVE: "why_ended",
    },
    "householdmember": {
        UNCOUNTED_ID: "id person household supersedes",
        PLACE: "scope desk seal",
        WHEREABOUTS: "valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
        NARRATIVE: "why_ended",
    },
    "enrolment": {
        UNCOUNTED_ID: "id person setting supersedes",
        PLACE: "scope desk seal",
        WHEREABOUTS: "kind name valid_from valid_to",
        WORKFLOW: "recorded_at",
        HOLDER: "recorded_by",
        NARRATIVE: "why_ended",
    },
    "involvement": {
        UNCOUNTED_ID: "id person practitioner supersedes",
        PLACE: "scope desk seal",
        HOLDER: "recorded_by",
        WORKFLOW: "what valid_from valid_to recorded_at",
        NARRATIVE: "why_ended",
    },
    "household": {HOUSEHOLD: "id recorded_at"},
    "identification": {
        UNCOUNTED_ID: "id person child supersedes",
        PLACE: "scope desk seal",
        NARRATIVE: "why why_ended",
        WORKFLOW: "decision valid_from valid_to recorded_at",
        HOLDER: "recorded_by",
    },
    "setting": {AGENCY: "id kind name code postcode opened_on closed_on"},
    "directorybefore": {STAFF_ID: "id listed_id changed_by", STAFF: "of number said changed_at"},
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
        WORKFLOW: "reference sole withdrawn lane due_on due_at due_clock version",
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
        HOLDER: "entered_by",
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
    "share": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal digest",
        WORKFLOW: "decision form form_version to_agency agency at expires_at opened_at recalled_at",
        HOLDER: "to by recalled_by",
        NARRATIVE: "answers items recalled_why",
    },
    "sharedcopy": {
        UNCOUNTED_ID: "id share person",
        PLACE: "scope desk seal digest",
        WORKFLOW: "at expires_at",
        HOLDER: "to",
        NARRATIVE: "told items",
    },
    "keptapart": {
        UNCOUNTED_ID: "id entry",
        PLACE: "scope desk seal home_desk",
        NARRATIVE: "answers",
    },
    "withdrawal": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        WORKFLOW: "happened_at withdrawn_at ended_at",
    },
    "quarantine": {
        UNCOUNTED_ID: "id withdrawal episode entered_anew entry entry_anew",
        PLACE: "scope desk seal",
        WORKFLOW: "withdrawn_at decision decided_at",
        HOLDER: "withdrawn_by decided_by",
        NARRATIVE: "held why decided_why",
    },
    "signal": {
        UNCOUNTED_ID: "id person_id",
        PLACE: "scope desk seal",
        WORKFLOW: "kind day seen usual raised_at outcome reviewed_at",
        HOLDER: "account reviewed_by",
        NARRATIVE: "why",
    },
    "looksample": {
        UNCOUNTED_ID: "id trail_id",
        PLACE: "scope desk seal person_ids",
        WORKFLOW: "week verb looked_at drawn_at view reviewed_at",
        HOLDER: "account reviewed_by",
        NARRATIVE: "words",
    },
    "lookreport": {
        UNCOUNTED_ID: "id person_id",
        PLACE: "scope desk seal",
        WORKFLOW: "first_day last_day names made_at",
        HOLDER: "made_by",
        NARRATIVE: "asked_by why",
    },
    "restriction": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        HOLDER: "custodian restricted_by restricted_at lifted_at",
        NARRATIVE: "telephone why",
    },
    "restrictedlook": {
        UNCOUNTED_ID: "id restriction",
        PLACE: "scope desk seal",
        HOLDER: "account at",
    },
    "secondperson": {
        UNCOUNTED_ID: "id about",
        PLACE: "scope desk seal",
        WORKFLOW: "act asked_at decision decided_at",
        HOLDER: "asked_by decided_by",
        NARRATIVE: "why seen decided_why",
    },
    "grant": {RELATIONSHIP: "id account team role kind level scope seal source starts_at ends_at"},
    "notification": {
        UNCOUNTED_ID: "id occasion",
        PLACE: "scope desk seal police_reference",
        SOURCE: "agency",
        WORKFLOW: "fingerprint version received_at changed_at",
    },
    "feedkey": {SECRET_ID: "id agency", SECRET: "name hashed starts_at ends_at"},
    "upload": {
        DRAFT_ID: "id account",
        DRAFT: "scope desk seal uploaded_at state files reading percent snapshot says finished_at",
    },
    "draft": {
        DRAFT_ID: "id account sent_occasion",
        DRAFT: "scope desk seal instrument instrument_version typed version started_at updated_at",
    },
    "trail": {
        TRAIL: "id at account_id agency_id role verb resource object_ids person_ids purpose"
        " decision reason request_id session_hash address xid",
    },
    "trailbatch": {
        TRAIL: "batch shape count first_xid first_id last_xid last_id sealed_at entries previous"
        " hash",
    },
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
