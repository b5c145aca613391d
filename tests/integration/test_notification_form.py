"""An officer fills a notification in by form: checked, sent once, and found again by reference."""

import pytest

from goldenthread.records.notification import Notification
from tests.integration.test_notifications import held, people, send  # noqa: F401  (a fixture)
from tests.made import casework, visit
from tests.made import notifications as made

DATE = {"incident_on": ("2020", "3", "1"), "date_of_birth": ("2012", "3", "27")}


def typed(**changed):
    """What a browser posts, section by section."""
    child = {f"children-0-{key}": value for key, value in made.CHILD.items()}
    every = {**made.SHARED, **child, "dash_ticks": made.SHARED["dash_ticks"].split(";"), **changed}
    for name in [name for name in every if name.split("-")[-1] in DATE]:
        parts = zip(("year", "month", "day"), every.pop(name).split("-"), strict=True)
        every |= {f"{name}-{part}": value for part, value in parts}
    return every


def sections(client):
    """Begin one and yield the address of each section."""
    begun = client.post("/joint-triage/notify/")
    draft = begun.url.split("/")[2]
    return draft, [f"/concern/{draft}/{key}/" for key in ("incident", "children", "risk", "action")]


def filled_in(client, **changed):
    draft, pages = sections(client)
    for page in pages:
        assert client.post(page, typed(**changed)).status_code == 302
    return draft


def test_it_is_sent_once_and_followed(people):  # noqa: F811
    client = visit.signed_in(people["officer"])
    draft = filled_in(client)
    assert b"Police and social work look at it together" in client.get(f"/concern/{draft}/").content

    sent = client.post(f"/concern/{draft}/")
    page = client.get(sent.url)

    assert sent.url.endswith("?became=new")
    assert b"The front door has it" in page.content and b"A/1" in page.content
    (episode,) = held(people)
    with casework.working(people["officer"]):
        kept = Notification.objects.select_related("occasion").get()
    assert kept.occasion.reference in page.content.decode()
    assert (episode.lane, kept.version) == ("domestic-abuse", 1)
    followed = client.get(f"/referrals/{kept.occasion_id}/")
    assert followed.status_code == 200 and kept.occasion.reference in followed.content.decode()
    # Sent again by the button or the browser, it is one.
    again = client.post(f"/concern/{draft}/")
    assert again.url.endswith("?became=same")
    assert len(held(people)) == 1


def test_the_same_words_under_the_same_reference_are_said_to_be_here_already(people):  # noqa: F811
    client = visit.signed_in(people["officer"])
    client.post(f"/concern/{filled_in(client)}/")

    sent = client.post(f"/concern/{filled_in(client)}/")

    assert b"It is already here, and nothing changed" in client.get(sent.url).content
    assert len(held(people)) == 1


def test_what_the_system_sent_is_changed_by_the_form(people):  # noqa: F811
    first = send(people, made.answers())
    client = visit.signed_in(people["officer"])

    sent = client.post(f"/concern/{filled_in(client, dash_risk='high')}/")

    assert sent.url.endswith("?became=changed")
    assert b"now stands in its place" in client.get(sent.url).content
    with casework.working(people["officer"]):
        kept = Notification.objects.get()
    assert (kept.version, kept.occasion_id) == (2, first.occasion_id)


def test_a_change_that_cannot_be_is_refused_beside_the_reference(people):  # noqa: F811
    send(people, made.answers(made.child(), made.child(given_name="Sara")))
    client = visit.signed_in(people["officer"])
    draft = filled_in(client)

    page = client.post(f"/concern/{draft}/")

    assert page.status_code == 422
    assert b"another number of children" in page.content
    assert f"/concern/{draft}/incident/?check=yes#police_reference" in page.content.decode()
    assert len(held(people)) == 2


@pytest.mark.parametrize(("time", "says"), [("25:61", b"24-hour clock"), ("9", b"24-hour clock")])
def test_a_time_that_is_none_is_refused_in_its_section_and_kept(people, time, says):  # noqa: F811
    client = visit.signed_in(people["officer"])
    _, (incident, *_) = sections(client)

    page = client.post(incident, typed(incident_time=time))

    assert page.status_code == 422
    assert says in page.content and f'value="{time}"'.encode() in page.content


def test_who_may_not_send_is_shown_neither_the_form_nor_what_was_sent(people):  # noqa: F811
    first = send(people, made.answers())
    client = visit.signed_in(people["screener"])

    assert client.get("/joint-triage/notify/").status_code == 403
    assert client.post("/joint-triage/notify/").status_code == 403
    assert client.get(f"/joint-triage/sent/{first.occasion_id}/").status_code == 403


def test_hostile_words_are_kept_and_shown_as_typed(people):  # noqa: F811
    client = visit.signed_in(people["officer"])
    words = "O'Brien \N{ARABIC LETTER SEEN} <script>alert(1)</script>\x00\ud83d"
    _, (incident, *_) = sections(client)

    page = client.post(
        incident, typed(incident_account=words.encode(errors="replace").decode(), incident_time="9")
    )

    assert page.status_code == 422
    assert b"O&#39;Brien" in page.content and b"<script>alert" not in page.content
