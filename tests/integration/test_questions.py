"""The questions a whole page asks of the database are as many of much as of little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.records.episode import Episode
from tests.made import casework, visit

pytestmark = pytest.mark.postgresql

# What each page may ask at most, the six that ask who is there and write the trail among them.
# The page of a contact asks too who is kept from the child, to offer it to none of them.
MOST = {"queue": 11, "contact": 16, "thread": 13, "search": 10}
LOOKED_FOR = {"given_name": "Amir", "family_name": "Akhtar"}


@pytest.fixture
def pages(sent):
    with casework.working(sent.people["manager"]):
        child = Episode.objects.get(pk=sent.amir).subject_person_id
    return {
        "queue": ("/queue/", None),
        "contact": (f"/contacts/{sent.amir}/", None),
        "thread": (f"/children/{child}/", None),
        "search": ("/register/", LOOKED_FOR),
    }


def asked(people, pages) -> tuple[dict[str, int], dict[str, int]]:
    """Return how many questions each page asks, and how long it is."""
    manager = visit.signed_in(people["manager"])
    questions, lengths = {}, {}
    for name, (path, posted) in pages.items():
        ask = manager.get if posted is None else manager.post
        ask(path, posted)
        with CaptureQueriesContext(connection) as seen:
            answer = ask(path, posted)
        assert answer.status_code == 200, name
        questions[name] = sum(each["sql"] not in ("BEGIN", "COMMIT") for each in seen)
        lengths[name] = len(answer.content)
    return questions, lengths


def test_a_page_asks_the_same_of_many_rows_as_of_few(sent, pages):
    few, short = asked(sent.people, pages)
    for number in range(5):
        casework.send(sent.people["lead"], "Amir", f"Brother{number}")
    casework.screen(sent.people, sent.amir)
    many, long = asked(sent.people, pages)
    assert many == few
    assert {page: few[page] for page in MOST if few[page] > MOST[page]} == {}
    # The pages did grow; a number that stays the same of the same page says nothing.
    assert all(long[name] > short[name] for name in pages), (short, long)


def test_postgresql_expects_tens_of_people_of_a_list_and_not_a_thousand(owner_cursor):
    owner_cursor.execute(
        "select proname, prorows from pg_proc where proname in ('gt_seen_people', 'gt_together')"
    )
    assert dict(owner_cursor.fetchall()) == {"gt_seen_people": 50, "gt_together": 50}


def test_postgresql_looks_up_what_is_known_and_walks_no_index_beside_it(owner_cursor):
    owner_cursor.execute("select proconfig from pg_proc where proname = 'gt_known_flags'")
    ((settings,),) = owner_cursor.fetchall()
    assert "enable_mergejoin=off" in settings
