"""Field masks: what of a record a viewer is shown, kept out where it is read and not where drawn.

Whoever wrote an entry reads their own words; whose agency raised a worry knows who did.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from goldenthread.access import forms, seen
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import field_classes as classes
from goldenthread.language.instrument import Instrument
from goldenthread.language.need_to_know import FieldClass
from goldenthread.language.step import Step
from goldenthread.records.entry import Entry
from goldenthread.records.protected import Protected

SOURCE = classes.source_identity.key
SOMEBODY = "Somebody you are not told of"
EVERY = frozenset(catalogue.declared(FieldClass))


def shown(*, viewer: Viewer, record: Protected) -> frozenset[str]:
    """Return the field classes of a record that the viewer is shown."""
    return seen.of(viewer=viewer, record=record).shown


def of_entry(*, viewer: Viewer, entry: Entry) -> frozenset[str]:
    """Return the field classes of an entry that the viewer is shown."""
    if entry.by_id in (viewer.own, viewer.account_id):
        return EVERY
    found = shown(viewer=viewer, record=entry)
    same = viewer.agency_id is not None and entry.agency_id == viewer.agency_id
    return found | {SOURCE} if same else found


def tells_source(step: Step | None) -> bool:
    """Whether who recorded a step is who raised the worry."""
    return step is not None and step.first and step.kept_with == "occasion"


def hidden(form: Instrument, *, shown: frozenset[str]) -> frozenset[str]:
    """Return the keys of the questions of a form whose answers are not shown."""
    return frozenset(
        question.key
        for section in form.sections
        for question in section.questions
        if section.holds_of(question) not in shown
    )


def answered(answers: Mapping[str, Any]) -> set[str]:
    """Return the keys of every question that was answered, in a row of its own or not."""
    rows = (row for value in answers.values() if isinstance(value, list) for row in value)
    return {*answers, *(key for row in rows if isinstance(row, dict) for key in row)}


def unsearched(shown: frozenset[str]) -> frozenset[str]:
    """Return the keys under which answers are kept that hold anything not shown, of every form."""
    return _of_files(shown) | _kept(forms.published(), shown=shown)


@cache
def _of_files(shown: frozenset[str]) -> frozenset[str]:
    declared = catalogue.declared(Instrument).values()
    every = (version for each in declared for version in (each, *each.earlier))
    return _kept(every, shown=shown)


def _kept(versions: Iterable[Instrument], *, shown: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for form in versions:
        masked = hidden(form, shown=shown)
        found |= masked
        # The rows of a section that repeats are kept under its own key.
        found |= {s.key for s in form.sections if not masked.isdisjoint(q.key for q in s.questions)}
    return frozenset(found)
