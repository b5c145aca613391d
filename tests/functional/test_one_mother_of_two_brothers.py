"""A screener records the mother of two brothers once, and is asked before she is recorded again."""

import pytest

from tests.functional import story


def describe(imran):
    imran.choose("Who are they to this child?", "Mother")
    imran.write("Given name", "Sara")
    imran.write("Family name", "Rahman")
    imran.choose("Do they have parental responsibility?", "Yes")
    imran.choose("Do they live with the child now?", "Yes")


@pytest.mark.parametrize("scripts", [True, False])
def test_one_mother_of_two_brothers(visit, loader_cursor, scripts):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    loader_cursor.execute("select given_name, id from gt_person")
    ids = dict(loader_cursor.fetchall())
    imran = visit("Imran", java_script_enabled=scripts, viewport={"width": 390, "height": 844})
    imran.open(f"/children/{ids['Amir']}/who-and-where/tie/")
    describe(imran)
    imran.picture("mother-of-two-phone")
    imran.press("Add")
    imran.reads("Sara Rahman")
    imran.open(f"/children/{ids['Yusuf']}/who-and-where/tie/")
    describe(imran)
    imran.press("Add")
    imran.reads("Yes, Sara Rahman, mother of Amir Rahman")
    imran.picture("mother-asked-phone")
    imran.page.set_viewport_size({"width": 1280, "height": 900})
    imran.picture("mother-asked")
    imran.choose(
        "Is this somebody who is recorded already?", "Yes, Sara Rahman, mother of Amir Rahman"
    )
    imran.press("Add")
    imran.reads("Sara Rahman")
    loader_cursor.execute("select count(*) from gt_person where given_name = 'Sara'")
    assert loader_cursor.fetchone() == (1,)
