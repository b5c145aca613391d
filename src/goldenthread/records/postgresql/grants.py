"""What each database role may do to each table, applied at the end of every set-up.

The web and worker roles own nothing. They insert what is appended, update only the columns a
projection keeps, and cannot read the trail they write (SECURITY section 2.4).
"""

from typing import Any

SERVING = "gt_web, gt_worker"

TABLES = {
    "gt_agency": "select",
    "gt_team": "select, insert, update (name, opened_on, closed_on)",
    "gt_account": "select, update (last_login, password)",
    "gt_access_change": "select, insert",
    "gt_outside_identity": "select, insert",
    "gt_desk_seat": "select",
    "gt_person": "select, insert, update (same_as_id, kind, date_of_birth, expected_date_of_birth, "
    "died_on, sex)",
    "gt_identifier": "select, insert, update (valid_to)",
    "gt_person_name": "select, insert",
    "gt_address": "select, insert",
    "gt_relationship": "select, insert",
    "gt_enrolment": "select, insert",
    "gt_involvement": "select, insert",
    "gt_household": "select, insert",
    "gt_household_member": "select, insert",
    "gt_identification": "select, insert",
    "gt_setting": "select, insert, update (kind, name, code, postcode, opened_on, closed_on)",
    "gt_directory_before": "select, insert",
    "gt_practitioner": "select, insert, update (full_name, job_title, agency_id, team_id, "
    "setting_id, phone, email, valid_from, valid_to)",
    "gt_occasion": "select, insert",
    "gt_episode": "select, insert, update (closed_at, state, last_step, lane, due_on, due_at, "
    "due_clock, claimed_by_id, claimed_at, version, began_on, ended_on)",
    "gt_entry": "select, insert",
    "gt_clock_run": "select, insert, update, delete",
    "gt_grant": "select, insert, update (ends_at)",
    "gt_notification": "select, insert, update (fingerprint, version, changed_at)",
    "gt_feed_key": "select",
    "gt_delegation": "select, insert, update (ends_at)",
    "gt_sample": "select, insert, update (reviewed_by_id, reviewed_at, view, words)",
    "gt_kept_apart": "select, insert",
    "gt_withdrawal": "select",
    "gt_quarantine": "select",
    "gt_share": "select, insert, update (recalled_at, recalled_by_id, recalled_why)",
    "gt_shared_copy": "select, insert",
    "gt_guest": "select, insert, update (verified_at), delete",
    "gt_guest_pass": "select, insert, update (used_at, tries), delete",
    "gt_tally": "select, insert, update (number), delete",
    "gt_upload": "select, insert, update (state, files, reading, percent, snapshot, says, "
    "finished_at)",
    "gt_restriction": "select",
    "gt_restricted_look": "select",
    "gt_sealed_record": "select, insert",
    "gt_access_name": "select, insert",
    "gt_exclusion": "select",
    "gt_break_glass": "select, update (ends_at, ended_by_id, outcome, done, reviewed_by_id, "
    "reviewed_at)",
    "gt_second_person": "select, insert, update (decision, decided_by_id, decided_at, decided_why)",
    "gt_draft": "select, insert, update, delete",
    "gt_look_report": "select, insert",
    "gt_look_sample": "select, insert, update (view, words, reviewed_by_id, reviewed_at)",
    "gt_signal": "select, insert, update (outcome, why, reviewed_by_id, reviewed_at)",
    "gt_meeting": "select, insert, update (state, why, taken_up_on, held_at, recorded_at, "
    "minutes_sent_at, chair_id, version)",
    "gt_meeting_child": "select, insert, update (entry_id)",
    "gt_invitation": "select, insert, update (account_id, children, response, response_why, "
    "responded_at, reported_at, attendance, came)",
    "gt_agency_report": "select, insert",
    "gt_meeting_decision": "select, insert",
    "gt_dissent": "select, insert",
    "gt_minutes": "select, insert",
    "gt_trail": "insert",
    "gt_form_version": "select, insert, update (body, written_by_id, written_at, number,"
    " published_by_id, published_at, since, version), delete",
    "gt_question_key": "select, insert",
    **dict.fromkeys(
        ("gt_action", "gt_child_action"),
        "select, insert, update (owner_id, due_on, state, at_risk, verified_by_id, measure_after, "
        "measured_on, moves, version)",
    ),
}

# The extract counts. It never reads answers, names or who a record is by.
EXTRACT = {
    "gt_agency": "id, key, kind",
    "gt_person": "id, kind, date_of_birth, expected_date_of_birth, sex, ethnicity, seal",
    "gt_episode": "id, pathway, subject_person_id, occasion_id, opened_from_id, agency_id, "
    "opened_at, closed_at, began_on, ended_on, state, last_step, seal",
    "gt_entry": "id, episode_id, step, happened_at, happened_precision, recorded_at, agency_id, "
    "counted, supersedes_id, seal",
    "gt_clock_run": "id, episode_id, clock, started_at, start_precision, due_on, due_at, "
    "stopped_at, status, seal",
    "gt_meeting": "id, kind, state, planned_at, held_at, called_at, minutes_sent_at, agency_id, "
    "seal",
    "gt_invitation": "id, meeting_id, agency_id, agency_kind, invited_at, in_time, report_due_on, "
    "reported_at, attendance, seal",
}

# The sealer reads the trail it chains, and adds to the chain. Nothing else of the casework is its.
SEALER = {"gt_trail": "select", "gt_trail_batch": "select, insert"}
# Written once: what bypasses row security adds to the trail and takes nothing from it.
APPEND_ONLY = "gt_trail, gt_trail_batch"

OTHERS = """
select table_name from information_schema.tables
where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'gt\\_%'
  and table_name <> 'django_migrations'
"""

# Those that tell who is acting and what they hold, and the one that changes what nobody may see.
# PostgreSQL gives a new function to everybody; these are for those who serve people.
FUNCTIONS = (
    "gt_account()",
    "gt_now()",
    "gt_my_desks()",
    "gt_my_scopes()",
    "gt_my_seals()",
    "gt_leave_desk(uuid)",
    "gt_move_desk(uuid, text)",
    "gt_search_register(text, text, date, text, text, integer)",
    "gt_known_flags(uuid[], text, text)",
    "gt_known_people(uuid)",
    "gt_cluster(uuid)",
    "gt_looked_at()",
    "gt_was_refused(uuid)",
    "gt_break_glass(uuid, text, text, integer, integer, interval, timestamptz)",
    "gt_looks_through(uuid)",
    "gt_barred(uuid, timestamptz)",
    "gt_my_exclusions()",
    "gt_kept_from(uuid)",
    "gt_exclude(uuid, uuid[], text, text, boolean, timestamptz)",
    "gt_lift_exclusion(uuid, timestamptz)",
    "gt_restrict(uuid, uuid, text, text, uuid[], timestamptz)",
    "gt_lift_restriction(uuid, timestamptz)",
    "gt_restricted_stub(text[], text, text, date, text)",
    "gt_seal_person(text, uuid, text, uuid, uuid, text, uuid[], timestamptz)",
    "gt_add_name(uuid, uuid, timestamptz, text, timestamptz)",
    "gt_end_name(uuid, uuid, timestamptz)",
    "gt_lift_seal(uuid, timestamptz)",
    "gt_stubs(uuid[])",
    "gt_contact_in_question(uuid)",
    "gt_notified(uuid, text, text, timestamptz)",
    "gt_pass_to_case(uuid, text, timestamptz)",
    "gt_open_beside(uuid, text[])",
    "gt_fewest_held(text[], uuid, uuid)",
    "gt_withdraw(uuid, uuid, text, text[], timestamptz)",
    "gt_withdraw_entry(uuid, uuid, text, boolean, timestamptz)",
    "gt_settle_quarantine(uuid, text, text, timestamptz, uuid)",
    "gt_who_had_seen(uuid)",
    "gt_given_to(uuid[])",
    "gt_close_account(uuid, timestamptz)",
    "gt_keeps_accounts(uuid)",
    "gt_change_access(uuid, text[], text[], text[], text, timestamptz)",
    "gt_end_agency(uuid, text, timestamptz)",
    "gt_held_by_agency(uuid, timestamptz)",
    "gt_keep_for_deciders(uuid, text)",
    "gt_guests_of(text)",
    "gt_looks_at(uuid, date, date, integer)",
    "gt_looks_by(uuid, date, date, integer)",
    "gt_opened(integer, text[])",
    "gt_watched(text[], interval, text)",
    "gt_open_share(uuid, timestamptz)",
    "gt_looks_of_last_week()",
    "gt_participation(date, date)",
    "gt_meetings_planned(date, date)",
)
# Past row security by their owner: each checks for itself what who calls it may see.
DEFINED = (
    "gt_seen_episode(uuid)",
    "gt_hold_person(uuid, text)",
    "gt_leave_desk(uuid)",
    "gt_move_desk(uuid, text)",
    "gt_search_register(text, text, date, text, text, integer)",
    "gt_known_flags(uuid[], text, text)",
    "gt_known_people(uuid)",
    "gt_cluster(uuid)",
    "gt_stubs(uuid[])",
    "gt_may_search()",
    "gt_keep_words(text[])",
    "gt_words_like(text, integer)",
    "gt_seen_people(uuid[])",
    "gt_together(uuid[])",
    "gt_index_people()",
    "gt_index_person()",
    "gt_index_name()",
    "gt_index_number()",
    "gt_hold_subject()",
    "gt_refuse_chain()",
    "gt_contact_in_question(uuid)",
    "gt_notified(uuid, text, text, timestamptz)",
    "gt_pass_to_case(uuid, text, timestamptz)",
    "gt_open_beside(uuid, text[])",
    "gt_fewest_held(text[], uuid, uuid)",
    "gt_withdraw(uuid, uuid, text, text[], timestamptz)",
    "gt_withdraw_entry(uuid, uuid, text, boolean, timestamptz)",
    "gt_settle_quarantine(uuid, text, text, timestamptz, uuid)",
    "gt_close_account(uuid, timestamptz)",
    "gt_keeps_accounts(uuid)",
    "gt_seat(uuid, text, text[], text[], text, timestamptz)",
    "gt_end_access(uuid[], timestamptz)",
    "gt_agreed_access(uuid, text[])",
    "gt_change_access(uuid, text[], text[], text[], text, timestamptz)",
    "gt_end_agency(uuid, text, timestamptz)",
    "gt_held_by_agency(uuid, timestamptz)",
    "gt_who_had_seen(uuid)",
    "gt_hold_withdrawal()",
    "gt_keep_for_deciders(uuid, text)",
    "gt_follow_entry()",
    "gt_held_at(uuid)",
    "gt_in_quarantine(uuid)",
    "gt_move_held(uuid, jsonb, boolean)",
    "gt_one_child(uuid[])",
    "gt_given_to(uuid[])",
    "gt_forget_words()",
    "gt_guests_of(text)",
    "gt_hold_guest()",
    "gt_read_trail(text, uuid[], uuid[])",
    "gt_looks_at(uuid, date, date, integer)",
    "gt_looks_by(uuid, date, date, integer)",
    "gt_is_work(uuid, timestamptz)",
    "gt_opened_on(date, date, text[])",
    "gt_opened(integer, text[])",
    "gt_watched(text[], interval, text)",
    "gt_hold_share()",
    "gt_open_share(uuid, timestamptz)",
    "gt_looks_of_last_week()",
    "gt_end_relationships()",
    "gt_looked_at()",
    "gt_my_own_scopes()",
    "gt_was_refused(uuid)",
    "gt_break_glass(uuid, text, text, integer, integer, interval, timestamptz)",
    "gt_looks_through(uuid)",
    "gt_same_people(uuid[])",
    "gt_barred(uuid, timestamptz)",
    "gt_my_exclusions()",
    "gt_kept_from(uuid)",
    "gt_exclude(uuid, uuid[], text, text, boolean, timestamptz)",
    "gt_lift_exclusion(uuid, timestamptz)",
    "gt_keep_from_home()",
    "gt_seal_child(uuid, text, text)",
    "gt_restrict(uuid, uuid, text, text, uuid[], timestamptz)",
    "gt_lift_restriction(uuid, timestamptz)",
    "gt_restricted_stub(text[], text, text, date, text)",
    "gt_participation(date, date)",
    "gt_meetings_planned(date, date)",
    "gt_seal_person(text, uuid, text, uuid, uuid, text, uuid[], timestamptz)",
    "gt_add_name(uuid, uuid, timestamptz, text, timestamptz)",
    "gt_end_name(uuid, uuid, timestamptz)",
    "gt_lift_seal(uuid, timestamptz)",
    "gt_seal_people(uuid, boolean)",
    "gt_kept_record(uuid)",
)


def apply(cursor: Any) -> None:
    """Grant every role its rights through `cursor`, a connection that may grant them.

    Idempotent: rights are first taken away, then given. Raises the driver's error if refused.
    """
    every_role = f"{SERVING}, gt_loader, gt_extract, gt_sealer"
    cursor.execute(f"grant usage on schema public to {every_role}")
    cursor.execute(f"revoke all on all tables in schema public from {every_role}")
    cursor.execute("grant all on all tables in schema public to gt_loader")
    cursor.execute(f"revoke update, delete, truncate on {APPEND_ONLY} from gt_loader")
    cursor.execute("grant all on all sequences in schema public to gt_loader")
    for table, rights in TABLES.items():
        cursor.execute(f"grant {rights} on {table} to {SERVING}")
    for table, columns in EXTRACT.items():
        cursor.execute(f"grant select ({columns}) on {table} to gt_extract")
    for table, rights in SEALER.items():
        cursor.execute(f"grant {rights} on {table} to gt_sealer")
    cursor.execute(OTHERS)
    for (table,) in cursor.fetchall():
        cursor.execute(f'grant select, insert, update, delete on "{table}" to {SERVING}')
    cursor.execute(f"grant usage on all sequences in schema public to {SERVING}")
    cursor.execute(f"grant select on gt_stamp, django_migrations to {SERVING}, gt_extract")
    every = ", ".join(dict.fromkeys((*FUNCTIONS, *DEFINED)))
    cursor.execute(f"revoke execute on function {every} from public")
    cursor.execute(f"grant execute on function {', '.join(FUNCTIONS)} to {SERVING}, gt_loader")
    cursor.execute(f"grant execute on function {every} to gt_loader")
    # The definer of a function needs the schema to own something in it.
    cursor.execute("grant create on schema public to gt_loader")
    for function in DEFINED:
        cursor.execute(f"alter function {function} owner to gt_loader")
    cursor.execute("revoke create on schema public from gt_loader")
