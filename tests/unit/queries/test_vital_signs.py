"""The Vital Signs page: cards in words, for those who may read them."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.insight import dataset, freeze
from goldenthread.insight.importers import contacts
from goldenthread.queries import vital_signs
from tests.made import cin, published, signs
from tests.made import dataset as made

NOW = datetime(2020, 3, 5, 9, tzinfo=UTC)


def viewer(*may):
    return Viewer(
        account_id=uuid4(),
        name="Somebody",
        role="analyst",
        role_title="Performance analyst",
        agency_id=None,
        agency_name="",
        agency_kind="",
        desks=(),
        may=frozenset(may),
        home="",
        active=True,
    )


ANALYST = viewer("signs.read")


@pytest.fixture
def home(tmp_path):
    made.load(tmp_path, **signs.files())
    return tmp_path


def cards(home, **asked):
    return vital_signs.page(viewer=ANALYST, home=home, now=NOW, **asked)


def card(found, number):
    return next(card for card in found if card.id == number)


def test_whoever_may_not_is_told_nothing(home):
    for ask in (
        lambda: vital_signs.page(viewer=viewer("queue.read"), home=home, now=NOW),
        lambda: vital_signs.choices(viewer=viewer(), home=home),
    ):
        with pytest.raises(Denied):
            ask()


def test_a_rate_as_it_is_shown(home):
    rate = card(cards(home, period="2019-20"), "IND-RF-02")

    assert (rate.value, rate.value_unit) == ("697.4", "for every 10,000 children")
    assert (rate.numerator, rate.denominator) == ("9,934", "142,439")
    assert (rate.area, rate.area_code, rate.period) == ("Bradford", "380", "2019-20")
    assert rate.reading.startswith("Bradford, 2019-20: 697.4")
    assert (rate.good_is, rate.unit, rate.suppressed, rate.reason) == ("none", "event", False, "")
    assert "methodology" in rate.law
    assert rate.source == "Worked out from numbers the Department for Education published."
    assert [(c.title, c.value) for c in rate.comparators] == [
        ("The year before", "614.9"),
        ("Mean of statistical neighbours", "200.0"),
        ("The region", "-"),
        ("England", "545.4"),
    ]
    assert (
        rate.comparators[1].note == "Neighbours of Bradford (group of April 2021): 3 with a number."
    )


def test_the_table_beside_the_chart_has_every_year(home):
    rate = card(cards(home, period="2019-20"), "IND-RF-02")

    assert [(row.period, row.value, row.neighbours, row.national) for row in rate.history] == [
        ("2018-19", "614.9", "43.3", "553.7"),
        ("2019-20", "697.4", "200.0", "545.4"),
        ("2021-22", "-", "-", "-"),
    ]
    assert 'id="chart-referral-rate-380-published-title"' in rate.chart_svg
    assert rate.reading in rate.chart_svg


def test_a_number_warns_that_it_is_no_rate(home):
    count = card(cards(home, period="2019-20"), "IND-RF-01")

    assert (count.value, count.value_unit) == ("9,934", "")
    assert "not a rate" in count.comparators[2].note


def test_what_nobody_knows_has_a_reason_and_no_chart(home):
    contacts = card(cards(home, period="2019-20"), "IND-FD-04")

    assert (contacts.value, contacts.value_unit, contacts.chart_svg, contacts.source) == (
        "",
        "",
        "",
        "",
    )
    assert contacts.reason == "Nothing is held about contacts in 2019-20."
    assert contacts.history == ()


@pytest.mark.parametrize(
    ("day", "age"),
    [(5, ", today."), (4, ", yesterday."), (3, ", 2 days ago."), (6, " at 9am.")],
)
def test_records_say_how_old_they_are(home, day, age):
    signs.live(home, as_at=datetime(2020, 3, day, 9, tzinfo=UTC))
    contacts = card(cards(home), "IND-FD-04")

    assert (contacts.value, contacts.value_unit) == ("50.0%", "1 of 2")
    assert contacts.source.startswith(f"Counted from our own records as of {day} March 2020 at 9am")
    assert contacts.source.endswith(age)
    assert contacts.history[0].vintage == "Counted"


def test_a_return_says_it_is_not_yet_published(home):
    made.load(home, a_xml=cin.written(la="380"))
    counted = card(cards(home, period="2021-22"), "IND-RF-01")

    assert counted.source.endswith("Not yet published.")


def test_ids_on_one_page_are_all_different(home):
    signs.live(
        home,
        as_at=datetime(2020, 3, 4, 9, tzinfo=UTC),
        referrals=signs.referred(datetime(2020, 3, 3, tzinfo=UTC).date()),
    )
    found = cards(home, source="live", period="2019-20")
    ids = [part.split('"')[1] for c in found for part in c.chart_svg.split("<title ")[1:]]

    assert len(ids) == len(set(ids)) == len([card for card in found if card.chart_svg]) > 5


def test_a_part_of_a_year_counted_here_stands_alone_on_the_page(home):
    signs.live(
        home,
        as_at=datetime(2020, 3, 4, 9, tzinfo=UTC),
        referrals=signs.referred(datetime(2020, 3, 3, tzinfo=UTC).date()),
    )
    found = [c for c in cards(home, source="live", period="2019-20") if c.id == "IND-RF-01"]

    assert [(c.value, c.reason != "") for c in found] == [("1", True)]


def test_the_choices_are_what_there_is(home):
    found = vital_signs.choices(viewer=ANALYST, home=home, source="", period="")

    assert (found.period, found.periods) == ("2021-22", ("2021-22", "2019-20", "2018-19"))
    assert (found.source, found.sources) == (
        "imported",
        (("imported", "Returns and published tables"),),
    )
    signs.live(home, as_at=NOW)
    live = vital_signs.choices(viewer=ANALYST, home=home, period="2019-20")
    assert (live.source, [key for key, _ in live.sources]) == ("live", ["live", "imported"])
    assert live.period == "2019-20"


def test_no_dataset_is_said_and_not_an_empty_page(tmp_path):
    with pytest.raises(dataset.NoSnapshot, match="no dataset yet"):
        cards(tmp_path)


def test_a_suppressed_number_is_marked(tmp_path):
    made.load(tmp_path, a_csv=published.referrals([("380", 2020, "c")]))
    found = card(cards(tmp_path), "IND-RF-01")

    assert (found.suppressed, found.value) == (True, "")
    assert found.reason.startswith("Suppressed by DfE")


def detail(home, key, **asked):
    return vital_signs.one(viewer=ANALYST, home=home, now=NOW, key=key, **asked)


def test_one_sign_is_shown_month_by_month(home):
    signs.live(
        home,
        as_at=datetime(2020, 3, 4, 9, tzinfo=UTC),
        referrals=signs.referred(date(2020, 1, 31), date(2020, 2, 1), date(2020, 2, 28)),
    )
    found = detail(home, "referrals", source="live", period="2019-20")

    assert [(month.period, month.value) for month in found.months] == [
        ("Jan 2020", "1"),
        ("Feb 2020", "2"),
        ("Mar 2020", "0"),
    ]
    assert 'id="months-referrals-380-provisional-title"' in found.months_svg
    assert (found.card.owner, found.frozen_on) == ("Front door", "")


def test_a_sign_as_published_has_no_months(home):
    assert detail(home, "referrals", period="2019-20").months == ()


def test_there_is_no_sign_of_another_name(home):
    with pytest.raises(KeyError):
        detail(home, "trains", period="2019-20")


def test_a_year_that_is_frozen_says_what_came_in_after(home):
    as_at = datetime(2020, 4, 1, 9, tzinfo=UTC)
    signs.live(home, as_at=as_at, referrals=signs.referred(date(2020, 1, 31)))
    freeze.freeze(home=home, period="2019-20", now=as_at)
    signs.live(home, as_at=NOW, referrals=signs.referred(date(2020, 1, 31), date(2020, 2, 3)))
    found = detail(home, "referrals", source="live", period="2019-20")

    assert found.frozen_on.startswith("1 April 2020")
    assert found.late == 1


def test_a_number_says_which_kind_of_file_it_was_counted_from(tmp_path, monkeypatch):
    monkeypatch.setenv("GOLDENTHREAD_AREA", "380")
    header = ",".join(contacts.NEEDS)
    made.load(
        tmp_path,
        a_csv=f"{header}\n1,A,2019-04-02,2A,,\n2,B,2020-03-31,6,,\n",
        b_xml=cin.written(la="380"),
    )
    loaded = "that was loaded. Not yet published."

    counted = card(cards(tmp_path, period="2019-20"), "IND-FD-01")
    assert counted.source == f"Counted from a list of contacts from another system {loaded}"
    referrals = card(cards(tmp_path, period="2021-22"), "IND-RF-01")
    assert referrals.source == f"Counted from a children in need census {loaded}"


def test_what_nobody_publishes_is_said_once(tmp_path):
    signs.live(tmp_path, as_at=datetime(2020, 3, 31, 20, tzinfo=UTC))
    counted = card(cards(tmp_path, period="2019-20"), "IND-FD-01")

    notes = [other.note for other in counted.comparators]
    assert notes == ["", "Nobody publishes this number, of these or of any area.", "", ""]


def test_a_published_number_is_not_said_to_be_frozen(home):
    signs.live(home, as_at=datetime(2020, 4, 1, 20, tzinfo=UTC))
    at = datetime(2020, 4, 2, 9, tzinfo=UTC)
    freeze.freeze(home=home, period="2019-20", now=at)

    def frozen_on(key):
        return vital_signs.one(
            viewer=ANALYST, home=home, now=at, key=key, period="2019-20", source="live"
        ).frozen_on

    assert frozen_on("contacts")
    assert not frozen_on("referrals")
