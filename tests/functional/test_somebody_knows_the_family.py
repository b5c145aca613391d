"""A screener opens a contact, knows the family, says so, and never sees it again."""

import pytest

from tests.functional import story


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_knows_the_family(visit, loader_cursor, scripts):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    loader_cursor.execute("select given_name, id from gt_person")
    ids = dict(loader_cursor.fetchall())
    phone = {"width": 390, "height": 844}
    imran = visit("Imran", java_script_enabled=scripts, viewport=phone)
    imran.follow("Amir Rahman")
    contact = imran.page.url
    imran.open(f"/children/{ids['Amir']}/")
    imran.follow("I know this family")
    imran.heading("I know this family")
    imran.picture("i-know-this-family-phone")
    imran.press("Keep me from this record")
    imran.reads("Say how they know the child or the family")
    imran.reads("Say whether the others of the family are kept too")
    imran.choose("How do you know the child or the family?", "A relative")
    imran.choose("And the others of the family?", "Only those ticked below")
    imran.choose("Which of them, if only some", "Yusuf Rahman, came in the same referral")
    imran.page.set_viewport_size({"width": 1280, "height": 900})
    imran.picture("i-know-this-family")
    imran.press("Keep me from this record")
    imran.heading("It is done")
    imran.picture("conflict-kept")
    for gone in (contact, f"/children/{ids['Amir']}/", f"/children/{ids['Yusuf']}/"):
        imran.open(gone)
        imran.heading("Page not found")
    imran.open("/queue/")
    imran.reads_not("Rahman")
    carol = visit("Carol")
    carol.reads("Amir Rahman")
    leila = visit("Leila")
    leila.open("/exclusions/")
    leila.reads("Imran Hussain")
    leila.reads("Amir Rahman")
    leila.picture("exclusion-list")
    leila.page.set_viewport_size(phone)
    leila.picture("exclusion-list-phone")
    leila.page.get_by_role("link", name="Imran Hussain").first.click()
    leila.heading("Imran Hussain")
    leila.reads(
        "To let somebody back takes a Caldicott Guardian and the council's safeguarding partner"
    )
    leila.picture("exclusion-phone")
