"""The queue: which contact needs me now."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import contacts
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.language.text import storable
from goldenthread.queries import episode, guests, known, queue
from goldenthread.queries.queue import Only, Queue
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.pages import contact
from goldenthread.web.serving import page


@dataclass(frozen=True)
class Links:
    """Addresses of the queue with one thing about it changed."""

    only: Only

    def lane(self, key: str) -> str:
        """Return the same choice in another lane, "" for all of them."""
        return self._to(replace(self.only, lane=key))

    def held(self, by: str) -> str:
        """Return the same choice, held by others."""
        return self._to(replace(self.only, held=by))

    def late(self, late: bool) -> str:
        """Return the same choice, of the late alone or of all."""
        return self._to(replace(self.only, late=late))

    def page(self, number: int) -> str:
        """Return another page of the same choice."""
        return self._to(self.only, page=number)

    def _to(self, only: Only, **more: Any) -> str:
        chosen = {key: "yes" if value is True else value for key, value in asdict(only).items()}
        return "?" + urlencode({k: v for k, v in {**chosen, **more}.items() if v})


@page(verb="queue.read")
def waiting(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Show what is waiting, the most overdue first."""
    asked = request.GET.get("page", "1")
    page_number = int(asked) if asked.isdecimal() and len(asked) < 7 else 1
    only = _asked_for(request)
    found = queue.waiting(viewer=viewer, now=now, page=page_number, only=only)
    shown = (*found.pinned, *found.rows)
    request.shown.persons(row.person_id for row in shown)
    request.shown.objects(row.episode_id for row in shown)
    links = Links(only)
    children = [row.person_id for row in shown] if "contact.read" in viewer.may else []
    flags = known.flags(viewer=viewer, person_ids=children, now=now) if children else {}
    senders = guests.seen(viewer=viewer, occasion_ids=[row.occasion_id for row in shown])
    request.shown.objects(senders)
    context = {
        "senders": senders,
        "queue": found,
        "links": links,
        "pages": _pages(found, links),
        "flags": flags,
    }
    return render(
        request,
        "pages/queue.html",
        {**context, "senders": senders, "may_claim": "contact.claim" in viewer.may},
    )


def _asked_for(request: Asked) -> Only:
    """Return the choice in the address; what nobody offered is as if it were not there."""
    held, lane = request.GET.get("held", ""), request.GET.get("lane", "")
    return Only(
        lane=lane if lane in {each.key for each in catalogue.pathway("contact").lanes} else "",
        held=held if held in ("mine", "unclaimed") else "",
        late=request.GET.get("late") == "yes",
    )


def _pages(found: Queue, links: Links) -> list[dict[str, Any]]:
    """Return the first page, the last, this and those beside it: never a thousand links."""
    near = {1, found.pages, *range(found.page - 1, found.page + 2)}
    items: list[dict[str, Any]] = []
    for number in sorted(each for each in near if 1 <= each <= found.pages):
        if items and number > items[-1]["number"] + 1:
            items.append({"ellipsis": True, "number": number - 1})
        here = number == found.page
        items.append({"number": number, "href": links.page(number), "current": here})
    return items


@page(verb="contact.claim")
def claim(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Take a contact in hand and open it."""
    version = request.POST.get("version", "")
    again = reverse("contact", args=[episode_id])
    if not version.isdecimal():
        return errors.bad(request)
    try:
        contacts.claim(by=viewer, episode_id=episode_id, version=int(version), at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=again)
    return redirect(again)


@page(verb="contact.read")
def hand_over(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Give a contact, or a case, to somebody else to hold."""
    version, to = request.POST.get("version", ""), as_id(request.POST.get("to", ""))
    if not version.isdecimal():
        return errors.bad(request)
    again = reverse("contact", args=[episode_id])
    try:
        contacts.hand_over(
            by=viewer,
            episode_id=episode_id,
            to=to,
            why=storable(request.POST.get("why", "")),
            version=int(version),
            at=now,
        )
    except Refused as refused:
        found = episode.one(viewer=viewer, episode_id=episode_id, now=now)
        context = contact.whole(request, viewer, now, found) | {
            "handing_over": refused.problems,
            "why_handed_over": request.POST.get("why", ""),
        }
        return render(request, "pages/contact.html", context, status=422)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=again)
    return redirect("queue" if "queue.read" in viewer.may else viewer.home)


def as_id(typed: str) -> UUID:
    """Return the id chosen from a list; one that is nobody's where nothing was chosen."""
    try:
        return UUID(typed)
    except ValueError:
        return UUID(int=0)


@page(verb="contact.claim")
def hand_back(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Let go of a contact, so that somebody else can take it."""
    try:
        contacts.hand_back(by=viewer, episode_id=episode_id, at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=reverse("queue"))
    return redirect("queue")
