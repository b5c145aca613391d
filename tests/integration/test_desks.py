"""The desk that holds a contact follows its lane; a partner sees what theirs holds and no more."""

import pytest
from django.db import ProgrammingError, connection, transaction

from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person
from tests.made import casework

EARLY_HELP = {**casework.SCREENED, "purpose": "early-help-request"}
TABLES = (Person, Episode, Entry, Occasion)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def people(loader_cursor):
    return casework.people(loader_cursor)


def seen(account_id):
    with casework.working(account_id):
        return {table: table.objects.count() for table in TABLES}


def desks():
    return dict(Episode.objects.values_list("subject_person__given_name", "desk"))


def test_a_request_for_early_help_moves_to_the_desk_that_gives_it(people):
    occasion = casework.send(people["lead"], "Amir", "Zain")
    amir, _ = casework.contacts_of(occasion, people=people)
    assert seen(people["early help"]) == dict.fromkeys(TABLES, 0)

    casework.record(people["screener"], "contact-screened", amir, EARLY_HELP)

    with casework.working(people["manager"]):
        assert desks() == {"Amir": "early-help", "Zain": "front-door"}
    assert seen(people["early help"]) == {Person: 1, Episode: 1, Entry: 2, Occasion: 1}
    with casework.working(people["early help"]):
        assert desks() == {"Amir": "early-help"}


def test_it_leaves_every_desk_when_it_closes(people):
    occasion = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion, people=people)
    casework.record(people["screener"], "contact-screened", amir, EARLY_HELP)
    casework.decide(people, amir, {"outcome": "early-help", "rationale": "Canary"})
    casework.tell(people, amir)

    assert seen(people["early help"]) == dict.fromkeys(TABLES, 0)
    assert seen(people["manager"]) == dict.fromkeys(TABLES, 0)


def test_nobody_moves_what_they_do_not_see_or_what_is_closed(people, owner_cursor):
    occasion = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion, people=people)
    move = "select gt_move_desk(%s, 'early-help')"
    for who in ("lead", "early help", "administrator"):
        with casework.working(people[who]), connection.cursor() as cursor:
            with pytest.raises(ProgrammingError, match="no such episode"), transaction.atomic():
                cursor.execute(move, [amir])
    owner_cursor.execute("update gt_episode set closed_at = opened_at")
    with casework.working(people["manager"]), connection.cursor() as cursor:
        with pytest.raises(Exception, match="only an open episode"), transaction.atomic():
            cursor.execute(move, [amir])
