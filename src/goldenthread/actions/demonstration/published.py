"""What DfE and ONS have published about thirteen places, as facts, in the layout of their files.

Sources: Department for Education, Characteristics of children in need, referrals and re-referrals
(years ending 31 March 2018 to 2020); Office for National Statistics, mid-year population estimates,
children aged 0 to 17 (2017 to 2019, of the place itself from 2014). Open Government Licence v3.0.
A demonstration's own place carries Bradford's numbers.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldenthread.actions.demonstration import place
from goldenthread.content.partnership.area import partnership_area

FOLDER = "demonstration"
REFERRALS, POPULATION, ABOUT = "referrals.csv", "population.csv", "README.txt"
OWN = "own"

_PLACE = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
_MEASURES = (
    "Referrals",
    "Referrals_rate",
    "Re_referrals",
    "Re_referrals_percent",
    "No_Further_Action",
    "No_Further_Action_percent",
    "Not_in_Need",
    "Not_in_Need_percent",
    "Referrals_child",
    "Referrals_child_rate",
    "Re_referrals_child",
    "Re_referrals_child_percent",
)

# Each place and year, then the measures in the order of the file's columns.
_REFERRALS = """
england 2018 655630 559.6 143810 21.9 61690 9.4 186560 28.5 581280 496.1 120190 20.7
england 2019 650930 553.7 147150 22.6 52610 8.1 189390 29.1 575290 489.4 123020 21.4
england 2020 642980 545.3 145390 22.6 40400 6.3 194190 30.2 568600 482.3 121150 21.3
region  2018 72010 628.3 16470 22.9 8660 12 19290 26.8 63210 551.5 13660 21.6
region  2019 72240 629.1 17780 24.6 8570 11.9 19130 26.5 62810 547 14560 23.2
region  2020 72570 631.1 17240 23.8 4130 5.7 18340 25.3 63910 555.8 14450 22.6
own     2018 7599 535.4 1443 19 419 5.5 1626 21.4 6753 475.8 1248 18.5
own     2019 8734 614.9 1835 21 885 10.1 1582 18.1 7783 547.9 1560 20
own     2020 9934 697.4 2272 22.9 784 7.9 2254 22.7 8705 611.1 1918 22
354     2018 2794 530.5 471 16.9 80 2.9 948 33.9 2548 483.8 415 16.3
354     2019 3088 580.7 491 15.9 65 2.1 781 25.3 2860 537.9 442 15.5
354     2020 3671 682.4 850 23.2 255 6.9 976 26.6 3255 605.1 678 20.8
353     2018 5323 877.4 1145 21.5 819 15.4 1819 34.2 4623 762 943 20.4
353     2019 4751 773.2 1220 25.7 244 5.1 1777 37.4 4156 676.4 976 23.5
353     2020 3871 625.3 912 23.6 0 0 1624 42 3480 562.2 789 22.7
889     2018 2322 584 419 18 16 0.7 549 23.6 2138 537.7 372 17.4
889     2019 2693 679.2 488 18.1 90 3.3 649 24.1 2470 623 435 17.6
889     2020 2026 507 438 21.6 89 4.4 664 32.8 1851 463.2 396 21.4
382     2018 4636 468.9 1115 24.1 917 19.8 1382 29.8 4182 423 979 23.4
382     2019 4540 459.2 896 19.7 0 0 1725 38 4018 406.4 765 19
382     2020 4400 446.8 1074 24.4 0 0 1477 33.6 3894 395.4 911 23.4
335     2018 5228 779.9 1426 27.3 480 9.2 2255 43.1 4475 667.6 1127 25.2
335     2019 5135 757 1292 25.2 327 6.4 1999 38.9 4481 660.6 1022 22.8
335     2020 4367 637.6 1148 26.3 305 7 1996 45.7 3738 545.8 930 24.9
874     2018 2618 510.7 494 18.9 181 6.9 0 0 2358 460 415 17.6
874     2019 3908 748.1 839 21.5 1057 27 883 22.6 3324 636.3 712 21.4
874     2020 3577 677.7 1107 30.9 1223 34.2 640 17.9 2987 565.9 878 29.4
831     2018 3824 645.9 728 19 263 6.9 1242 32.5 3501 591.4 677 19.3
831     2019 4228 713.8 698 16.5 429 10.1 1610 38.1 3865 652.5 640 16.6
831     2020 4600 776.7 899 19.5 456 9.9 1756 38.2 4138 698.7 801 19.4
350     2018 4060 585.4 829 20.4 684 16.8 1206 29.7 3620 521.9 690 19.1
350     2019 4105 586.7 904 22 768 18.7 892 21.7 3669 524.4 769 21
350     2020 4207 593 944 22.4 810 19.3 606 14.4 3734 526.3 792 21.2
332     2018 4098 602.8 1010 24.6 171 4.2 1185 28.9 3601 529.7 853 23.7
332     2019 5190 759.6 1235 23.8 141 2.7 1103 21.3 4451 651.5 1031 23.2
332     2020 4018 586.8 1172 29.2 309 7.7 238 5.9 3485 509 946 27.1
894     2018 1997 501.3 423 21.2 8 0.4 458 22.9 1813 455.1 355 19.6
894     2019 2265 562.9 424 18.7 9 0.4 691 30.5 2019 501.8 352 17.4
894     2020 2068 509.5 437 21.1 8 0.4 490 23.7 1840 453.3 367 19.9
"""

_POPULATION_YEARS = (2017, 2018, 2019)
# Of the place itself three years more, for the rates of the years its records begin with.
_OWN_BEFORE = {2014: 139415, 2015: 140385, 2016: 141525}
_POPULATION = """
england 11716740 11755593 11790492
region  1146086 1148330 1149931
own     141941 142048 142439
354     52663 53174 53792
353     60668 61442 61902
889     39761 39648 39960
382     98869 98869 98475
335     67030 67833 68488
874     51262 52242 52785
831     59201 59234 59223
350     69357 69962 70948
332     67987 68322 68473
894     39840 40235 40592
"""


@dataclass(frozen=True, kw_only=True)
class _Where:
    """A place by the codes of DfE's files; England has no region, a region no council."""

    level: str
    region: tuple[str, str] = ("", "")
    council: tuple[str, str, str] = ("", "", "")


_YORKSHIRE = ("E12000003", "Yorkshire and The Humber")
_NORTH_WEST = ("E12000002", "North West")
_WEST_MIDLANDS = ("E12000005", "West Midlands")


def _council(code: str, ons: str, name: str, region: tuple[str, str]) -> _Where:
    return _Where(level="Local authority", region=region, council=(code, ons, name))


_PLACES = {
    "england": _Where(level="National"),
    "region": _Where(level="Regional", region=_YORKSHIRE),
    OWN: _council(partnership_area.la_code, partnership_area.ons_code, place.NAME, _YORKSHIRE),
    "354": _council("354", "E08000005", "Rochdale", _NORTH_WEST),
    "353": _council("353", "E08000004", "Oldham", _NORTH_WEST),
    "889": _council("889", "E06000008", "Blackburn with Darwen", _NORTH_WEST),
    "382": _council("382", "E08000034", "Kirklees", _YORKSHIRE),
    "335": _council("335", "E08000030", "Walsall", _WEST_MIDLANDS),
    "874": _council("874", "E06000031", "Peterborough", ("E12000006", "East of England")),
    "831": _council("831", "E06000015", "Derby", ("E12000004", "East Midlands")),
    "350": _council("350", "E08000001", "Bolton", _NORTH_WEST),
    "332": _council("332", "E08000027", "Dudley", _WEST_MIDLANDS),
    "894": _council("894", "E06000020", "Telford and Wrekin", _WEST_MIDLANDS),
}

_README = """\
The figures in this folder are published facts, in the layout of the files they come from.

referrals.csv   Department for Education, Characteristics of children in need: referrals and
                re-referrals, years ending 31 March 2018 to 2020.
population.csv  Office for National Statistics, mid-year population estimates, children aged 0 to
                17, 2017 to 2019 and of the place itself from 2014, as re-issued by the Department
                for Education.

Contains public sector information licensed under the Open Government Licence v3.0.

{name} is no real place. It carries Bradford's numbers{scaled}.
"""


def write(*, home: Path, scale: float) -> tuple[Path, Path]:
    """Write both files under `home` and return them: referrals, then population.

    In a place of another scale than 1 its own counts, and its own number of children, are scaled
    with it, so that its rates stay those of a city and can be held beside other areas'.
    """
    folder = home / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    referrals, population = folder / REFERRALS, folder / POPULATION
    _write(referrals, (*_PLACE, "category", *_MEASURES), _referral_rows(scale))
    _write(population, (*_PLACE, "age_group", "population_estimate"), _population_rows(scale))
    scaled = "" if scale == 1 else f", each count multiplied by {scale:g}"
    (folder / ABOUT).write_text(_README.format(name=place.NAME, scaled=scaled))
    return referrals, population


def _referral_rows(scale: float) -> Iterator[list[str]]:
    for line in _REFERRALS.split("\n")[1:-1]:
        key, year, *values = line.split()
        if key == OWN:
            # Counts are scaled; rates and percentages stand at every second place and stay.
            values = [
                value if number % 2 else str(round(int(value) * scale))
                for number, value in enumerate(values)
            ]
        yield [*_place(key, year, "Reporting year"), "Referrals and Re-referrals", *values]


def _population_rows(scale: float) -> Iterator[list[str]]:
    for line in _POPULATION.split("\n")[1:-1]:
        key, *values = line.split()
        found = dict(zip(_POPULATION_YEARS, map(int, values), strict=True))
        if key == OWN:
            found = {year: round(own * scale) for year, own in {**_OWN_BEFORE, **found}.items()}
        for year, count in found.items():
            where = _place(key, str(year), "Reporting year")
            yield [*where, "Children aged 0 to 17 years", str(count)]


def _place(key: str, year: str, identifier: str) -> list[str]:
    where = _PLACES[key]
    country = ("E92000001", "England")
    return [year, identifier, where.level, *country, *where.region, *where.council]


def _write(path: Path, header: Sequence[str], rows: Iterator[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
