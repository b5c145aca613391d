"""A restriction seals all that is recorded of a child: a table nobody thought of fails here."""

import re

import psycopg
import pytest

from goldenthread.records.protected import Protected

pytestmark = pytest.mark.postgresql

# Not of the child's record, and why each stays where it is.
STAYS = {
    "gt_draft": "not sent yet, and its writer's own",
    "gt_upload": "figures, of no child",
    "gt_quarantine": "sealed already, and about another child",
    "gt_restriction": "sealed as it is made",
    "gt_restricted_look": "the custodian's own",
    "gt_sealed_record": "sealed as it is made",
    "gt_access_name": "sealed as it is made",
    "gt_second_person": "sealed as it is asked",
    "gt_shared_copy": "what somebody was told already, who keeps it as they were told",
    "gt_signal": "ids alone, at the privacy officer's desk",
    "gt_break_glass": "ids alone, at the privacy officer's desk",
    "gt_exclusion": "ids alone, at the desk of those who keep the list",
    "gt_look_report": "ids alone, at the privacy officer's desk",
    "gt_look_sample": "ids alone, at a manager's desk",
    "gt_meeting": "no word of any child, and may be about others",
    "gt_invitation": "no word of any child, and may be about others",
}


def test_every_table_of_a_childs_record_is_sealed_with_it(database):
    with psycopg.connect(database.owner) as owner:
        (body,) = owner.execute(
            "select prosrc from pg_proc where proname = 'gt_seal_child'"
        ).fetchone()
    sealed = set(re.findall(r"update (gt_\w+)", body)) | set(re.findall(r"'(gt_\w+)'", body))
    tables = {model._meta.db_table for model in Protected.__subclasses__()}
    assert sealed <= tables
    assert tables - sealed == set(STAYS) & tables
