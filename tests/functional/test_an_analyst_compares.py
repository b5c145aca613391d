"""An analyst reads a number, whom it is compared with, and how it was made."""

from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from goldenthread.actions import datasets
from tests.functional import story, worker
from tests.made import reference, signs

LOADED = datetime(2020, 3, 4, 8, 0, tzinfo=UTC)


@pytest.fixture
def tables(home, tmp_path):
    """Published tables of a few areas, loaded."""
    made = tmp_path / "tables"
    made.mkdir()
    files = []
    for name, text in signs.files().items():
        files.append(made / name.replace("_csv", ".csv"))
        files[-1].write_text(text, encoding="utf-8")
    datasets.load(files=files, home=home, now=LOADED)
    return home


def test_an_analyst_compares_referrals_with_the_year_before_neighbours_and_england(tables, visit):
    tomasz = visit("Tomasz")
    tomasz.heading("Vital Signs")
    tomasz.open("/vital-signs/?period=2019-20")
    card = tomasz.page.get_by_role("article", name="Referrals for every 10,000 children")
    expect(card).to_contain_text("697.4")
    for compared in ("The year before", "Mean of statistical neighbours", "England"):
        expect(card).to_contain_text(compared)
    expect(card.get_by_role("img")).to_be_visible()
    card.get_by_text("Show the numbers year by year").click()
    expect(card).to_contain_text("9,934")
    expect(card).to_contain_text("142,439")
    card.get_by_text("How this number is made").click()
    expect(card).to_contain_text("Where the rule comes from")
    tomasz.check()
    tomasz.picture("vital-signs")
    glance = tomasz.page.get_by_role("table", name="At a glance")
    rate = glance.get_by_role("row", name="Referrals for every 10,000 children")
    expect(rate).to_contain_text("614.9")
    expect(rate).to_contain_text("545.4")
    # A count of another area's is not put beside ours.
    count = glance.get_by_role("row", name="Referrals to children's social care")
    expect(count.get_by_role("cell")).to_have_text(["9,934", "8,734", "-", "-", "-"])
    rate.get_by_role("link").click()
    expect(card).to_be_in_viewport()
    with tomasz.page.expect_navigation():
        card.get_by_role("heading").get_by_role("link").click()
    tomasz.check()
    tomasz.heading("Referrals for every 10,000 children")
    tomasz.reads("Who answers for it")
    tomasz.picture("vital-sign")


def test_an_analyst_counts_the_front_door_s_own_records(home, visit, database, people):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran")
    imran.follow("Amir Rahman")
    datasets.extract(home=home, url=database.url("gt_extract"), now=LOADED)
    tomasz = visit("Tomasz")
    tomasz.heading("Vital Signs")
    tomasz.reads("Counted from our own records")
    tomasz.reads_not("Rahman")


def test_an_analyst_with_nothing_loaded_is_told_what_to_do(home, visit):
    tomasz = visit("Tomasz")
    tomasz.reads("load a return or a published table with goldenthread import")


def test_a_year_that_is_not_one_is_refused_in_one_sentence(tables, visit):
    tomasz = visit("Tomasz")
    tomasz.open("/vital-signs/?period=nineteen")
    tomasz.reads("nineteen")
    tomasz.follow("Show the newest there is")
    tomasz.reads("Compared with")


@pytest.mark.slow
def test_the_published_tables_of_england_give_bradford_s_rate(home, visit):
    files = [reference.file(name) for name in (reference.REFERRALS, reference.POPULATION)]
    datasets.load(files=files, home=home, now=LOADED)
    tomasz = visit("Tomasz")
    tomasz.open("/vital-signs/?period=2019-20")
    tomasz.reads("697.4")
    tomasz.picture("vital-signs-full")


def test_choosing_a_year_changes_the_numbers_and_leaves_the_page_standing(tables, visit):
    tomasz = visit("Tomasz")
    tomasz.page.evaluate("document.querySelector('footer').dataset.mark = 'stayed'")
    tomasz.page.get_by_label("Reporting year, April to March").select_option("2018-19")
    tomasz.page.get_by_role("button", name="Show").click()
    tomasz.heading("Vital Signs, 2018-19")
    assert tomasz.page.locator("footer[data-mark=stayed]").count() == 1
    assert "period=2018-19" in tomasz.page.url
    tomasz.check()


def test_choosing_a_year_after_being_signed_out_leads_to_signing_in(tables, visit):
    tomasz = visit("Tomasz")
    tomasz.context.clear_cookies()
    tomasz.page.get_by_role("button", name="Show").click()
    tomasz.heading("One thread, from a first worry to the board table")
