"""What is kept of looks, of what was put right and of what takes two people."""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    HOLDER,
    NARRATIVE,
    PLACE,
    TIE,
    TRAIL,
    UNCOUNTED_ID,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
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
    "breakglass": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        HOLDER: "account agency custodian ended_by reviewed_by",
        WORKFLOW: "category opened_at ends_at outcome reviewed_at",
        NARRATIVE: "why done",
    },
    "exclusion": {
        UNCOUNTED_ID: "id person",
        PLACE: "scope desk seal",
        HOLDER: "account declared_by starts_at ends_at",
        TIE: "kind household",
        NARRATIVE: "why",
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
    "sealedrecord": {
        UNCOUNTED_ID: "id person episode",
        PLACE: "scope desk seal store",
        HOLDER: "custodian colleague sealed_by sealed_at lifted_at",
        NARRATIVE: "about why",
    },
    "accessname": {
        UNCOUNTED_ID: "id sealed",
        PLACE: "scope desk seal",
        HOLDER: "account added_by added_at until ended_by ended_at",
        NARRATIVE: "why",
    },
    "secondperson": {
        UNCOUNTED_ID: "id about",
        PLACE: "scope desk seal",
        WORKFLOW: "act asked_at decision decided_at",
        HOLDER: "asked_by decided_by",
        NARRATIVE: "why seen decided_why",
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
