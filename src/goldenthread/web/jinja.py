"""The template environment: the Design System's macros, our filters, and hashed asset names."""

from typing import Any

from django.urls import reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread.web import assets, words

MACROS = "govuk_frontend_jinja"


def environment(**options: Any) -> Environment:
    """Return the environment every page is rendered in; autoescape is always on."""
    macros = PrefixLoader({MACROS: PackageLoader(MACROS)})
    options |= {
        "loader": ChoiceLoader([options["loader"], macros]),
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    made = Environment(**options)  # noqa: S701  # autoescape is on, one line above
    made.globals.update(static=assets.address, url=address)
    made.filters.update(words.FILTERS)
    return made


def address(name: str, **parts: Any) -> str:
    """Return the path of a named page; raises NoReverseMatch for a name that is not ours."""
    return str(reverse(name, kwargs=parts or None))
