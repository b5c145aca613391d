"""Every page that can be served is drawn from our own templates and served through one door."""

from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

import goldenthread.web
from goldenthread.web import navigation, urls

TEMPLATES = Path(goldenthread.web.__file__).parent / "templates"
WITHOUT_A_VERB = {"home", "healthz"}


def views() -> dict[str, object]:
    """Every address's view by its name, through all that is included."""
    found = {}

    def walk(patterns) -> None:
        for each in patterns:
            if isinstance(each, URLResolver):
                walk(each.url_patterns)
            elif isinstance(each, URLPattern):
                found[each.name] = each.callback

    walk(get_resolver().url_patterns)
    return found


def class_of(view: object) -> type | None:
    while view is not None:
        if hasattr(view, "view_class"):
            return view.view_class
        view = getattr(view, "__wrapped__", None)
    return None


def test_a_page_of_the_sign_in_library_is_drawn_from_our_template():
    classes = {name: class_of(view) for name, view in views().items()}
    theirs = {
        name: cls.template_name
        for name, cls in classes.items()
        if cls is not None and cls.__module__.startswith("allauth.")
    }
    assert len(theirs) > 10
    missing = {name for name, template in theirs.items() if not (TEMPLATES / template).is_file()}
    assert missing == set()


def test_the_pages_the_library_shows_by_itself_are_ours_too():
    for name in ("account/login.html", "429.html", "sign_in/locked.html"):
        assert (TEMPLATES / name).is_file()


def test_every_page_of_ours_says_which_verb_it_needs():
    named = {each.name for each in urls.pages} - WITHOUT_A_VERB
    assert {name for name in named if not getattr(views()[name], "verb", "")} == set()


def test_the_navigation_leads_to_pages_that_need_the_verb_it_asks_for():
    for verb, name, _ in navigation.PLACES:
        assert views()[name].verb == verb
