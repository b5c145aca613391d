"""Who signs in and for whom they work, and who tells us without an account."""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    AGENCY,
    AGENCY_KEY,
    MACHINERY,
    PLACE,
    RELATIONSHIP,
    SECRET,
    SECRET_ID,
    SENDER,
    SOURCE,
    STAFF,
    STAFF_HOME,
    STAFF_ID,
    UNCOUNTED_ID,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
    "account": {
        STAFF_ID: "id agency team",
        STAFF: "email full_name job_title role is_service is_active opened_at",
        SECRET: "password last_login",
    },
    "accesschange": {
        STAFF_ID: "asked agency account team",
        STAFF: "email full_name job_title role came_by done_at left",
    },
    "accounthome": {STAFF_HOME: "account lines postcode"},
    "outsideidentity": {
        STAFF_ID: "id account joined_by",
        SECRET: "issuer subject joined_at ended_at",
    },
    "agency": {AGENCY_KEY: "id key kind", AGENCY: "name left_at"},
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
    "setting": {AGENCY: "id kind name code postcode opened_on closed_on"},
    "directorybefore": {STAFF_ID: "id listed_id changed_by", STAFF: "of number said changed_at"},
    "practitioner": {
        STAFF_ID: "id agency team setting",
        STAFF: "full_name job_title phone email valid_from valid_to",
    },
    "grant": {RELATIONSHIP: "id account team role kind level scope seal source starts_at ends_at"},
    "feedkey": {SECRET_ID: "id agency", SECRET: "name hashed starts_at ends_at"},
}
