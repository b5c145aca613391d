"""A screener is refused a child, breaks the glass, and is asked about it."""

import pytest

from tests.functional import story

LEAVES = """
delete from gt_desk_seat where desk = 'front-door'
  and account_id = (select id from gt_account where full_name = 'Imran Hussain')
"""
WHY = "He is at our door alone and nobody he knows answers the telephone."


@pytest.mark.parametrize("scripts", [True, False])
def test_a_child_who_cannot_wait(visit, loader_cursor, scripts):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    loader_cursor.execute(LEAVES)
    loader_cursor.execute("select given_name, id from gt_person")
    ids = dict(loader_cursor.fetchall())
    phone, desk = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
    imran = visit("Imran", java_script_enabled=scripts, viewport=phone)
    imran.open(f"/children/{ids['Amir']}/")
    imran.heading("Page not found")
    imran.picture("glass-offered-phone")
    imran.follow("say why you must see the record now")
    imran.heading("See a child who cannot wait")
    imran.picture("break-glass-phone")
    imran.press("Open this record for 60 minutes")
    imran.reads("Say what cannot wait")
    imran.reads("in 20 characters or more")
    imran.choose("What cannot wait?", "The child is here: hurt, alone, or missing from somewhere")
    imran.write("Why, in your own words", WHY)
    imran.page.set_viewport_size(desk)
    imran.picture("break-glass")
    imran.press("Open this record for 60 minutes")
    imran.heading("Amir Rahman")
    imran.reads("You see this by break-glass: 60 minutes left.")
    imran.picture("seen-by-break-glass")
    imran.page.set_viewport_size(phone)
    imran.picture("seen-by-break-glass-phone")
    imran.open(f"/children/{ids['Yusuf']}/")
    imran.heading("Page not found")
    leila = visit("Leila")
    leila.follow("Break-glass")
    leila.heading("Break-glass")
    leila.picture("broken-glass")
    leila.page.get_by_role("link", name="Imran Hussain").click()
    leila.heading("Imran Hussain")
    leila.reads(WHY)
    leila.reads("Read the story so far")
    leila.picture("broken-glass-one")
    leila.press("End it now")
    leila.reads_not("End it now")
    imran.open(f"/children/{ids['Amir']}/")
    imran.heading("Page not found")
    leila.choose("Was it justified?", "It was justified")
    leila.write("How do you know, and what was done?", "The duty manager confirms it.")
    leila.page.set_viewport_size(phone)
    leila.picture("broken-glass-one-phone")
    leila.press("Keep what I found")
    leila.reads("It was justified")
    leila.picture("broken-glass-phone")
