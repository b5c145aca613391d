"""What a role does not open is not there, and never half there."""

from uuid import uuid4

from tests.functional import story


def test_a_page_of_another_role_is_refused_and_what_is_hidden_looks_missing(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    imran = visit("Imran")
    imran.follow("Amir Rahman")
    contact = imran.page.url
    ruth.open("/queue/")
    ruth.heading("You cannot open this page")
    for name in ("Tomasz", "Jo"):
        other = visit(name)
        other.open(contact)
        other.heading("You cannot open this page")
        other.reads_not("Rahman")
    hidden = imran.page.request.get(f"/contacts/{uuid4()}/")
    missing = imran.page.request.get("/nothing/at/this/address/")
    assert hidden.status == missing.status == 404
    imran.open(f"/contacts/{uuid4()}/")
    imran.heading("Page not found")


def test_the_system_administrator_sees_the_service_and_no_casework(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    jo = visit("Jo")
    jo.heading("System")
    jo.reads("PostgreSQL")
    jo.reads_not("Rahman")
    jo.picture("system")


def test_nothing_is_kept_by_the_browser(visit):
    ruth = visit("Ruth")
    response = ruth.page.goto("/referrals/")
    assert "no-store" in response.headers["cache-control"]
    assert "nonce-" in response.headers["content-security-policy"]
    assert "unsafe" not in response.headers["content-security-policy"]
    ruth.sign_out()
    ruth.page.go_back()
    ruth.reads_not("My referrals")
