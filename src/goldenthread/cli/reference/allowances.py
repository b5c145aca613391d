"""allowances.md: how often something may be tried, and why that often."""

from datetime import timedelta

from goldenthread.cli.reference import markdown, wording
from goldenthread.cli.reference.markdown import code
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.language.allowance import Allowance

UNITS = (
    ("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1))
)  # fmt: skip


def page(specs: Specs) -> str:
    """Return the page: all of them in one table, then the cases of each file they stand in."""
    declared = sorted(catalogue.declared(Allowance).values(), key=lambda each: each.key)
    heads = ("What", "Key", "At most", "Why", "Law")
    tested = dict.fromkeys(specs.of(allowance) for allowance in declared)
    return markdown.page("Allowances", markdown.table(heads, map(_row, declared)), *tested)


def _row(allowance: Allowance) -> tuple[str, ...]:
    times = "once" if allowance.most == 1 else f"{allowance.most:,} times"
    return (
        allowance.title,
        code(allowance.key),
        f"{times} within {_span(allowance.within)}",
        allowance.why,
        wording.law(allowance.law),
    )


def _span(within: timedelta) -> str:
    for unit, one in UNITS:
        if within % one == timedelta():
            number = within // one
            return f"{number} {unit}{'' if number == 1 else 's'}"
    return f"{within.total_seconds():g} seconds"
