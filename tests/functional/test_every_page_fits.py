"""Every page a person may open: sound to axe, on a telephone, enlarged and without script.

Pages are taken from the list of addresses, so that a new one is swept without a word here. Where an
address takes an id, it is that of the referral the test begins with; an address whose id is of
something else is swept where that thing is made.
"""

import re
from collections.abc import Iterator

import pytest

from goldenthread.cli import routes
from goldenthread.content import catalogue
from goldenthread.records.account import Account
from tests.functional import story, worker

WAYS = {
    "a telephone": {"viewport": {"width": 375, "height": 740}, "has_touch": True},
    # Twice as large on a screen of 1280 is the same layout on one of 640.
    "200 % zoom": {"viewport": {"width": 640, "height": 512}, "device_scale_factor": 2},
    "no script": {"java_script_enabled": False},
}
# What a browser saves and does not show: read by test_own_copy.
DOCUMENTS = {"referral-copy", "look-report-pdf", "need-to-know-table"}
WHO = ("Ruth", "Imran", "Carol", "Tomasz", "Leila", "Jo")


def addresses(person, about: dict[str, str]) -> Iterator[str]:
    """Yield every address this person's role may read, its ids filled in."""
    may = catalogue.role(Account.objects.get(pk=person.account_id).role).may
    for route in routes.every():
        if route["verb"] not in may or "GET" not in route["methods"]:
            continue
        if route["name"] in DOCUMENTS:
            continue
        places = re.findall(r"<[^>]+>", route["path"])
        path = route["path"]
        for place in places:
            path = path.replace(place, about.get(place, place))
        if "<" not in path:
            yield path


@pytest.fixture
def about(visit, loader_cursor) -> dict[str, str]:
    """The ids of a referral that has been sent, by their place in an address."""
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    loader_cursor.execute(
        "select id, subject_person_id, occasion_id from gt_episode order by reference limit 1"
    )
    episode, person, occasion = map(str, loader_cursor.fetchone())
    return {
        "<uuid:episode_id>": episode,
        "<uuid:contact_id>": episode,
        "<uuid:person_id>": person,
        "<uuid:child_id>": person,
        "<uuid:occasion_id>": occasion,
        "<slug:step>": "contact-screened",
    }


@pytest.mark.parametrize("way", WAYS)
def test_every_page_fits_and_is_sound(visit, people, about, way):
    swept = set()
    for name in WHO:
        visitor = visit(name, **WAYS[way])
        for address in addresses(people[name], about):
            answer = visitor.page.goto(address)
            assert answer.status < 500, address
            visitor.check()
            swept.add(address)
    assert {"/queue/", "/vital-signs/", "/system/", "/referrals/"} <= swept
    assert any(address.startswith("/children/") for address in swept)
