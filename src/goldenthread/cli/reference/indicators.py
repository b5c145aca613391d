"""indicators.md: each measure, what is counted, out of what, and on whose authority."""

from collections.abc import Iterator

from goldenthread.cli.reference import markdown, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.language.indicator import Good, Indicator, Measure
from goldenthread.language.target import Target

_GOOD = {
    Good.HIGH: "higher is better",
    Good.LOW: "lower is better",
    Good.NONE: "neither more nor fewer is better by itself",
}
_MEASURE = {
    Measure.COUNT: "a count",
    Measure.SHARE: "a percentage",
    Measure.RATE: "a rate",
    Measure.MIX: "a mix: each part as a percentage of the whole",
}


def page(specs: Specs) -> str:
    """Return the page."""
    declared = sorted(catalogue.declared(Indicator).values(), key=lambda each: each.id)
    parts = (part for indicator in declared for part in _parts(indicator, specs))
    return markdown.page("Indicators", *parts)


def _parts(indicator: Indicator, specs: Specs) -> Iterator[str]:
    yield f"## {indicator.id} {indicator.title}"
    yield indicator.definition
    yield markdown.table(
        ("", ""),
        (
            ("Key", code(indicator.key)),
            ("It is", _MEASURE[indicator.measure]),
            ("What is counted", _counted(indicator)),
            ("Numerator", _numerator(indicator)),
            ("Denominator", _denominator(indicator)),
            ("Which way is better", _GOOD[indicator.good_is]),
            ("Answered for by", indicator.owner),
            ("Published", _published(indicator)),
            ("Target", _target(indicator)),
            ("Law", wording.law(indicator.law)),
        ),
    )
    yield specs.of(indicator)


def _target(indicator: Indicator) -> str:
    held = [
        f"{target.value} ({target.agreed_by}), {code(target.key)}"
        for target in catalogue.declared(Target).values()
        if target.indicator == indicator.key
    ]
    return markdown.listed(held) or "none is set"


def _counted(indicator: Indicator) -> str:
    each = f"different {code(indicator.distinct)}" if indicator.distinct else "rows"
    return (
        f"{indicator.unit}: {each} of {code(indicator.table)} with {code(indicator.dated_by)} "
        "in the period"
    )


def _numerator(indicator: Indicator) -> str:
    given = [each for each in (indicator.counts, indicator.of_which) if each is not None]
    conditions = markdown.listed(code(each) for each in given)
    return f"those where {conditions}" if conditions else "all of them"


def _denominator(indicator: Indicator) -> str:
    if indicator.per is not None:
        per = indicator.per
        return f"{code(per.column)} of {code(per.table)}, {per.words}"
    if indicator.measure is Measure.COUNT:
        return "none: it is a count"
    return (
        f"those where {code(indicator.counts)}" if indicator.counts is not None else "all of them"
    )


def _published(indicator: Indicator) -> str:
    published = indicator.published
    if published is None:
        return "nowhere: it can be counted only from rows"
    columns = (published.numerator, published.denominator, published.value)
    named = markdown.listed(code(column) for column in columns if column)
    return f"as {named} of {code(published.table)}"
