"""Charts: a picture with a name and a description, told apart without colour, safe on a page."""

import re
from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree

import pytest

from goldenthread.content.front_door.contacts_decided_in_time import contacts_decided_in_time
from goldenthread.content.front_door.referral_rate import referral_rate
from goldenthread.content.front_door.referrals_received import referrals_received
from goldenthread.insight import charts
from goldenthread.insight.history import Year
from goldenthread.insight.observations import PROVISIONAL, PUBLISHED, Observation
from goldenthread.kernel.period import reporting_year

SVG = "{http://www.w3.org/2000/svg}"


def years(indicator, *values, vintage=PUBLISHED, first=2013, **beside):
    return [
        Year(
            observation=Observation(
                indicator=indicator,
                area="380",
                period=reporting_year(f"{first + n}-{(first + n + 1) % 100:02d}"),
                vintage=vintage,
                numerator=value,
                denominator=100,
            ),
            neighbours=beside.get("neighbours"),
            national=beside.get("national"),
        )
        for n, value in enumerate(values)
    ]


def drawn(
    found, *, indicator=referral_rate, name="Bradford", chosen="2014-15", reading="It went up."
):
    text = charts.drawn(
        found, indicator=indicator, name=name, key="chart-1", chosen=chosen, reading=reading
    )
    return text, (ElementTree.fromstring(text) if text else None)


BOTH = {"neighbours": Fraction(300), "national": Fraction(400)}


def test_it_is_one_picture_with_a_name_and_a_description():
    text, svg = drawn(years(referral_rate, 1, 2, **BOTH))

    assert (svg.tag, svg.get("role")) == (f"{SVG}svg", "img")
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert (svg.get("aria-labelledby"), title.get("id")) == ("chart-1-title", "chart-1-title")
    assert (svg.get("aria-describedby"), description.get("id")) == ("chart-1-desc", "chart-1-desc")
    assert title.text == "Referrals for every 10,000 children: Bradford, 2013-14 to 2014-15"
    assert description.text == "It went up."
    inside = text[text.index("</desc>") :]
    assert not re.search(r"\s(role|aria-\w+)=", inside)


def test_lines_are_told_apart_by_dash_shape_and_name():
    _, svg = drawn(years(referral_rate, 1, 2, **BOTH))

    names = [text.text for text in svg.iter(f"{SVG}text")]
    assert {"Bradford", "Neighbours' mean", "England"} <= set(names)
    groups = [group for group in svg.iter(f"{SVG}g") if "mark-line" in group.get("class", "")]
    lines = [path for group in groups for path in group]
    assert len(lines) == 3
    assert len({path.get("stroke-dasharray") for path in lines}) == 3
    styles = (charts._OWN, charts._COUNTED, charts._NEIGHBOURS, charts._NATIONAL)
    assert len({style.shape for style in styles}) == len(styles)


@pytest.mark.parametrize(
    "style", [charts._OWN, charts._COUNTED, charts._NEIGHBOURS, charts._NATIONAL]
)
def test_every_line_and_its_name_can_be_read_on_white(style):
    red, green, blue = (int(style.colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    parts = [
        (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4) for c in (red, green, blue)
    ]
    luminance = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    assert 1.05 / (luminance + 0.05) >= 4.5


def test_a_number_of_one_area_is_not_drawn_beside_all_of_england():
    _, svg = drawn(years(referrals_received, 8734, 9934, **BOTH), indicator=referrals_received)
    names = {text.text for text in svg.iter(f"{SVG}text")}

    assert "Bradford" in names
    assert not {"England", "Neighbours' mean"} & names


def test_counted_and_published_years_are_two_lines():
    found = years(referral_rate, 1, 2) + years(referral_rate, 3, vintage=PROVISIONAL, first=2015)
    _, svg = drawn(found)
    names = {text.text for text in svg.iter(f"{SVG}text")}

    assert {"Bradford, own records", "Bradford, published"} <= names


def test_one_year_is_a_point():
    _, svg = drawn(years(contacts_decided_in_time, 50), indicator=contacts_decided_in_time)

    assert svg.find(f"{SVG}title").text.endswith("Bradford, 2013-14")


def test_many_years_are_not_written_over_each_other():
    _, svg = drawn(years(referral_rate, *range(1, 13)))
    written = [
        text.text
        for text in svg.iter(f"{SVG}text")
        if re.fullmatch(r"\d{4}-\d{2}", text.text or "")
    ]

    assert written == ["2014-15", "2016-17", "2018-19", "2020-21", "2022-23", "2024-25"]


@pytest.mark.parametrize("found", [[], years(referral_rate, None, None)])
def test_nothing_to_draw_is_no_picture(found):
    assert drawn(found)[0] == ""


def test_a_name_out_of_a_file_is_only_ever_words():
    text, svg = drawn(
        years(referral_rate, 1), name='<script>alert(1)</script>"', reading="<b>&</b>"
    )

    assert "<script" not in text
    assert svg.find(f"{SVG}desc").text == "<b>&</b>"
    assert '<script>alert(1)</script>"' in {element.text for element in svg.iter(f"{SVG}text")}


def test_it_asks_nothing_of_any_other_place():
    text, _ = drawn(years(referral_rate, 1, 2, **BOTH))

    assert set(re.findall(r"https?://[^/\"]+", text)) <= {"http://www.w3.org"}
    assert "url(" not in text
    assert "Atkinson Hyperlegible" in text


def test_a_year_of_which_only_a_part_is_held_is_not_drawn_as_a_fall():
    whole = years(referrals_received, 90, 100, 3, vintage=PROVISIONAL)
    found = [*whole[:2], replace(whole[2], part=True)]
    text, svg = drawn(found, indicator=referrals_received)

    assert "2015-16" not in text
    assert svg.find(f"{SVG}title").text.endswith("2013-14 to 2014-15")
    asked, _ = drawn(found, indicator=referrals_received, chosen="2015-16")
    assert "2015-16" in asked
