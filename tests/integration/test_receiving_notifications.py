"""A force's own system sends notifications over HTTP: known by its key, whole or not at all."""

import json
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.access import feed_keys as keys
from goldenthread.actions import feed_keys, notification_files
from goldenthread.api import feed_rate
from goldenthread.content.front_door.feed_allowance import feed_requests
from goldenthread.project import present
from goldenthread.records.episode import Episode
from goldenthread.records.notification import Notification
from tests.integration.test_notifications import held, people  # noqa: F401  (a fixture)
from tests.made import casework, visit
from tests.made import notifications as made
from tests.made.races import at_once

pytestmark = pytest.mark.postgresql

ADDRESS = "/api/notifications/"


@pytest.fixture
def key(people, loader_cursor):  # noqa: F811
    return given_key(loader_cursor, people, "Records system")


@pytest.fixture
def trail(database):
    found = visit.Trail(database.owner)
    yield found
    found.close()


def given_key(cursor, people, name, *, ends_at=None, starts_at=None):  # noqa: F811
    cursor.execute(
        "select key from gt_agency g join gt_account a on a.agency_id = g.id where a.id = %s",
        [people["officer"]],
    )
    (agency,) = cursor.fetchone()
    at = starts_at or casework.NOW - timedelta(days=365)
    found = feed_keys.give(cursor, agency=agency, name=name, starts_at=at, ends_at=ends_at)
    cursor.connection.commit()
    return found


def post(key, body, *, kind="application/json", address=ADDRESS, **headers):
    sent = body if isinstance(body, (str, bytes)) else json.dumps(body)
    bearer = {"Authorization": f"Bearer {key}"} if key else {}
    return Client(raise_request_exception=False).post(
        address, sent, content_type=kind, headers={**bearer, **headers}
    )


def problem(answer, status):
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and told["title"] and told["detail"]
    return told


def test_one_is_received_and_sent_again_is_the_same(people, key, trail):  # noqa: F811
    trail.new()
    first = post(key, made.answers())
    again = post(key, made.answers())

    assert (first.status_code, again.status_code) == (201, 200)
    (new,), (same,) = first.json()["received"], again.json()["received"]
    assert new == {"police_reference": "A/1", "reference": new["reference"], "became": "new"}
    assert same == {**new, "became": "same"}
    (episode,) = held(people)
    assert episode.lane == "domestic-abuse"
    served = [row for row in trail.new() if row["resource"] == "notification-feed"]
    with casework.working(people["officer"]):
        occasion = Notification.objects.get().occasion_id
    assert [(row["verb"], row["decision"], row["reason"]) for row in served] == [
        ("notification.send", "served", "201"),
        ("notification.send", "served", "200"),
    ]
    for row in served:
        assert row["account_id"] == keys.account_id()
        assert occasion in row["object_ids"] and len(row["object_ids"]) == 2
        assert row["purpose"] == "notification.send" and row["address"] == "127.0.0.1"


def test_a_list_with_one_that_is_new_is_created_and_what_changed_is_changed(people, key):  # noqa: F811
    post(key, [made.answers(), made.answers(police_reference="A/2")])

    answer = post(
        key,
        [
            made.answers(dash_risk="high"),
            made.answers(police_reference="A/2"),
            made.answers(police_reference="A/3"),
        ],
    )

    assert answer.status_code == 201
    assert [each["became"] for each in answer.json()["received"]] == ["changed", "same", "new"]
    assert len(held(people)) == 3


def test_csv_by_its_content_type(people, key):  # noqa: F811
    sent = made.as_csv(made.row(), made.row(given_name="Sara"))

    assert post(key, sent, kind="text/csv; charset=utf-8").status_code == 201
    assert [str(each.subject_person) for each in held(people)] == ["Amir Akhtar", "Sara Akhtar"]


def test_one_that_is_wrong_and_none_is_taken(people, key, trail):  # noqa: F811
    trail.new()
    wrong = made.answers(police_reference="A/2", dash_risk="enormous", incident_on="2020-02-30")

    told = problem(post(key, [made.answers(), wrong]), 422)

    assert {(each["place"], each["field"]) for each in told["errors"]} == {
        ("Notification 2", "dash_risk"),
        ("Notification 2", "incident_on"),
    }
    assert all(each["says"] for each in told["errors"])
    assert held(people) == []
    (row,) = [row for row in trail.new() if row["resource"] == "notification-feed"]
    assert (row["decision"], row["reason"], len(row["object_ids"])) == ("served", "422", 1)


def test_what_is_here_and_cannot_be_changed_is_a_conflict(people, key):  # noqa: F811
    post(key, made.answers())

    told = problem(post(key, made.answers(made.child(), made.child(given_name="Sara"))), 409)

    (error,) = told["errors"]
    assert error["field"] == "police_reference" and "number of children" in error["says"]
    assert len(held(people)) == 1


def test_no_word_that_was_sent_is_said_back(people, key):  # noqa: F811
    answer = post(key, made.answers(made.child(sex="Canary"), dash_risk="Canary"))

    assert answer.status_code == 422 and b"Canary" not in answer.content


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("[" * 100_000, "application/json", 422),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "application/json", 422),
        ("[" * 900 + "]" * 900, "application/json", 422),
        ('{"police_reference": "A", "police_reference": "B"}', "application/json", 422),
        ('{"\\ud800": "\\udfff"}', "application/json", 422),
        ('{"police_reference": "\\ud800"}', "application/json", 422),
        ('{"police_reference": "A\\u0000B"}', "application/json", 422),
        ('{"police_reference": ' + "9" * 6_000 + "}", "application/json", 422),
        ('{"police_reference": NaN}', "application/json", 422),
        ('{"children": Infinity}', "application/json", 422),
        ("null", "application/json", 422),
        ("[]", "application/json", 422),
        (" ", "application/json", 422),
        (b"\xff\xfe\x00", "application/json", 422),
        ("\n", "text/csv", 422),
        ("a,b\n1,2\n", "text/csv", 422),
        ('police_reference\n"A\x00B"\n', "text/csv", 422),
        (b"police_reference\n\xff\n", "text/csv", 422),
        (" " * (notification_files.MOST_BYTES + 1), "application/json", 413),
        ("<a/>", "application/xml", 415),
        ("{}", "", 415),
        ("{}", "application/json; charset=utf-16", 415),
        ("a=b", "application/x-www-form-urlencoded", 415),
    ],
    ids=range(23),
)
def test_what_is_no_notification_is_refused_in_words(people, key, body, kind, status):  # noqa: F811
    problem(post(key, body, kind=kind), status)
    assert held(people) == []


def test_what_is_compressed_is_refused(people, key):  # noqa: F811
    problem(post(key, b"\x1f\x8b", **{"Content-Encoding": "gzip"}), 415)


@pytest.mark.parametrize("said", ["", "Bearer", "Basic abc", "Bearer gtfeed_guess", "Bearer \xff"])
def test_without_a_key_nothing_is_read(people, key, said):  # noqa: F811
    answer = post("", made.answers(), **({"Authorization": said} if said else {}))

    problem(answer, 401)
    assert answer["WWW-Authenticate"] == "Bearer"
    assert held(people) == []


def test_a_session_is_no_key(people, key):  # noqa: F811
    client = visit.signed_in(people["officer"])

    answer = client.post(ADDRESS, json.dumps(made.answers()), content_type="application/json")

    problem(answer, 401)


def test_a_key_opens_nothing_before_it_starts_or_after_it_ends(people, key, loader_cursor):  # noqa: F811
    now = present.now()
    ended = given_key(loader_cursor, people, "Old", ends_at=now - timedelta(seconds=1))
    to_come = given_key(loader_cursor, people, "New", starts_at=now + timedelta(days=1))
    for each in (ended, to_come):
        problem(post(each, made.answers()), 401)

    feed_keys.end(loader_cursor, name="Records system", at=now)
    loader_cursor.connection.commit()

    problem(post(key, made.answers()), 401)


def test_a_key_is_kept_as_its_hash_alone(people, key, loader_cursor):  # noqa: F811
    loader_cursor.execute("select to_jsonb(k)::text from gt_feed_key k")
    (kept,) = loader_cursor.fetchone()

    assert key not in kept and keys.hashed(key) in kept
    page = visit.signed_in(people["administrator"]).get("/system/")
    assert page.status_code == 200 and b"Records system" in page.content
    assert key not in page.content.decode() and keys.hashed(key) not in page.content.decode()


def test_giving_and_ending_a_key_each_leave_a_row_that_names_it_and_no_secret(
    people,  # noqa: F811
    loader_cursor,
    trail,
):
    trail.new()
    key = given_key(loader_cursor, people, "Records system")
    feed_keys.end(loader_cursor, name="Records system", at=casework.NOW)
    loader_cursor.execute("select id, agency_id from gt_feed_key")
    (key_id, agency_id), rows = loader_cursor.fetchone(), trail.new()

    assert [row["verb"] for row in rows] == ["feed-key.give", "feed-key.end"]
    for row in rows:
        assert (row["object_ids"], row["agency_id"]) == ([key_id], agency_id)
        assert (row["decision"], row["purpose"], row["account_id"]) == (
            "done", "command line", None,
        )  # fmt: skip
        assert key not in repr(row) and keys.hashed(key) not in repr(row)


def test_what_cannot_be_put_on_the_trail_gives_no_key(people, loader_cursor, owner_cursor):  # noqa: F811
    owner_cursor.execute("revoke insert on gt_trail from gt_loader")
    try:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            given_key(loader_cursor, people, "Records system")
    finally:
        owner_cursor.execute("grant insert on gt_trail to gt_loader")


def test_a_key_that_is_not_for_police_or_is_there_already_is_not_given(people, loader_cursor):  # noqa: F811
    with pytest.raises(feed_keys.NotGiven, match="no police agency"):
        feed_keys.give(
            loader_cursor, agency="nowhere", name="A", starts_at=casework.NOW, ends_at=None
        )
    given_key(loader_cursor, people, "A")
    with pytest.raises(feed_keys.NotGiven, match="called A already"):
        given_key(loader_cursor, people, "A")
    with pytest.raises(feed_keys.NotGiven, match="no key called B"):
        feed_keys.end(loader_cursor, name="B", at=casework.NOW)


def test_too_many_at_once_are_told_to_wait(people, key, monkeypatch):  # noqa: F811
    allowed(monkeypatch, 2)
    answers = [post(key, "[]") for _ in range(3)]

    assert [each.status_code for each in answers] == [422, 422, 429]
    problem(answers[-1], 429)
    assert int(answers[-1]["Retry-After"]) > 0


def allowed(monkeypatch, most: int) -> None:
    """Let a key ask so often, in a minute that does not end meanwhile."""
    monkeypatch.setattr(feed_rate, "feed_requests", replace(feed_requests, most=most))
    now = present.now().replace(second=1)
    monkeypatch.setattr(feed_rate.present, "now", lambda: now)


@pytest.fixture
def unhindered(monkeypatch) -> None:
    """Let a key ask as often as anybody would."""
    allowed(monkeypatch, 10_000)


def test_every_process_counts_as_one_and_every_key_for_itself(
    people,  # noqa: F811
    key,
    loader_cursor,
    monkeypatch,
):
    """Two connections share the count: of six requests at once, four are within the allowance."""
    allowed(monkeypatch, 4)
    other = given_key(loader_cursor, people, "Another system")

    def three() -> list[int]:
        return [post(key, "[]").status_code for _ in range(3)]

    first, second = at_once(three, three)

    assert sorted(first + second) == [422, 422, 422, 422, 429, 429]
    assert post(other, "[]").status_code == 422
    loader_cursor.execute("select number from gt_tally order by number")
    assert [number for (number,) in loader_cursor.fetchall()] == [1, 6]


def test_a_minute_later_it_may_ask_again(people, key, monkeypatch):  # noqa: F811
    allowed(monkeypatch, 1)
    now = feed_rate.present.now()
    assert [post(key, "[]").status_code for _ in range(2)] == [422, 429]
    monkeypatch.setattr(feed_rate.present, "now", lambda: now + timedelta(minutes=1))
    assert post(key, "[]").status_code == 422


def test_two_sends_of_one_reference_at_once_are_one_notification(
    rounds,
    people,  # noqa: F811
    key,
    owner_cursor,
    monkeypatch,
):
    """In each round one is told that it is new, and the other that it is the same."""
    allowed(monkeypatch, 2 * rounds)
    for number in range(rounds):
        sent = made.answers(police_reference=f"RACE/{number}")
        other = made.answers(police_reference=f"RACE/B{number}")
        ended = at_once(
            lambda sent=sent, other=other: post(key, [sent, other]),
            lambda sent=sent, other=other: post(key, [other, sent]),
        )
        assert sorted(each.status_code for each in ended) == [200, 201], ended
        became = [[each["became"] for each in answer.json()["received"]] for answer in ended]
        assert sorted(became) == [["new", "new"], ["same", "same"]]
    owner_cursor.execute("select count(*), count(distinct police_reference) from gt_notification")
    assert owner_cursor.fetchone() == (2 * rounds, 2 * rounds)


def test_what_cannot_be_put_on_the_trail_is_not_taken(people, key, owner_cursor):  # noqa: F811
    owner_cursor.execute("revoke insert on gt_trail from gt_web")
    owner_cursor.connection.commit()
    try:
        problem(post(key, made.answers()), 503)
    finally:
        owner_cursor.execute("grant insert on gt_trail to gt_web")
        owner_cursor.connection.commit()
    assert held(people) == []


def test_the_description_is_for_those_with_a_key_and_names_every_field(people, key):  # noqa: F811
    asked = {"headers": {"Authorization": f"Bearer {key}"}}
    told = Client().get("/api/openapi/", **asked)

    assert Client().get("/api/openapi/").status_code == 401
    assert told.status_code == 200
    paths = told.json()["paths"]
    assert list(paths) == ["/api/notifications/"]
    described = paths["/api/notifications/"]["post"]
    one = described["requestBody"]["content"]["application/json"]["schema"]["oneOf"][0]
    sent = made.answers()
    assert set(sent) <= set(one["properties"])
    assert set(sent["children"][0]) <= set(one["properties"]["children"]["items"]["properties"])
    assert one["properties"]["dash_risk"]["enum"] == ["standard", "medium", "high"]
    assert {"200", "201", "401", "409", "413", "415", "422", "429"} <= set(described["responses"])


def test_other_methods_are_not_answered(people, key):  # noqa: F811
    asked = {"headers": {"Authorization": f"Bearer {key}"}}
    for method in ("get", "put", "patch", "delete"):
        assert getattr(Client(), method)(ADDRESS, **asked).status_code == 405


_TEXTS = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | _TEXTS
_JSON = st.recursive(
    _LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def nearly(draw):
    """A notification with something in it replaced, taken out or put in."""
    sent = made.answers()
    for _ in range(draw(st.integers(1, 4))):
        rows = sent.get("children")
        inside = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
        where = draw(st.sampled_from([sent, *inside]))
        name = draw(st.sampled_from(sorted(where, key=str) or ["a"]) | _TEXTS)
        where[name] = draw(_JSON)
    return draw(st.sampled_from([sent, [sent, made.answers(police_reference="A/2")]]))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=_JSON | nearly())
def test_whatever_is_sent_is_answered_and_never_fails(people, key, unhindered, body):  # noqa: F811
    answer = post(key, json.dumps(body))

    assert answer.status_code in (200, 201, 409, 422), answer.content
    if answer.status_code > 201:
        assert problem(answer, answer.status_code)["errors"]


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    body=st.binary(min_size=1, max_size=300), kind=st.sampled_from(["application/json", "text/csv"])
)
def test_whatever_bytes_are_sent_are_answered_and_never_fail(people, key, unhindered, body, kind):  # noqa: F811
    assert post(key, body, kind=kind).status_code == 422


def test_no_contact_is_made_by_any_of_that_but_by_what_was_taken(people, key):  # noqa: F811
    post(key, made.answers(police_reference=str(uuid4())))
    with casework.working(people["screener"]):
        assert Episode.objects.count() == 1
