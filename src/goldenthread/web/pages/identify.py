"""Who is this child? Looked for on the register, compared, and decided by a person."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import identification
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.language.answers import Problem
from goldenthread.queries import episode, register, who_and_where
from goldenthread.queries.episode import EpisodePage
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import mistakes, shown, typed
from goldenthread.web.pages import register as pages
from goldenthread.web.serving import page


@page(verb="identification.decide", looks=("search",))
def who(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Show who on the register this may be; on POST look again, or decide that it is nobody."""
    contact = _contact(request, viewer, now, episode_id)
    go = request.POST.get("go", "")
    if go in ("not-known", "undo"):
        return _decide(request, viewer, now, contact, go)
    posted = typed.posted(request.POST) if request.method == "POST" else _as_sent(contact)
    return _page(request, viewer, now, contact, posted, ())


@page(verb="identification.decide")
def compare(
    request: Asked, viewer: Viewer, now: datetime, episode_id: UUID, person_id: UUID
) -> HttpResponse:
    """Set the child as sent beside the one on the register; on POST say that they are one."""
    contact = _contact(request, viewer, now, episode_id)
    other = register.stub(viewer=viewer, person_id=person_id)
    request.shown.persons([person_id])
    why = request.POST.get("why", "")
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        try:
            identification.identify(
                by=viewer, person_id=contact.person_id, child_id=person_id, why=why, at=now
            )
            return redirect(reverse("contact", args=[episode_id]))
        except Refused as refused:
            problems = refused.problems
        except Conflict as conflict:
            kept = [("How do you know?", why)]
            return errors.conflict(request, says=conflict.says, kept=kept, again=_address(contact))
    return render(
        request,
        "pages/compare.html",
        {
            "contact": contact,
            "sent": who_and_where.of(viewer=viewer, person_id=contact.person_id, now=now),
            "other": other,
            "same": person_id == contact.person_id,
            "why": why,
            "problems": mistakes.links(problems),
        },
        status=422 if problems else 200,
    )


def _decide(
    request: Asked, viewer: Viewer, now: datetime, contact: EpisodePage, go: str
) -> HttpResponse:
    why = request.POST.get("why", "")
    act = identification.undo if go == "undo" else identification.not_known_before
    try:
        act(by=viewer, person_id=contact.person_id, why=why, at=now)
    except Refused as refused:
        return _page(request, viewer, now, contact, _as_sent(contact), refused.problems)
    except Conflict as conflict:
        kept = [("Why", why)]
        return errors.conflict(request, says=conflict.says, kept=kept, again=_address(contact))
    return redirect(_address(contact))


def _page(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    contact: EpisodePage,
    posted: dict[str, list[str]],
    refused: tuple[Problem, ...],
) -> HttpResponse:
    found, problems = pages.found(viewer, posted)
    others = tuple(match for match in found.matches if match.person_id != contact.person_id)
    pages.note(request, others)
    form = shown.section(pages.LOOKED_FOR, typed=posted, problems=problems)
    decided = identification.standing(contact.person_id)
    if decided is not None and decided.child_id is not None:
        request.shown.persons([decided.child_id])
    wrong = [*shown.summary([form], problems), *mistakes.links(refused)]
    return render(
        request,
        "pages/who_is_this.html",
        {
            "contact": contact,
            "form": form,
            "found": replace(found, matches=others),
            "decided": decided,
            "problems": wrong,
        },
        status=422 if wrong else 200,
    )


def _contact(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> EpisodePage:
    contact = episode.one(viewer=viewer, episode_id=episode_id, now=now)
    request.shown.persons([contact.person_id])
    request.shown.objects([contact.episode_id])
    return contact


def _as_sent(contact: EpisodePage) -> dict[str, list[str]]:
    born = contact.born
    sought = {"given_name": [contact.given_name], "family_name": [contact.family_name]}
    if born is None:
        return sought
    parts = {"day": born.day, "month": born.month, "year": born.year}
    return sought | {f"born-{part}": [str(value)] for part, value in parts.items()}


def _address(contact: EpisodePage) -> str:
    return str(reverse("who-is-this", args=[contact.episode_id]))
