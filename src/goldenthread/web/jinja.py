"""The template environment: the Design System's macros, our filters, and hashed asset names."""

from functools import cache
from typing import Any
from uuid import UUID, uuid5

from django.urls import get_script_prefix, get_urlconf, reverse
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from goldenthread.web import assets, words

MACROS = "govuk_frontend_jinja"
PLACE = UUID("0b2f3a54-3d0e-4c7c-9d55-9a6e5d1f4c10")


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
    """Return the path of a named page; raises NoReverseMatch for a name that is not ours.

    A list asks for the same page about fifty ids, so the path is worked out once and the ids are
    put in. Only ids: they need no quoting, and any id fits where one does.
    """
    if all(type(part) is UUID for part in parts.values()):
        shape = _shape(name, tuple(parts), get_script_prefix(), get_urlconf())
        return shape.format_map(parts)
    return str(reverse(name, kwargs=parts))


@cache
def _shape(name: str, parts: tuple[str, ...], prefix: str, addresses: str | None) -> str:
    """Return the path of a page with a place named for each of its ids."""
    stands_for = {part: uuid5(PLACE, part) for part in parts}
    path = str(reverse(name, kwargs=stands_for or None))
    path = path.replace("{", "{{").replace("}", "}}")
    for part, held in stands_for.items():
        path = path.replace(str(held), f"{{{part}}}")
    return path
