"""Who has been told what about a child, and telling somebody: seen word for word before it goes."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import shares as acting
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem, Reading
from goldenthread.language.text import storable
from goldenthread.queries import shared_copies, shares
from goldenthread.queries.thread import ThreadEntry
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.pages.queue import as_id
from goldenthread.web.serving import page


@page(verb="share.give")
def told(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show who was told what about this child, and who was refused it."""
    found = shares.of(viewer=viewer, person_id=person_id, now=now)
    request.shown.persons([person_id])
    request.shown.objects(each.share_id for each in found.told)
    return render(request, "pages/shares.html", {"found": found})


@page(verb="share.give")
def whom(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Find whom to tell, by name, work or agency."""
    about = shares.person(viewer=viewer, person_id=person_id)
    request.shown.persons([person_id])
    words = request.GET.get("words", "")[:200]
    people, more = shared_copies.people(viewer=viewer, words=words, about=person_id)
    request.shown.objects(each.account_id for each in people)
    context = {"about": about, "words": words, "people": people, "more": more}
    return render(request, "pages/share_whom.html", context)


@page(verb="share.give")
def tell(
    request: Asked, viewer: Viewer, now: datetime, person_id: UUID, to_id: UUID
) -> HttpResponse:
    """Choose what to give and why; on POST show it word for word, and once confirmed give it."""
    about = shares.person(viewer=viewer, person_id=person_id)
    person = shared_copies.to_tell(viewer=viewer, account_id=to_id, about=person_id)
    entries = shared_copies.may_be_given(viewer=viewer, person_id=person_id, now=now)
    request.shown.persons([person_id])
    request.shown.objects([to_id, *(each.entry_id for each in entries)])
    chosen = {as_id(each) for each in request.POST.getlist("entries")}
    context = {"about": about, "person": person, "entries": entries, "chosen": chosen}
    if request.method != "POST":
        return _form(request, now, acting.HERE, context)
    read = _read(acting.HERE, request, now)
    picked = tuple(each for each in entries if each.entry_id in chosen)
    problems = read.problems
    if not picked:
        problems = (Problem("entries", "Choose what they are to be given"), *problems)
    if problems or "confirmed" not in request.POST:
        return _form(request, now, acting.HERE, context, problems, picked=picked)
    try:
        acting.give(
            by=viewer,
            person_id=person_id,
            to=to_id,
            entries=[each.entry_id for each in picked],
            answers=read.answers,
            at=now,
            share_id=as_id(request.POST.get("share", "")),
        )
    except Refused as refused:
        return _form(request, now, acting.HERE, context, refused.problems)
    return redirect("shares", person_id=person_id)


@page(verb="share.give")
def write_down(
    request: Asked, viewer: Viewer, now: datetime, person_id: UUID, which: str
) -> HttpResponse:
    """Write down that somebody without an account was told, or that somebody was not told."""
    about = shares.person(viewer=viewer, person_id=person_id)
    request.shown.persons([person_id])
    key = acting.DECLINED if which == "declined" else acting.OUTSIDE
    if request.method != "POST":
        return _form(request, now, key, {"about": about})
    read = _read(key, request, now)
    if read.problems:
        return _form(request, now, key, {"about": about}, read.problems)
    try:
        acting.write_down(
            by=viewer,
            person_id=person_id,
            given=key == acting.OUTSIDE,
            answers=read.answers,
            at=now,
            share_id=as_id(request.POST.get("share", "")),
        )
    except Refused as refused:
        return _form(request, now, key, {"about": about}, refused.problems)
    return redirect("shares", person_id=person_id)


@page(verb="share.give")
def recall(request: Asked, viewer: Viewer, now: datetime, share_id: UUID) -> HttpResponse:
    """Ask why it is taken back; on POST take it back at once."""
    about, found = shares.one(viewer=viewer, share_id=share_id, now=now)
    request.shown.persons([about.pk])
    request.shown.objects([share_id])
    context: dict[str, Any] = {"about": about, "told": found, "why": request.POST.get("why", "")}
    if request.method != "POST":
        return render(request, "pages/share_recall.html", context)
    try:
        acting.recall(by=viewer, share_id=share_id, why=storable(context["why"]), at=now)
    except Refused as refused:
        links = [{"text": each.message, "href": "#why"} for each in refused.problems]
        return render(request, "pages/share_recall.html", context | {"links": links}, status=422)
    except Conflict as conflict:
        again, kept = reverse("shares", args=[about.pk]), [("Why", context["why"])]
        return errors.conflict(request, says=conflict.says, kept=kept, again=again)
    return redirect("shares", person_id=about.pk)


def _read(key: str, request: Asked, now: datetime) -> Reading:
    posted = typed.posted(request.POST)
    return reading.read(catalogue.instrument(key), posted, on=london_date(now))


def _form(
    request: Asked,
    now: datetime,
    key: str,
    context: dict[str, Any],
    problems: tuple[Problem, ...] = (),
    *,
    picked: tuple[ThreadEntry, ...] = (),
) -> HttpResponse:
    """Show the form; where all is well with what was posted, with the copy as it would read."""
    asked = catalogue.instrument(key).offering(london_date(now))
    posted = typed.posted(request.POST) if request.method == "POST" else {}
    forms = shown.instrument(asked, typed=posted, problems=problems)
    choosing = [each for each in problems if each.field == "entries"]
    others = tuple(each for each in problems if each.field != "entries")
    links = [{"text": each.message, "href": "#entries"} for each in choosing]
    items = shared_copies.read_items(shared_copies.written(picked)) if not problems else ()
    return render(
        request,
        "pages/share.html",
        context
        | {
            "title": asked.title,
            "forms": forms,
            "items": items,
            "choosing": choosing,
            "share": request.POST.get("share") or uuid4().hex,
            "links": [*links, *shown.summary(forms, others)],
        },
        status=422 if problems else 200,
    )
