"""The tracker of actions, and the forms the business unit writes."""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    AGENCY,
    HOLDER,
    NARRATIVE,
    PLACE,
    STAFF,
    STAFF_ID,
    UNCOUNTED_ID,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
    "childaction": {
        UNCOUNTED_ID: "id person origin_id",
        PLACE: "scope desk seal",
        WORKFLOW: "origin_kind origin_key owner_agency proposed_at due_on first_due_on state"
        " at_risk measured_on version",
        HOLDER: "owner proposed_by verified_by",
        NARRATIVE: "what why measure measure_before measure_after moves",
    },
    "formversion": {
        STAFF_ID: "id written_by published_by",
        STAFF: "body",
        AGENCY: "form number written_at published_at since version",
    },
    "questionkey": {AGENCY: "id form key number asks"},
    "action": {
        STAFF_ID: "id owner proposed_by verified_by",
        # What colleagues wrote of an agency's own work.
        STAFF: "what why measure measure_before measure_after moves",
        AGENCY: "origin_kind origin_id origin_key owner_agency proposed_at due_on first_due_on"
        " state at_risk measured_on version",
    },
}
