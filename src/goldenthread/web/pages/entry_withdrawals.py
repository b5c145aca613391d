"""One entry is about another child: why, where it belongs, and its words to be checked there."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import entry_withdrawals as withdrawing
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.entry_withdrawals import Anew
from goldenthread.language import answers as reading
from goldenthread.language.answers import Answers, Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import entry_withdrawals, episode
from goldenthread.queries.entry_withdrawals import Elsewhere, ToWithdraw
from goldenthread.queries.episode import EpisodePage
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.serving import page

FIND, NOWHERE = "find", "nowhere"
WHY = Question(
    key="why",
    asks="How do you know that it is about another child?",
    hint="The privacy officer reads this, and nobody who reads the thread",
    kind=Kind.LONG_TEXT,
    called="how you know",
)
SOUGHT = Question(key="sought", asks="Their name, or the reference", kind=Kind.TEXT, max_length=200)
ASKED = Section(key="another", title="", questions=(WHY, SOUGHT))
# Asked for only where the page says that it is to be found.
READ = replace(ASKED, questions=(WHY, replace(SOUGHT, required=False)))


@page(verb="entry.withdraw")
def withdraw(request: Asked, viewer: Viewer, now: datetime, entry_id: UUID) -> HttpResponse:
    """Ask why and where it belongs; on POST show its words on that child's form, then withdraw."""
    posted = typed.posted(request.POST)
    read = reading.read(READ, posted)
    sought = str(read.answers.get("sought") or "")
    found = entry_withdrawals.one(viewer=viewer, entry_id=entry_id, now=now, sought=sought)
    _note(request, found)
    if request.method != "POST":
        return _ask(request, found, posted, ())
    if found.hindrance:
        return _conflict(found, posted, request, says=f"{found.hindrance}.")
    belongs = request.POST.get("belongs", "")
    there = next((e for e in found.elsewhere if str(e.episode_id) == belongs), None)
    problems = (*read.problems, *_where(request, found, belongs, there))
    if problems or belongs == FIND:
        return _ask(request, found, posted, problems)
    if there is None:
        return _checked(request, viewer, now, found, None)
    right = episode.one(viewer=viewer, episode_id=there.episode_id, now=now)
    return _checked(request, viewer, now, found, right)


def _where(
    request: Asked, found: ToWithdraw, belongs: str, there: Elsewhere | None
) -> tuple[Problem, ...]:
    """Return what is wrong with where it is said to belong."""
    if belongs == FIND and not request.POST.get("sought", "").strip():
        return (Problem("sought", "Enter their name, or the reference of their contact"),)
    if belongs == FIND and all(each.together for each in found.elsewhere):
        says = "Nobody like that has anything open this can be recorded on. Try the reference"
        return (Problem("sought", says),)
    if there is None and belongs not in (FIND, NOWHERE):
        return (Problem("belongs", "Choose where it belongs"),)
    return ()


def _checked(
    request: Asked, viewer: Viewer, now: datetime, found: ToWithdraw, right: EpisodePage | None
) -> HttpResponse:
    """Show the words where they would go, and once they have been checked there, do it."""
    posted, anew = typed.posted(request.POST), None
    if "checked" not in posted:
        return _check(request, found, right, _begun(found, posted), ())
    if right is not None:
        read = reading.read(found.step.asks, posted, so_far=right.so_far)
        if read.problems:
            return _check(request, found, right, posted, read.problems)
        anew = _anew(request, right, read.answers)
    try:
        withdrawing.withdraw(
            by=viewer,
            entry_id=found.entry.entry_id,
            why=request.POST.get("why", ""),
            version=_number(request, "version"),
            at=now,
            anew=anew,
        )
    except Refused as refused:
        return _check(request, found, right, posted, refused.problems)
    except Conflict as conflict:
        return _conflict(found, posted, request, right=right, says=conflict.says)
    if right is None:
        return redirect(f"{reverse('contact', args=[found.entry.episode_id])}?withdrawn=yes")
    return redirect(f"{reverse('contact', args=[right.episode_id])}?recorded={found.step.key}")


def _conflict(
    found: ToWithdraw,
    posted: typed.Typed,
    request: Asked,
    *,
    says: str,
    right: EpisodePage | None = None,
) -> HttpResponse:
    kept = shown.kept(_forms(found, right, posted, ()))
    again = reverse("contact", args=[found.entry.episode_id])
    return errors.conflict(request, says=says, kept=kept, again=again)


def _begun(found: ToWithdraw, posted: dict[str, list[str]]) -> dict[str, list[str]]:
    form = found.step.form("")
    return {**(typed.again(form, found.answers) if form else {}), **posted}


def _anew(request: Asked, right: EpisodePage, answers: Answers) -> Anew:
    there = _number(request, "there")
    return Anew(episode_id=right.episode_id, version=there, answers=answers)


def _number(request: Asked, name: str) -> int:
    said = request.POST.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 9 else 0


def _ask(
    request: Asked,
    found: ToWithdraw,
    posted: typed.Typed,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    form = shown.section(ASKED, typed=posted, problems=problems)
    choosing = [each for each in problems if each.field == "belongs"]
    links = [{"text": each.message, "href": "#belongs"} for each in choosing]
    others = tuple(each for each in problems if each.field != "belongs")
    return render(
        request,
        "pages/entry_another_child.html",
        {
            "found": found,
            "fields": form.fields,
            "choosing": choosing,
            "belongs": request.POST.get("belongs", ""),
            "problems": [*shown.summary([form], others), *links],
        },
        status=422 if problems else 200,
    )


def _check(
    request: Asked,
    found: ToWithdraw,
    right: EpisodePage | None,
    posted: typed.Typed,
    problems: tuple[Problem, ...],
) -> HttpResponse:
    forms = _forms(found, right, posted, problems)
    return render(
        request,
        "pages/entry_anew.html",
        {
            "found": found,
            "right": right,
            "forms": forms,
            "belongs": request.POST.get("belongs", ""),
            "sought": request.POST.get("sought", ""),
            "version": request.POST.get("version", found.version),
            "there": request.POST.get("there", right.version if right else ""),
            "problems": shown.summary(forms, problems),
        },
        status=422 if problems else 200,
    )


def _forms(
    found: ToWithdraw,
    right: EpisodePage | None,
    posted: typed.Typed,
    problems: tuple[Problem, ...],
) -> tuple[shown.Form, ...]:
    why = shown.section(
        Section(key="why", title="Why", questions=(WHY,)), typed=posted, problems=problems
    )
    if right is None or found.step.asks is None:
        return (why,)
    known = right.so_far
    asked = shown.instrument(found.step.asks, typed=posted, problems=problems, known=known)
    return (*asked, why)


def _note(request: Asked, found: ToWithdraw) -> None:
    request.shown.persons([found.person_id, *(each.person_id for each in found.elsewhere)])
    request.shown.objects([found.entry.entry_id, found.entry.episode_id])
    request.shown.objects(each.episode_id for each in found.elsewhere)
