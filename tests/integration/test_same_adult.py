"""One mother of two brothers is one person, and two fathers of one name are two (R2.2).

Whoever is recorded already is offered, never taken: only a person says that two are one.
"""

from uuid import UUID

import pytest
from django.urls import reverse

from goldenthread.actions import register
from goldenthread.actions.conflict import Refused
from goldenthread.queries import thread, who_and_where, who_matters
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

SARA = {
    "kind": "mother", "given_name": "Sara", "family_name": "Akhtar", "lives_with": "yes",
    "parental_responsibility": "yes",
}  # fmt: skip
ALI = {**SARA, "kind": "father", "given_name": "Ali"}


@pytest.fixture(autouse=True)
def _home(home):
    """No page here looks into the folder of a running service."""


@pytest.fixture
def brothers(sent) -> tuple[UUID, UUID]:
    return child_of(sent.people, sent.amir), child_of(sent.people, sent.zain)


def child_of(people, contact: UUID) -> UUID:
    with casework.working(people["manager"]):
        return Episode.objects.get(pk=contact).subject_person_id


def add(people, child: UUID, who: str = "screener", **answers) -> None:
    with casework.working(people[who]) as by:
        register.add(by=by, person_id=child, what="tie", answers=answers, at=NOW)


def near(people, child: UUID) -> list[tuple[UUID, str]]:
    with casework.working(people["screener"]) as viewer:
        read = thread.of(viewer=viewer, person_id=child, now=NOW)
        found = who_matters.to(viewer=viewer, thread=read, now=NOW).people
    return [(each.person_id, each.title) for each in found if each.title in ("Mother", "Father")]


def adults(people) -> int:
    with casework.working(people["screener"]):
        return Person.objects.filter(kind="adult").count()


def test_a_mother_said_of_both_at_once_is_one_person_on_each_thread(sent, brothers):
    amir, zain = brothers
    add(sent.people, amir, **SARA, also_for=[str(zain)])
    (hers,) = near(sent.people, amir)
    assert near(sent.people, zain) == [hers] and adults(sent.people) == 1
    with casework.working(sent.people["screener"]) as viewer:
        here = who_and_where.of(viewer=viewer, person_id=hers[0], now=NOW)
        (home,) = who_and_where.of(viewer=viewer, person_id=amir, now=NOW).household
    assert sorted(each.words for each in here.ties) == ["Amir Akhtar", "Zain Akhtar"]
    assert home.words == "Sara Akhtar, Zain Akhtar"


def test_one_of_the_name_recorded_beside_a_brother_is_asked_about_and_not_taken(sent, brothers):
    amir, zain = brothers
    add(sent.people, amir, **SARA)
    (hers,) = near(sent.people, amir)
    with pytest.raises(Refused) as refused:
        add(sent.people, zain, **SARA)
    assert [each.field for each in refused.value.problems] == ["same_person"]
    add(sent.people, zain, **SARA, same_person=str(hers[0]))
    assert near(sent.people, zain) == [hers] and adults(sent.people) == 1
    with pytest.raises(Refused, match="already"):
        add(sent.people, zain, **SARA, same_person=str(hers[0]))


def test_two_fathers_of_one_name_stay_two(sent, brothers):
    amir, zain = brothers
    add(sent.people, amir, **ALI)
    add(sent.people, zain, **ALI, same_person="another")
    assert near(sent.people, amir) != near(sent.people, zain) and adults(sent.people) == 2


def test_another_birth_date_is_another_person_and_nothing_is_asked(sent, brothers):
    amir, zain = brothers
    add(sent.people, amir, **ALI, date_of_birth="1980-01-02")
    add(sent.people, zain, **ALI, date_of_birth="1982-01-02")
    assert adults(sent.people) == 2


@pytest.mark.parametrize("chosen", ["0" * 8, "00000000-0000-4000-8000-000000000000"])
def test_nobody_but_who_is_offered_can_be_chosen(sent, brothers, chosen):
    amir, zain = brothers
    add(sent.people, amir, **SARA)
    for answers in ({"same_person": chosen}, {"same_person": str(zain)}):
        with pytest.raises(Refused):
            add(sent.people, zain, **SARA, **answers)
    with pytest.raises(Refused):
        add(sent.people, zain, **ALI, also_for=[chosen])


def test_one_who_is_found_by_the_register_is_offered_to_a_later_sender(sent, brothers):
    amir, _ = brothers
    add(sent.people, amir, **SARA, date_of_birth="1985-03-27")
    later = casework.send(sent.people["lead"], "Noor")
    (noor,) = casework.contacts_of(later, people=sent.people)
    child = child_of(sent.people, noor)
    with pytest.raises(Refused):
        add(sent.people, child, **SARA)
    (hers,) = near(sent.people, amir)
    add(sent.people, child, **SARA, same_person=str(hers[0]))
    assert near(sent.people, child) == [hers]


def test_one_the_viewer_may_not_open_is_not_offered_nor_told_of(sent, brothers, loader_cursor):
    amir, zain = brothers
    add(sent.people, amir, **SARA)
    (hers,) = near(sent.people, amir)
    loader_cursor.execute("update gt_person set desk = '' where id = %s", [hers[0]])
    loader_cursor.execute("update gt_relationship set desk = '' where other_id = %s", [hers[0]])
    add(sent.people, zain, **SARA)
    assert adults(sent.people) == 1  # the one made now: the other is out of sight


@pytest.mark.parametrize(("told", "filled"), [("mother", True), ("grandparent", False)])
def test_the_answer_is_filled_in_where_a_sender_told_of_one_for_all(people, told, filled):
    household = {"household-0-adult_name": "Sara Akhtar", "household-0-adult_is": told}
    sent = casework.send(people["lead"], "Amir", "Zain", **household)
    amir, zain = (child_of(people, each) for each in casework.contacts_of(sent, people=people))
    add(people, amir, **SARA)
    (hers,) = near(people, amir)
    browser = visit.signed_in(people["screener"])
    answer = browser.post(reverse("register-add", args=[zain, "tie"]), SARA)
    page = visit.text(answer)
    assert answer.status_code == 422 and "mother of Amir Akhtar" in page
    assert (f'value="{hers[0]}" checked' in page) == filled
    assert adults(people) == 1 and near(people, zain) == []
    sent = {**SARA, "same_person": str(hers[0])}
    assert browser.post(reverse("register-add", args=[zain, "tie"]), sent).status_code == 302
    assert near(people, zain) == [hers]


def test_the_page_offers_the_brothers_it_is_the_same_to(sent, brothers):
    amir, zain = brothers
    browser = visit.signed_in(sent.people["screener"])
    address = reverse("register-add", args=[amir, "tie"])
    assert f'value="{zain}"' in visit.text(browser.get(address))
    answer = browser.post(address, {**SARA, "also_for": [str(zain)]})
    assert answer.status_code == 302
    assert near(sent.people, amir) == near(sent.people, zain) != []
