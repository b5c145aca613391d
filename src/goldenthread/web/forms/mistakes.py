"""What is wrong with a form its page lays out itself: above it as links, and beside each field."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.language.examination import Problem


def beside(problems: Iterable[Problem]) -> dict[str, str]:
    """Return what is said beside each field, by the field."""
    return {each.field: each.message for each in problems}


def links(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return what is said above the form, each a link to its field, in the order it is given."""
    return [{"text": each.message, "href": f"#{each.field}"} for each in problems]


def page(
    request: HttpRequest, template: str, problems: tuple[Problem, ...], **context: object
) -> HttpResponse:
    """Answer with the form, what was typed in it and what is wrong; 422 where something is.

    `context` may say what else is shown, and what was typed where nothing was sent yet.
    """
    said = {"typed": request.POST, "wrong": beside(problems), "problems": links(problems)}
    return render(request, template, {**said, **context}, status=422 if problems else 200)
