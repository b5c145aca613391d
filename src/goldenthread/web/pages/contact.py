"""One contact: what was said, what is due, and the one clear next thing."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.step import Step
from goldenthread.queries import episode, guests, known, mash, next_due, sealed
from goldenthread.queries.episode import EpisodePage
from goldenthread.queries.next_due import Next
from goldenthread.web.asked import Asked
from goldenthread.web.serving import page


@page(verb="contact.read")
def contact(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Show one episode: its next steps first, then the referral as sent, then what was recorded."""
    found = episode.one(viewer=viewer, episode_id=episode_id, now=now)
    return render(request, "pages/contact.html", whole(request, viewer, now, found))


def whole(request: Asked, viewer: Viewer, now: datetime, found: EpisodePage) -> dict[str, object]:
    """Return all that the page of one episode shows, noted for its trail row."""
    note(request, found)
    enquiry = mash.enquiry(viewer=viewer, episode_id=found.episode_id)
    senders = guests.seen(viewer=viewer, occasion_ids=[found.occasion_id])
    request.shown.objects(senders)
    about = known.about(viewer=viewer, person_id=found.person_id, now=now)
    request.shown.persons(near.person_id for near in about.people)
    shown = {**context(request, found), "enquiry": enquiry, "known": about}
    shown["sealed"] = apart = sealed.about(viewer=viewer, person_id=found.person_id)
    request.shown.objects(sealed_id for sealed_id, _ in apart)
    shown["sender"] = senders.get(found.occasion_id) if found.occasion_id else None
    return shown | {"next": _next(request, viewer, found)}


def _next(request: Asked, viewer: Viewer, found: EpisodePage) -> Next | None:
    """Return what to go on to where something has just been recorded here, noted for the trail."""
    recorded = catalogue.declared(Step).get(request.GET.get("recorded", ""))
    if recorded is None or "queue.read" not in viewer.may:
        return None
    following = next_due.after(viewer=viewer, step=recorded, episode_id=found.episode_id)
    if following is not None:
        request.shown.objects([following.episode_id])
        request.shown.persons([following.person_id])
    return following


def context(request: Asked, found: EpisodePage) -> dict[str, object]:
    """Return what the page and the page that records a step on it both show."""
    first, *later = found.entries or (None,)
    closing = {step.state for step in found.pathway.steps if step.closes}
    recorded = catalogue.declared(Step).get(request.GET.get("recorded", ""))
    return {
        "episode": found,
        "received": first,
        "later": later,
        "running": [clock for clock in found.clocks if clock.stopped_on is None],
        "recorded": recorded.title if recorded else "",
        "withdrawn": "withdrawn" in request.GET,
        "waiting_siblings": [
            each for each in found.beside.siblings if each.state not in closing | {found.state}
        ],
    }


def note(request: Asked, found: EpisodePage) -> None:
    """Note what the page shows, for its trail row."""
    request.shown.persons([found.person_id, *(each.person_id for each in found.beside.siblings)])
    if found.beside.siblings and found.beside.family_id:
        request.shown.objects([found.beside.family_id])
    request.shown.objects(account_id for account_id, _ in found.could_hold)
    request.shown.objects(entry.entry_id for entry in found.entries)
    request.shown.objects([found.episode_id, *(each.episode_id for each in found.beside.siblings)])
    request.shown.objects(each.episode_id for each in found.beside.also_open)
