"""The directory: places, teams and practitioners, kept by who keeps it and taken whole from a file.

DOMAIN A.3 and A.5. Nothing in it is about a child.
"""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, transaction
from django.urls import reverse

from goldenthread.access.decision import Denied
from goldenthread.actions import directory, register, setting_files
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.feed import Unfit
from goldenthread.queries import directory as listed
from goldenthread.queries import who_and_where
from goldenthread.records.directory_before import DirectoryBefore
from goldenthread.records.episode import Episode
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.setting import Setting
from tests.made import casework, visit
from tests.made.casework import NOW

pytestmark = pytest.mark.postgresql

SCHOOL = {"kind": "school", "name": "Beck Lane Primary", "code": "107440", "postcode": "bd11hx"}
FILE = "kind,name,code,postcode,opened_on,closed_on\n"


def add(people, what: str = "setting", who: str = "keeper", **answers: str) -> UUID:
    with casework.working(people[who]) as by:
        return directory.add(by=by, what=what, answers=answers, at=NOW)


def change(people, listed_id: UUID, *, seen: str = "", **answers: str) -> None:
    with casework.working(people["keeper"]) as by:
        _, said = listed.one(viewer=by, what="setting", listed_id=listed_id)
        directory.change(
            by=by, what="setting", listed_id=listed_id, answers={**said, **answers},
            seen=seen or directory.fingerprint(said), at=NOW,
        )  # fmt: skip


def take(people, sent: str) -> setting_files.Taken:
    with casework.working(people["keeper"]) as by:
        return setting_files.receive(by=by, content=sent.encode(), at=NOW)


def test_a_place_is_added_changed_and_closed_and_who_changed_first_wins(people):
    made = add(people, **SCHOOL)
    with casework.working(people["keeper"]) as viewer:
        _, said = listed.one(viewer=viewer, what="setting", listed_id=made)
        assert said == {**SCHOOL, "postcode": "BD1 1HX"}
    change(people, made, closed_on="2019-08-31")
    with casework.working(people["keeper"]) as viewer:
        (row,) = listed.look(viewer=viewer, what="setting", words="beck").rows
        assert (row.name, row.until) == ("Beck Lane Primary", date(2019, 8, 31))
        assert listed.look(viewer=viewer, what="setting", words="%").total == 0
    with pytest.raises(Conflict):
        change(people, made, seen=directory.fingerprint(said), name="Another name")


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"code": "10744"}, "code"),
        ({"kind": "surgery", "code": "107440"}, "code"),
        ({"postcode": "BD1"}, "postcode"),
        ({"opened_on": "2020-01-02", "closed_on": "2020-01-01"}, "closed_on"),
        ({"kind": "shop"}, "kind"),
        ({"name": "\ud800"}, "name"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(people, answers, field):
    with pytest.raises(Refused) as refused:
        add(people, **{**SCHOOL, **answers})
    assert [each.field for each in refused.value.problems] == [field]


def test_two_places_have_not_one_code(people):
    add(people, **SCHOOL)
    with pytest.raises(Refused, match="has this code"):
        add(people, **{**SCHOOL, "name": "Another"})


def test_a_practitioner_is_of_an_agency_and_a_team_that_are_there(people):
    agency = "District hospital"
    add(people, "team", agency=agency, name="Health visitors")
    who = {"full_name": "Nia Hale", "agency": agency, "team": "health visitors"}
    made = add(people, "practitioner", **who, phone="01632 960 001", valid_from="2019-01-01")
    with casework.working(people["keeper"]):
        nia = Practitioner.objects.select_related("agency", "team").get(pk=made)
    assert (nia.agency.name, nia.team.name) == (agency, "Health visitors")
    for wrong in ({"agency": "No such agency"}, {"team": "No such team"}):
        with pytest.raises(Refused, match="offered"):
            add(people, "practitioner", **{**who, **wrong})
    with pytest.raises(Refused, match="team of this name"):
        add(people, "team", agency=agency, name="Health Visitors")


@pytest.mark.parametrize("who", ["lead", "screener", "analyst", "social worker"])
def test_who_does_not_keep_the_directory_changes_nothing(people, who):
    with pytest.raises(Denied):
        add(people, who=who, **SCHOOL)


def test_a_file_is_taken_whole_and_again_changes_nothing(people):
    sent = f"{FILE}school,Beck Lane Primary,107440,BD1 1HX,,\nsurgery,Dr Grey,b83026,,,\n"
    assert take(people, sent) == setting_files.Taken(added=2, changed=0, same=0)
    assert take(people, sent) == setting_files.Taken(added=0, changed=0, same=2)
    again = f"{FILE}school,Beck Lane Academy,107440,,,2020-01-01\n"
    assert take(people, again) == setting_files.Taken(added=0, changed=1, same=0)
    with casework.working(people["keeper"]):
        school = Setting.objects.get(code="107440")
    assert (school.name, school.postcode, school.closed_on) == (
        "Beck Lane Academy", "BD1 1HX", date(2020, 1, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("school,One,107440,,,\nschool,Two,1,,,\n", "Row 3, code: A school or nursery has a URN"),
        ("school,One,107440,,,\nschool,,107441,,,\n", "Row 3, name: Give the name"),
        ("school,One,107440\n", "Row 2: It has 3 cells and the headings are 6"),
        ("shop,One,107440,,,\n", "Row 2, kind: Select what is it"),
        ("", "Send from one"),
    ],
)
def test_one_wrong_row_and_nothing_of_the_file_is_kept(people, rows, says):
    with pytest.raises(Unfit) as unfit:
        take(people, FILE + rows)
    assert says in str(unfit.value) or "What is it?" in str(unfit.value)
    with casework.working(people["keeper"]):
        assert Setting.objects.count() == 0


def test_the_pages_find_add_change_and_take_a_file(people, home):
    browser = visit.signed_in(people["keeper"])
    posted = {**SCHOOL, "opened_on-day": "1", "opened_on-month": "9", "opened_on-year": "2001"}
    assert browser.post(reverse("setting-add"), {**posted, "code": "1"}).status_code == 422
    assert browser.post(reverse("setting-add"), posted).status_code == 302
    found = browser.get(reverse("directory"), {"words": "107440"})
    assert "Beck Lane Primary" in visit.words(found)
    (made,) = visit.ids_in(found) - {people["keeper"]}
    form = visit.words(browser.get(reverse("setting", args=[made])))
    assert 'value="2001"' in form and 'value="BD1 1HX"' in form
    stale = browser.post(reverse("setting", args=[made]), {**posted, "seen": "{}"})
    assert stale.status_code == 409 and "Beck Lane Primary" in visit.words(stale)
    assert browser.get(reverse("setting", args=[uuid4()])).status_code == 404
    sent = SimpleUploadedFile("settings.csv", f"{FILE}school,Moor Edge,107441,,,\n".encode())
    assert "1 added" in visit.words(browser.post(reverse("setting-file"), {"file": sent}))
    bad = SimpleUploadedFile("settings.csv", b"\xff\xfe\0")
    assert browser.post(reverse("setting-file"), {"file": bad}).status_code == 422
    assert browser.post(reverse("setting-file")).status_code == 422
    for page in ("teams", "practitioners", "team-add", "practitioner-add"):
        assert browser.get(reverse(page), {"words": "\0", "page": "x"}).status_code == 200


def before(people, listed_id: UUID, what: str = "setting"):
    with casework.working(people["keeper"]) as viewer:
        return listed.before(viewer=viewer, what=what, listed_id=listed_id)


def test_what_a_place_said_before_each_change_is_kept_and_shown(people):
    made = add(people, **SCHOOL)
    assert before(people, made) == ()
    change(people, made, name="Beck Lane Academy", opened_on="2010-09-01")
    change(people, made, name="Beck Lane Academy")
    change(people, made, closed_on="2019-08-31")
    newest, oldest = before(people, made)
    assert oldest.said == (("Name", "Beck Lane Primary"), ("Since when?", "Nothing"))
    assert newest.said == (("Until when?", "Nothing"),)
    page = visit.text(visit.signed_in(people["keeper"]).get(reverse("setting", args=[made])))
    assert "What this said before" in page and "Beck Lane Primary" in page


def test_a_practitioner_s_and_a_team_s_are_kept_too(people):
    agency = "District hospital"
    team = add(people, "team", agency=agency, name="Health visitors")
    nia = add(people, "practitioner", full_name="Nia Hale", agency=agency, phone="01632 960 001")
    for what, listed_id, said in (
        ("team", team, {"agency": agency, "name": "0 to 19 team"}),
        ("practitioner", nia, {"full_name": "Nia Hale", "agency": agency, "team": "0 to 19 team"}),
    ):
        with casework.working(people["keeper"]) as by:
            _, seen = listed.one(viewer=by, what=what, listed_id=listed_id)
            directory.change(
                by=by, what=what, listed_id=listed_id, answers=said,
                seen=directory.fingerprint(seen), at=NOW,
            )  # fmt: skip
        assert len(before(people, listed_id, what)) == 1
    (was,) = before(people, nia, "practitioner")
    assert was.said == (("Team", "Nothing"), ("Telephone number", "01632 960 001"))


def test_a_file_leaves_what_was_said_before_and_a_bad_one_leaves_nothing(people):
    made = add(people, **SCHOOL)
    with pytest.raises(Unfit):
        take(people, f"{FILE}school,Beck Academy,107440,,,\nschool,Wrong,1,,,\n")
    assert before(people, made) == ()
    take(people, f"{FILE}school,Beck Academy,107440,,,\n")
    (was,) = before(people, made)
    assert was.said == (("Name", "Beck Lane Primary"),)


def test_what_was_said_before_is_never_edited_and_is_for_who_reads_the_directory(people):
    made = add(people, **SCHOOL)
    change(people, made, name="Beck Lane Academy")
    with casework.working(people["keeper"]), pytest.raises(ProgrammingError), transaction.atomic():
        DirectoryBefore.objects.update(said={})
    with casework.working(people["lead"]) as viewer, pytest.raises(Denied):
        listed.before(viewer=viewer, what="setting", listed_id=made)


def test_a_child_s_school_is_shown_by_the_name_it_had_then(sent):
    made = add(sent.people, **SCHOOL)
    with casework.working(sent.people["screener"]) as by:
        child = Episode.objects.get(pk=sent.amir).subject_person_id
        said = {"kind": "school", "name": "Beck Lane Primary", "valid_from": "2015-09-01"}
        register.add(by=by, person_id=child, what="goes", answers=said, at=NOW)
        (goes,) = who_and_where.of(viewer=by, person_id=child, now=NOW).goes
        until = {"ended_on": "2020-01-31", "why_ended": "Moved"}
        register.end(by=by, person_id=child, what="goes", row_id=goes.row_id, answers=until, at=NOW)
    change(sent.people, made, name="Beck Lane Academy")
    with casework.working(sent.people["screener"]) as viewer:
        later, earlier = NOW + timedelta(days=1), NOW - timedelta(seconds=1)
        (now_is,) = who_and_where.of(viewer=viewer, person_id=child, now=later).goes
        assert now_is.words == "Beck Lane Primary (now Beck Lane Academy)"
        place = Setting.objects.get(pk=made)
        then = listed.names_then(settings=[place], at=earlier)
        assert then == {made: "Beck Lane Primary"}
