"""Charts as SVG, made here: one line for the area and one for each thing it is held against.

Lines are told apart by shape, dash and the name written at their end, never by colour alone. The
picture has a role, a title and a description; its numbers stand in the table beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

import altair as alt
import vl_convert

from goldenthread.insight.history import Year
from goldenthread.insight.observations import PROVISIONAL
from goldenthread.language.indicator import Indicator, Measure

TYPEFACE = "Atkinson Hyperlegible, Arial, sans-serif"
_INK, _QUIET, _RULE, _CHOSEN = "#22262b", "#565b63", "#e4dccd", "#f4eee3"
_WIDTH, _HEIGHT = 560, 280
_CROWDED = 8  # years: more, and only every other one is written below the axis


@dataclass(frozen=True)
class Style:
    """How a line looks: each differs in dash and shape as well as colour (3 to 1 on white)."""

    colour: str
    dash: tuple[int, int]
    shape: str
    width: float


_OWN = Style("#1f3b4d", (1, 0), "circle", 3)
_COUNTED = Style("#17594f", (1, 0), "diamond", 3)
_NEIGHBOURS = Style("#a3271f", (6, 4), "square", 2)
_NATIONAL = Style("#7d5705", (2, 3), "triangle-up", 2)


@dataclass(frozen=True)
class Line:
    """One line: its name, its look, and its points as (year, value)."""

    name: str
    style: Style
    points: tuple[tuple[str, float], ...]


def drawn(
    years: Sequence[Year], *, indicator: Indicator, name: str, key: str, chosen: str, reading: str
) -> str:
    """The chart of some years as an SVG element, or "" where there is nothing to draw.

    `chosen` is the label of the year the reader asked for, which is marked; `key` makes the ids
    unique on the page; `reading` becomes the description. Another year of which only a part is
    held is left out, for its few days would be drawn as a fall: it stands in the table.
    """
    years = [year for year in years if not year.part or year.period.label == chosen]
    lines = _lines(years, indicator=indicator, name=name)
    if not lines:
        return ""
    title = f"{indicator.title}: {name}, {years[0].period.label} to {years[-1].period.label}"
    if len(years) == 1:
        title = f"{indicator.title}: {name}, {years[0].period.label}"
    labels = tuple(year.period.label for year in years)
    return _tagged(_svg(lines, labels, chosen), key, title, reading)


def _lines(years: Sequence[Year], *, indicator: Indicator, name: str) -> tuple[Line, ...]:
    """The area's own lines first. Other areas' counts are left out: they say nothing beside it."""
    counted = [year for year in years if year.observation.vintage == PROVISIONAL]
    published = [year for year in years if year.observation.vintage != PROVISIONAL]
    both = bool(counted and published)
    lines = [
        Line(f"{name}, own records" if both else name, _COUNTED, _points(counted)),
        Line(f"{name}, published" if both else name, _OWN, _points(published)),
    ]
    if indicator.measure is not Measure.COUNT:
        lines += [
            Line("Neighbours' mean", _NEIGHBOURS, _points(years, "neighbours")),
            Line("England", _NATIONAL, _points(years, "national")),
        ]
    return tuple(line for line in lines if line.points)


def _points(years: Sequence[Year], of: str = "") -> tuple[tuple[str, float], ...]:
    found: list[tuple[str, Fraction | None]] = [
        (year.period.label, getattr(year, of) if of else year.observation.value) for year in years
    ]
    return tuple((label, float(value)) for label, value in found if value is not None)


@lru_cache(maxsize=64)
def _svg(lines: tuple[Line, ...], labels: tuple[str, ...], chosen: str) -> str:
    shown = labels[:: -2 if len(labels) > _CROWDED else -1]
    x = alt.X("year:O", title=None, scale=alt.Scale(domain=list(labels), padding=0.5))
    x = x.axis(values=list(shown), labelAngle=0, grid=False)
    y = alt.Y("value:Q", title=None, scale=alt.Scale(zero=True, nice=True)).axis(
        tickCount=5, format=",~f", domain=False, ticks=False
    )
    marked = alt.Chart(alt.Data(values=[{"year": chosen}] if chosen in labels else []))
    layers = [marked.mark_rule(color=_CHOSEN, strokeWidth=16).encode(x=x)]
    for line in lines:
        points = [{"year": year, "value": value} for year, value in line.points]
        layers += _drawn(line.style, alt.Chart(alt.Data(values=points)).encode(x=x, y=y))
    layers += [
        alt.Chart(alt.Data(values=[{"year": year, "value": at, "name": line.name}]))
        .mark_text(align="left", dx=12, fontSize=14, fontWeight="bold", color=line.style.colour)
        .encode(x=x, y=y, text="name:N")
        for line, year, at in _ends(lines)
    ]
    chart = alt.layer(*layers).properties(width=_WIDTH, height=_HEIGHT, background="#ffffff")
    return str(vl_convert.vegalite_to_svg(_configured(chart).to_dict(validate=False)))


def _drawn(style: Style, base: Any) -> list[Any]:
    return [
        base.mark_line(color=style.colour, strokeDash=list(style.dash), strokeWidth=style.width),
        base.mark_point(filled=True, size=70, opacity=1, color=style.colour, shape=style.shape),
    ]


def _ends(lines: tuple[Line, ...]) -> list[tuple[Line, str, float]]:
    """Where each line's name goes: at its last point, moved up where it would cover another."""
    highest = max((value for line in lines for _, value in line.points), default=1.0) or 1.0
    placed: list[tuple[Line, str, float]] = []
    for line in sorted(lines, key=lambda line: line.points[-1][1]):
        year, value = line.points[-1]
        at = max(value, placed[-1][2] + highest * 0.075) if placed else value
        placed.append((line, year, at))
    return placed


def _configured(chart: Any) -> Any:
    return (
        chart.configure(font=TYPEFACE)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_QUIET, labelFontSize=14, gridColor=_RULE, domainColor=_INK, tickColor=_INK
        )
    )


def _tagged(svg: str, key: str, title: str, description: str) -> str:
    """The SVG as one picture with a name and a description, and nothing for a reader inside it."""
    inner = re.sub(r'\s(role|aria-[a-z]+)="[^"]*"', "", svg[svg.index(">") + 1 :])
    size = re.search(r'viewBox="([^"]+)"', svg)
    box = size[1] if size else f"0 0 {_WIDTH} {_HEIGHT}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="{box}" '
        f'aria-labelledby="{key}-title" aria-describedby="{key}-desc">'
        f'<title id="{key}-title">{escape(title)}</title>'
        f'<desc id="{key}-desc">{escape(description)}</desc>{inner}'
    )
