"""Forms at a version, wherever it was written: one lookup for what a file or the browser has.

A published version is never edited, so what was read once in an act is read for all of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from goldenthread.content import catalogue
from goldenthread.language import drafting
from goldenthread.language.instrument import Instrument
from goldenthread.language.step import Step
from goldenthread.records.form_version import FormVersion
from goldenthread.records.postgresql import identity


def asked(form: Instrument, *, on: date) -> Instrument:
    """Return the version of a form that is asked on a day: the newest published by then."""
    if not form.kept_here:
        return form
    published = FormVersion.objects.filter(form=form.key, since__lte=on, number__isnull=False)
    found = published.order_by("-since", "-number").values_list("number", flat=True).first()
    return at(form.key, found) if found else form


def at(key: str, number: int) -> Instrument:
    """Return a form as it was at a version; the file's own for a number nobody published."""
    form = catalogue.instrument(key)
    if number < drafting.FIRST or not form.kept_here:
        return form.at(number)
    return _published(key, number) or form


def step(kind: Step, *, on: date) -> Step:
    """Return a step as it asks on a day."""
    asks = asked(kind.asks, on=on) if kind.asks else None
    return kind if asks is kind.asks else replace(kind, asks=asks)


def step_at(kind: Step, *, form: str, number: int) -> Step:
    """Return a step as it asked when something was recorded on it."""
    if kind.asks is None or kind.asks.key != form or number < drafting.FIRST:
        return kind
    return replace(kind, asks=at(form, number))


def published() -> Iterable[Instrument]:
    """Yield every version that was ever published in the browser."""
    found = FormVersion.objects.filter(number__isnull=False).values_list("form", "number")
    yield from (at(form, number) for form, number in found)


def _published(key: str, number: int) -> Instrument | None:
    read: dict[tuple[str, int], Instrument | None] = identity.current().remembered.setdefault(
        "forms", {}
    )
    if (key, number) not in read:
        rows = FormVersion.objects.filter(form=key, number=number)
        body = rows.values_list("body", flat=True).first()
        base = catalogue.instrument(key)
        read[key, number] = drafting.made(body, base=base, version=number) if body else None
    return read[key, number]
