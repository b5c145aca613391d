"""Somebody without an account finds where they work, and a school is found on the form.

By a part of its name or its postcode, by keyboard, on a telephone, and with scripts off.
"""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from goldenthread.actions import establish
from tests.functional import story


@pytest.fixture
def district(loader_cursor):
    """As many schools as a district has, one of them not an agency of ours."""
    for number in range(30):
        key, name = f"canal-{number}", f"Canal Road Primary School {number}"
        establish.agency(loader_cursor, key=key, name=name, kind="school")
    for name, postcode in (("Beck Lane Nursery", "BD9 4AB"), ("Beck Hill School", "BD9 4XY")):
        loader_cursor.execute(
            "insert into gt_setting (id, kind, name, code, postcode)"
            " values (%s, 'school', %s, '', %s)",
            [uuid4(), name, postcode],
        )


def say_the_rest(visitor):
    visitor.write("Your full name", "Siân O'Brien")
    visitor.write("Your job title", "Nursery manager")
    visitor.write("Your work e-mail address", "sian@beck.invalid")
    visitor.write("A telephone number we can reach you on today", "01632 960 001")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_nursery_manager_finds_where_she_works_by_keyboard(guest, district, width):
    first = guest(viewport={"width": width, "height": 844})
    first.open("/tell-us/about-you/?form=urgent-form")
    say_the_rest(first)
    first.picture(f"guest-workplace-{width}")
    words = first.page.get_by_label("Part of its name, or its postcode")
    words.press_sequentially("canal")
    expect(first.page.get_by_role("status")).to_have_text(re.compile("The first 10 of many"))
    first.check()
    first.picture(f"guest-workplace-many-{width}")
    words.fill("bd9 4")
    expect(first.page.get_by_role("status")).to_have_text("2 found.")
    first.check()
    words.press("Tab")
    first.page.keyboard.press("Tab")
    first.page.keyboard.press("ArrowDown")
    first.picture(f"guest-workplace-found-{width}")
    expect(first.page.get_by_label("Beck Lane Nursery")).to_be_checked()
    first.press("Continue")
    first.heading("The children")


def test_she_finds_it_without_a_script_and_writes_one_that_is_not_there(guest, district):
    first = guest(java_script_enabled=False, viewport={"width": 390, "height": 844})
    first.open("/tell-us/about-you/?form=urgent-form")
    say_the_rest(first)
    first.write("Part of its name, or its postcode", "Elsewhere")
    first.press("Find what you wrote: Where do you work?")
    first.reads("Nothing is called anything like “Elsewhere”")
    first.picture("guest-workplace-none-phone")
    first.write("Part of its name, or its postcode", "beck hill")
    first.press("Find what you wrote: Where do you work?")
    first.picture("guest-workplace-no-script-phone")
    first.choose("Where do you work?", "Another organisation")
    first.write("Its name", "Elsewhere Nursery")
    first.choose("What sort of organisation is it?", "School")
    first.press("Continue")
    first.heading("The children")


def test_a_school_is_found_as_it_is_written_on_the_form(visit, district):
    ruth = visit("Ruth", viewport={"width": 390, "height": 844})
    story.begin(ruth)
    for key, said in (("Given name", "Mia"), ("Family name", "Khan")):
        ruth.write(key, said)
    at = ruth.page.url.rsplit("/", 2)[0]
    ruth.press("Save and come back later")
    ruth.open(f"{at}/where_each/")
    ruth.picture("form-school-phone")
    school = ruth.page.get_by_label("School or nursery (optional)", exact=True)
    school.press_sequentially("beck hill")
    ruth.page.get_by_label("Beck Hill School").check()
    ruth.check()
    ruth.picture("form-school-found-phone")
    ruth.press("Save and come back later")
    ruth.open(f"{at}/where_each/")
    expect(school).to_have_value("Beck Hill School")
