"""Every address the service answers, as Django resolves them."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


def every() -> list[dict[str, Any]]:
    """Return path, name, methods and verb of each address, in order of path.

    `verb` is what the page asks `access.decide` for, None for what needs no decision (signing in,
    health). `methods` is empty where a view answers any.
    """
    found = [_described(path, pattern) for path, pattern in _walked(get_resolver(), "/")]
    return sorted(found, key=lambda route: (route["path"], route["name"] or ""))


def _walked(resolver: URLResolver, above: str) -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        path = above + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walked(entry, path)
        else:
            yield path, entry


def _described(path: str, pattern: URLPattern) -> dict[str, Any]:
    layers = list(_unwrapped(pattern.callback))
    return {
        "path": path,
        "name": pattern.name,
        "methods": next(filter(None, map(_methods, layers)), []),
        "verb": next((view.verb for view in layers if hasattr(view, "verb")), None),
        "guests": next((list(view.guests) for view in layers if hasattr(view, "guests")), []),
        "sign_in": all(getattr(view, "login_required", True) for view in layers[:1]),
    }


def _unwrapped(view: Callable[..., Any]) -> Iterator[Any]:
    """Yield a view and each function it was wrapped around, outermost first."""
    layer: Any = view
    while layer is not None:
        yield layer
        layer = getattr(layer, "__wrapped__", None)


def _methods(layer: Any) -> list[str]:
    """Return the methods one layer lets through, [] where it does not choose."""
    view_class = getattr(layer, "view_class", None)
    if view_class is not None:
        named = view_class.http_method_names
        return sorted(name.upper() for name in named if hasattr(view_class, name))
    if not inspect.isfunction(layer):
        return []
    # Django's require_http_methods keeps its list nowhere but in the closure it makes.
    return sorted(inspect.getclosurevars(layer).nonlocals.get("request_method_list", []))
