"""What was told, recorded, decided and shared about a child."""

from collections.abc import Mapping

from goldenthread.records.field_class import (
    DRAFT,
    DRAFT_ID,
    EVENT,
    HOLDER,
    NARRATIVE,
    PLACE,
    RECORD_ID,
    SEAL,
    SOURCE,
    SOURCE_AGENCY,
    STEP,
    UNCOUNTED_ID,
    WORKFLOW,
    Class,
)

FIELDS: Mapping[str, Mapping[Class, str]] = {
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
        EVENT: "opened_at closed_at state began_on ended_on",
        SOURCE_AGENCY: "agency",
        WORKFLOW: "reference sole one_of withdrawn lane due_on due_at due_clock version",
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
    "notification": {
        UNCOUNTED_ID: "id occasion",
        PLACE: "scope desk seal police_reference",
        SOURCE: "agency",
        WORKFLOW: "fingerprint version received_at changed_at",
    },
    "upload": {
        DRAFT_ID: "id account",
        DRAFT: "scope desk seal uploaded_at state files reading percent snapshot says finished_at",
    },
    "draft": {
        DRAFT_ID: "id account sent_occasion",
        DRAFT: "scope desk seal instrument instrument_version typed version started_at updated_at",
    },
}
