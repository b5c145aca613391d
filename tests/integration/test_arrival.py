"""What a form says of a child is on the register as it arrives, and on one thread once identified.

DESIGN section 8: a form is never asked twice for what the thread already knows.
"""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from goldenthread.actions import identification, referrals
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import answers as reading
from goldenthread.queries import thread
from goldenthread.records.address import Address
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.episode import Episode
from goldenthread.records.identifier import Identifier
from goldenthread.records.person import Person
from tests.made import casework
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

TOLD = {
    "nhs_number": "943 476 5919",
    "pupil_number": "h801200001001",
    "home_address": "1 High Street, Netherwick, bd1 1hx",
    "school": "beck lane primary school",
    "doctor": "Dr Grey, by the market",
}


def send(people, **child) -> Episode:
    """Send the referral form about one child, with more of what it asks, as the lead."""
    form = catalogue.instrument("referral-form")
    answers = reading.read(form, casework.form("Amir")).answers
    answers["children"] = [{**answers["children"][0], **child}]
    with casework.working(people["lead"]) as by:
        occasion = referrals.receive(by=by, form=form, answers=answers, at=NOW)
    with casework.working(people["manager"]):
        return Episode.objects.get(occasion=occasion)


@pytest.fixture
def school(loader_cursor):
    school_id = uuid4()
    loader_cursor.execute(
        "insert into gt_setting (id, kind, name, code, postcode) values"
        " (%s, 'school', 'Beck Lane Primary School', '100001', '')",
        [school_id],
    )
    return school_id


def test_numbers_an_address_a_school_and_a_surgery_are_kept_as_told(people, school):
    contact = send(people, **TOLD)
    with casework.working(people["screener"]):
        mine = {"person_id": contact.subject_person_id, "desk": "front-door"}
        numbers = Identifier.objects.filter(**mine, told=True, recorded_at=NOW)
        assert set(numbers.values_list("kind", "value")) == {
            ("nhs", "9434765919"),
            ("upn", "H801200001001"),
        }
        home = Address.objects.get(**mine)
        assert (home.lines, home.postcode) == ("1 High Street, Netherwick", "BD1 1HX")
        goes_to = Enrolment.objects.filter(**mine).order_by("kind")
        assert [(each.name, each.setting_id) for each in goes_to] == [
            (TOLD["school"], school),
            (TOLD["doctor"], None),
        ]


def test_a_number_told_again_is_kept_again_and_held_by_one_alone(people):
    """The same child comes in twice before anybody has said that it is one child."""
    first, second = (send(people, nhs_number="9434765919").subject_person_id for _ in range(2))
    with casework.working(people["manager"]):
        assert Identifier.objects.filter(value="9434765919").count() == 2
        held = Identifier.objects.filter(value="9434765919").values().first() | {"told": False}
        Identifier.objects.create(**held | {"id": uuid4(), "person_id": first})
        with pytest.raises(IntegrityError, match="one_holder"), transaction.atomic():
            Identifier.objects.create(**held | {"id": uuid4(), "person_id": second})


@pytest.mark.parametrize(
    ("child", "field"),
    [
        ({"nhs_number": "943 476 5918"}, "nhs_number"),
        ({"pupil_number": "A801200001001"}, "pupil_number"),
        ({"date_of_birth": "2020-03-04"}, "date_of_birth"),
        ({"date_of_birth": "1994-03-03"}, "date_of_birth"),
        ({"date_of_birth": "1066-03-03"}, "date_of_birth"),
        ({"date_of_birth": {"not_known": True}, "expected_on": "2021-03-03"}, "expected_on"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(people, child, field):
    with pytest.raises(Refused) as refused:
        send(people, **child)
    assert [each.field for each in refused.value.problems] == [f"children-0-{field}"]


def test_a_child_not_yet_born_is_expected_and_of_no_known_sex(people):
    unborn = {"date_of_birth": {"not_known": True}, "expected_on": "2020-06-01", "sex": "F"}
    contact = send(people, **unborn)
    with casework.working(people["manager"]):
        child = Person.objects.get(pk=contact.subject_person_id)
    assert (child.kind, child.sex) == ("unborn", "U")
    assert (child.date_of_birth, child.expected_date_of_birth) == (None, date(2020, 6, 1))


def read(people, who: str, person_id) -> set:
    with casework.working(people[who]) as viewer:
        told = thread.of(viewer=viewer, person_id=person_id, now=NOW)
        return {entry.episode_id for entry in told.entries}


def test_the_entries_of_one_child_are_on_one_thread_whichever_person_is_opened(people):
    one, other = send(people), send(people)
    persons = one.subject_person_id, other.subject_person_id
    assert read(people, "screener", persons[0]) == {one.pk}
    with casework.working(people["screener"]) as by:
        identification.identify(
            by=by, person_id=persons[0], child_id=persons[1], why="Same school", at=NOW
        )
    for person_id in persons:
        assert read(people, "screener", person_id) == {one.pk, other.pk}
    with casework.working(people["screener"]) as by:
        identification.undo(by=by, person_id=persons[0], why="Twins", at=NOW)
    assert read(people, "screener", persons[1]) == {other.pk}


def test_what_one_may_not_see_of_a_linked_person_stays_out_of_the_thread(people, owner_cursor):
    one, other = send(people), send(people)
    with casework.working(people["screener"]) as by:
        identification.identify(
            by=by, person_id=one.subject_person_id, child_id=other.subject_person_id,
            why="Same school", at=NOW,
        )  # fmt: skip
    owner_cursor.execute("set session_replication_role = replica")
    for table in ("gt_episode", "gt_entry"):
        key = "id" if table == "gt_episode" else "episode_id"
        owner_cursor.execute(f"update {table} set desk = '' where {key} = %s", [other.pk])
    owner_cursor.execute("set session_replication_role = origin")
    assert read(people, "screener", one.subject_person_id) == {one.pk}
