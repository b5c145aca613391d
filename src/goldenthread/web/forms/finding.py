"""What is looked for on a form that has names to choose from: where, and what was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse

from goldenthread.language.question import Kind
from goldenthread.queries import offered
from goldenthread.queries.offered import Found
from goldenthread.web.forms.shown import Field, Form

# What anybody may look for: their names are public. The rest is for whoever reads the directory.
PUBLIC = ("school", "surgery", offered.WORKPLACE)
GO = "find:"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What was found for each field, by its name; `at` is where a script looks for more."""

    found: Mapping[str, Found] = field(default_factory=dict)

    @staticmethod
    def at(kind: str) -> str:
        """Return the address that finds names of a kind."""
        return str(reverse("places" if kind in PUBLIC else "directory-find", args=[kind]))


def sought(go: str) -> str:
    """Return the name of the field a button asked to look for, or nothing."""
    return go.removeprefix(GO) if go.startswith(GO) else ""


def of(form: Form, *, field: str = "", on: date) -> Finding:
    """Return what is found for the field somebody looks for, by the words in it."""
    asked = [shown for shown in form.all_fields if shown.question.offers]
    return Finding(found={each.name: _found(each, on) for each in asked if each.name == field})


def _found(shown: Field, on: date) -> Found:
    words = shown.part("-words") if shown.question.kind is Kind.CHOICE else shown.value
    return offered.like(kind=shown.question.offers, words=words, on=on)
