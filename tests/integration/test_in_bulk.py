"""A file about more than 50 children is not given to one person alone (SECURITY P17)."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.urls import path

from goldenthread.project import urls
from goldenthread.web.serving import page
from tests.made import casework, visit

pytestmark = [pytest.mark.postgresql, pytest.mark.urls(__name__)]


@page(verb="queue.read")
def taken_away(request, viewer, now, number: int, how: str) -> HttpResponse:
    """Give something about so many people, as a file or as a page."""
    request.shown.persons(uuid4() for _ in range(number))
    answer = HttpResponse("Canary: row", content_type="text/csv")
    if how == "file":
        answer.headers["Content-Disposition"] = 'attachment; filename="children.csv"'
    return answer


urlpatterns = [*urls.urlpatterns, path("taken/<int:number>/<slug:how>/", taken_away, name="taken")]


@pytest.fixture
def people(owner_cursor):
    return casework.people(owner_cursor)


@pytest.mark.parametrize(
    ("number", "how", "status"),
    [(50, "file", 200), (51, "file", 403), (400, "file", 403), (51, "page", 200)],
)
def test_the_server_counts_and_what_is_refused_is_logged_and_not_given(
    people, owner_cursor, number, how, status
):
    answer = visit.signed_in(people["manager"]).get(f"/taken/{number}/{how}/")
    assert answer.status_code == status
    assert (b"Canary" in answer.content) is (status == 200)
    owner_cursor.execute("select decision, reason, cardinality(person_ids) from gt_trail")
    expected = ("served", "200", number) if status == 200 else ("denied", "needs-two", 0)
    assert owner_cursor.fetchall() == [expected]
    assert status == 200 or b"more than 50 children" in answer.content
