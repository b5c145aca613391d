"""What every role may see, on its page and as the file that is signed; and each their own."""

import pytest

from goldenthread.access import need_to_know
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import signed
from goldenthread.language.need_to_know import FieldClass
from goldenthread.language.role import Role
from tests.architecture import tree
from tests.made import visit
from tests.unit.access.test_need_to_know import AGREED

pytestmark = pytest.mark.postgresql


@pytest.mark.parametrize("who", ["guardian", "privacy officer"])
def test_who_signs_for_it_and_who_watches_it_read_the_whole_table(people, who):
    page = visit.text(visit.signed_in(people[who]).get("/need-to-know/"))

    for role in catalogue.declared(Role).values():
        assert f'id="{role.key}"' in page and role.title in page
    for each in catalogue.declared(FieldClass).values():
        assert each.holds in page
    assert "No Caldicott Guardian has agreed to this table yet" in page
    assert need_to_know.digest() in page


@pytest.mark.parametrize(
    ("claimed", "says"),
    [(AGREED, "by Somebody, Caldicott Guardian, on 2 March 2020"),
     (AGREED.__class__(**{**vars(AGREED), "sha256": "0" * 64}), "Changed since it was signed")],
)  # fmt: skip
def test_the_page_says_whether_the_table_is_the_one_that_was_signed(
    people, monkeypatch, claimed, says
):
    monkeypatch.setattr(signed, "SIGNATURE", claimed)
    assert says in visit.text(visit.signed_in(people["guardian"]).get("/need-to-know/"))


def test_the_file_is_the_one_kept_with_the_documents(people):
    answer = visit.signed_in(people["guardian"]).get("/need-to-know/table/")
    kept = tree.ROOT / "docs" / "reference" / "need-to-know.csv"

    assert answer.headers["Content-Type"].startswith("text/csv")
    assert answer.content == kept.read_bytes()


def test_everybody_reads_what_their_own_role_may_see_and_no_others(people):
    for who in ("screener", "lead", "analyst", "administrator", "auditor", "guardian"):
        page = visit.text(visit.signed_in(people[who]).get("/what-i-may-see/"))
        assert "What each relationship opens" in page
        assert ("Allocated worker" in page) is False, who
    assert "Allocated worker" in visit.text(
        visit.signed_in(people["social worker"]).get("/what-i-may-see/")
    )


def test_no_other_role_reads_the_whole_table(people):
    for who in ("screener", "lead", "analyst", "administrator", "auditor"):
        for path in ("/need-to-know/", "/need-to-know/table/"):
            assert visit.signed_in(people[who]).get(path).status_code == 403
