"""Meetings: who was asked and came, what each agency wrote, what was decided and by whom not."""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    EVENT,
    HOLDER,
    IDENTITY,
    NARRATIVE,
    PLACE,
    RECORD_ID,
    SEAL,
    SOURCE_AGENCY,
    STEP,
    UNCOUNTED_ID,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
    "meeting": {
        RECORD_ID: "id",
        UNCOUNTED_ID: "again_of",
        PLACE: "scope desk",
        SEAL: "seal",
        STEP: "kind",
        EVENT: "state planned_at held_at called_at minutes_sent_at",
        SOURCE_AGENCY: "agency",
        WORKFLOW: "place taken_up_on recorded_at version",
        HOLDER: "chair called_by",
        NARRATIVE: "title why",
    },
    "meetingchild": {
        UNCOUNTED_ID: "id meeting person entry",
        PLACE: "scope desk seal",
        IDENTITY: "given_name family_name date_of_birth",
    },
    "invitation": {
        RECORD_ID: "id meeting",
        PLACE: "scope desk children",
        SEAL: "seal",
        EVENT: "agency_kind invited_at in_time report_due_on reported_at attendance",
        SOURCE_AGENCY: "agency",
        WORKFLOW: "response responded_at",
        HOLDER: "account invited_by",
        NARRATIVE: "who came response_why",
    },
    "agencyreport": {
        UNCOUNTED_ID: "id invitation child",
        PLACE: "scope desk seal",
        WORKFLOW: "form form_version at",
        HOLDER: "by",
        NARRATIVE: "answers",
    },
    "meetingdecision": {
        UNCOUNTED_ID: "id meeting child",
        PLACE: "scope desk seal",
        WORKFLOW: "form form_version at",
        HOLDER: "by",
        NARRATIVE: "answers",
    },
    "dissent": {
        UNCOUNTED_ID: "id decision invitation",
        PLACE: "scope desk seal",
        WORKFLOW: "at",
        HOLDER: "by",
        NARRATIVE: "words",
    },
    "minutes": {
        UNCOUNTED_ID: "id meeting child",
        PLACE: "scope desk seal",
        WORKFLOW: "at",
        HOLDER: "by",
        NARRATIVE: "words",
    },
}
