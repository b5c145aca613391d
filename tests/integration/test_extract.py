"""Taking what counts out of the records: each column, of one moment, and nothing uncounted."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest

from goldenthread.actions import corrections, datasets
from goldenthread.insight import dataset, extract, signs
from tests.made import casework, protection, published
from tests.made import dataset as made
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

NEXT_DAY = NOW + timedelta(days=1)
LATE = NOW + timedelta(days=2)


@pytest.fixture
def taken(sent, database):
    """What the extract takes as things stand, by the id of the row."""

    def take():
        tables = extract.tables(url=database.url("gt_extract"), la_code="380")
        return {name: table.to_pylist() for name, table in tables.items()}

    return take


def one(rows, column, wanted):
    return next(row for row in rows if row[column] == str(wanted))


def test_a_contact_not_yet_looked_at(sent, taken):
    contact = one(taken()["contacts"], "cont_contact_id", sent.amir)

    assert contact["received_at"] == NOW.astimezone(UTC)
    assert contact["received_on"] == contact["cont_contact_date"] == NOW.date()
    assert (contact["cont_contact_source_code"], contact["cont_contact_source_desc"]) == (
        "2A",
        "Schools",
    )
    assert (contact["decision_due_on"], contact["decision_measurable"]) == (NEXT_DAY.date(), True)
    assert (contact["decided_on"], contact["outcome"], contact["told_on"]) == (None, None, None)
    assert (contact["referrer_level"], contact["la_code"]) == ("not-sure", "380")


def test_a_contact_that_became_a_referral(sent, taken):
    casework.screen(sent.people, sent.amir, at=NOW)
    casework.decide(sent.people, sent.amir, casework.REFER, at=NEXT_DAY)
    casework.tell(sent.people, sent.amir, at=LATE)
    found = taken()
    contact = one(found["contacts"], "cont_contact_id", sent.amir)

    assert (contact["purpose"], contact["front_door_level"]) == ("concern", "4")
    assert (contact["outcome"], contact["decided_on"], contact["told_on"]) == (
        "referral-to-social-care",
        NEXT_DAY.date(),
        LATE.date(),
    )
    flags = json.loads(contact["cont_contact_outcome_json"])
    assert [flag for flag, value in flags.items() if value == "Y"] == ["NEW_REFERRAL_FLAG"]
    (referral,) = found["referrals"]
    assert referral["cine_person_id"] == contact["cont_person_id"]
    assert referral["referral_on"] == referral["cine_referral_date"] == NEXT_DAY.date()
    assert (referral["cine_referral_source_code"], referral["cine_close_date"]) == ("2A", None)
    assert (referral["la_code"], referral["return_year"]) == ("380", None)


def test_what_a_referral_needed_and_that_it_needed_nothing(sent, taken):
    for contact in (sent.amir, sent.zain):
        casework.screen(sent.people, contact)
        casework.decide(sent.people, contact, casework.REFER)
    casework.decide_referral(sent.people, sent.amir, "nothing-further", at=NEXT_DAY)
    casework.decide_referral(sent.people, sent.zain, "single-assessment", at=NEXT_DAY)
    found = {row["referral_outcome"]: row for row in taken()["referrals"]}

    nothing, assessed = found["nothing-further"], found["single-assessment"]
    assert (nothing["cine_referral_nfa"], assessed["cine_referral_nfa"]) == ("Y", "N")
    flags = json.loads(nothing["cine_referral_outcome_json"])
    assert [flag for flag, value in flags.items() if value == "Y"] == ["NFA_FLAG"]
    assert (nothing["cine_close_reason"], nothing["cine_close_date"]) == (None, None)


def test_what_a_referral_was_closed_for(sent, taken):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.close_referral(sent.people, sent.amir, at=LATE)
    (referral,) = taken()["referrals"]

    assert (referral["cine_close_reason"], referral["cine_close_date"]) == ("RC8", LATE.date())
    assert referral["cine_referral_nfa"] is None, "nobody had said what it needed"


def test_children_without_their_names(sent, taken):
    found = taken()["children"]

    assert len(found) == 2
    assert {(row["pers_sex"], row["pers_dob"]) for row in found} == {("M", date(2012, 3, 27))}


def test_a_correction_counts_in_place_of_what_it_corrects(sent, taken):
    screened = casework.screen(sent.people, sent.amir)
    with casework.working(sent.people["screener"], at=NEXT_DAY) as by:
        corrections.correct(
            by=by,
            entry_id=screened,
            answers={**casework.SCREENED, "front_door_level": "2"},
            why="Typed the wrong level",
            at=NEXT_DAY,
        )

    assert one(taken()["contacts"], "cont_contact_id", sent.amir)["front_door_level"] == "2"


def test_late_in_the_evening_is_still_that_day_in_london(people, taken):
    night = datetime(2020, 4, 6, 22, 30, tzinfo=UTC)  # half past eleven at night, summer time
    occasion = casework.send(people["lead"], "Noor", at=night)
    (noor,) = casework.contacts_of(occasion, people=people)
    dawn = datetime(2020, 4, 6, 23, 30, tzinfo=UTC)  # half past midnight
    later = casework.send(people["lead"], "Isla", at=dawn)
    (isla,) = casework.contacts_of(later, people=people)
    found = taken()["contacts"]

    assert one(found, "cont_contact_id", noor)["received_on"] == date(2020, 4, 6)
    assert one(found, "cont_contact_id", isla)["received_on"] == date(2020, 4, 7)


def test_no_word_of_the_casework_comes_along(sent, taken):
    casework.screen(sent.people, sent.amir)
    casework.decide(sent.people, sent.amir, casework.REFER)
    casework.tell(sent.people, sent.amir)
    everything = json.dumps(taken(), default=str)

    for kept in ("Canary", "Akhtar", "Amir", "Zain", "01274", "Beck Lane"):
        assert kept not in everything


def test_nothing_sealed_is_counted(sent, taken, owner_cursor):
    owner_cursor.execute("set session_replication_role = replica")
    for table in ("gt_episode", "gt_entry", "gt_clock_run", "gt_person"):
        owner_cursor.execute(f"update {table} set seal = 'lado'")
    owner_cursor.execute("set session_replication_role = origin")

    found = taken()

    assert set(found) == set(extract.TABLES)
    assert [rows for rows in found.values() if rows] == []


@pytest.mark.parametrize(
    "forbidden",
    [
        "select given_name from gt_person",
        "select answers from gt_entry",
        "select answers from gt_occasion",
        "select full_name from gt_account",
        "select count(*) from gt_trail",
        "update gt_episode set state = ''",
    ],
)
def test_the_role_that_counts_may_do_nothing_else(sent, database, forbidden):
    with (
        psycopg.connect(database.url("gt_extract")) as connection,
        pytest.raises(
            (psycopg.errors.InsufficientPrivilege, psycopg.errors.ReadOnlySqlTransaction)
        ),
    ):
        connection.execute(forbidden)


def test_every_table_is_of_one_moment(sent, database, monkeypatch):
    """A contact decided between two tables is in neither, or the numbers would not add up."""
    copied = extract._copied

    def with_work_going_on(connection, query, name):
        table = copied(connection, query, name)
        if name == "contacts":
            casework.screen(sent.people, sent.amir)
            casework.decide(sent.people, sent.amir, casework.REFER)
        return table

    monkeypatch.setattr(extract, "_copied", with_work_going_on)
    tables = extract.tables(url=database.url("gt_extract"), la_code="380")

    assert tables["referrals"].num_rows == 0
    monkeypatch.undo()
    assert extract.tables(url=database.url("gt_extract"), la_code="380")["referrals"].num_rows == 1


def test_from_the_records_to_a_number(sent, database, home):
    made.load(home, a_csv=published.population([("380", 2019, "10000")]))
    for contact, at in ((sent.amir, NEXT_DAY), (sent.zain, LATE)):
        casework.screen(sent.people, contact)
        casework.decide(sent.people, contact, casework.REFER, at=at)
    seen = []
    done = datasets.extract(
        home=home,
        url=database.url("gt_extract"),
        now=LATE,
        progress=lambda *told: seen.append(told),
    )

    filled = {"contacts": 2, "referrals": 2, "children": 2}
    assert done.rows == dict.fromkeys(extract.TABLES, 0) | filled
    assert [name for name, _, _ in seen] == list(extract.TABLES)
    assert dataset.newest(home=home, kind="live").id == done.snapshot
    values = {row.indicator.id: row for row in signs.rows(home=home)}
    in_time = values["IND-FD-04"]
    assert (in_time.observation.numerator, in_time.observation.denominator) == (1, 2)
    assert str(in_time.value) == "50.0"
    assert str(values["IND-RF-02"].value) == "2.0"
    assert in_time.observation.period.label == "2019-20"


def test_a_database_that_refuses_leaves_the_dataset_as_it_was(sent, database, home):
    with pytest.raises(psycopg.Error):
        datasets.extract(home=home, url=database.url("gt_nobody"), now=NOW)

    assert dataset.newest(home=home, kind="live") is None
    assert list((home / "dataset" / "snapshots").iterdir()) == []


@pytest.fixture
def planned(sent, loader_cursor):
    """Amir on a protection plan, after an assessment, an enquiry and a conference."""
    case = protection.referred(loader_cursor, sent.people, sent.amir)
    begun = {"assessment_start_on": "2020-03-04"}
    case.record(protection.WORKER, "referral-assessment-begun", case.referral, begun, "2020-03-04")
    assessment = case.open("assessment")
    case.record(
        protection.WORKER, "assessment-child-seen", assessment, protection.SEEN, "2020-03-05"
    )
    return replace(case, plan=protection.planned(case))


def test_the_journey_of_a_child_as_the_standard_dataset_names_it(planned, taken):
    found = taken()

    (assessment,) = found["assessments"]
    assert assessment["cina_assessment_start_date"] == date(2020, 3, 4)
    assert assessment["cina_assessment_child_seen"] == "Y"
    assert (assessment["cina_assessment_auth_date"], assessment["assessment_due_on"]) == (
        None,
        date(2020, 5, 7),
    )
    assert assessment["cina_referral_id"] == str(planned.referral)
    (enquiry,) = found["enquiries"]
    assert enquiry["s47e_s47_start_date"] == date(2020, 3, 10)
    assert (enquiry["s47e_s47_end_date"], enquiry["strategy_quorate"]) == (
        date(2020, 3, 19),
        "yes",
    )
    (conference,) = found["conferences"]
    assert conference["icpc_s47_enquiry_id"] == enquiry["s47e_s47_enquiry_id"]
    assert conference["icpc_icpc_date"] == date(2020, 3, 26)
    assert conference["icpc_icpc_target_date"] == date(2020, 3, 31)
    assert (conference["icpc_icpc_transfer_in"], conference["icpc_icpc_outcome_cp_flag"]) == (
        "N",
        "Y",
    )
    (plan,) = found["protection_plans"]
    assert plan["cppl_icpc_id"] == conference["icpc_icpc_id"]
    assert plan["cppl_cp_plan_start_date"] == date(2020, 3, 26)
    assert plan["cppl_cp_plan_end_date"] is None
    assert (plan["cppl_cp_plan_initial_category"], plan["previous_plans"]) == ("NEG", 0)


def test_a_plan_that_ended_and_what_came_after(planned, taken):
    review = {**protection.REVIEW_ENDS, "review_on": "2020-06-24"}
    planned.record(protection.CHAIR, "review-conference-held", planned.plan, review, "2020-06-24")
    need = planned.open("child-in-need-plan")
    planned.record(
        protection.WORKER, "child-in-need-plan-agreed", need, protection.NEED_PLAN, "2020-07-02"
    )
    planned.record(
        protection.MANAGER,
        "child-in-need-plan-ended",
        need,
        protection.NEED_ENDED,
        "2020-09-15",
    )
    found = taken()

    (plan,) = found["protection_plans"]
    assert (plan["cppl_cp_plan_end_date"], plan["plan_days"]) == (date(2020, 6, 24), 90)
    (need_plan,) = found["need_plans"]
    assert need_plan["cinp_cin_plan_start_date"] == date(2020, 7, 1)
    assert need_plan["cinp_cin_plan_end_date"] == date(2020, 9, 15)
    (early_help,) = found["early_help"]
    assert early_help["earl_episode_start_date"] == date(2020, 9, 15)
    assert early_help["earl_episode_end_date"] is None
