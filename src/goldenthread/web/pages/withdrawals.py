"""This is about another child: who it is about, looked for on the register, and why."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import withdrawals
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.withdrawals import Right
from goldenthread.content.front_door import birth
from goldenthread.language import answers as reading
from goldenthread.language.answers import Answers, Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.queries import episode, register
from goldenthread.queries.episode import EpisodePage
from goldenthread.queries.register import Match, Sought
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.pages import contact
from goldenthread.web.pages import register as pages
from goldenthread.web.serving import page

NEW = "new"
RIGHT = Section(
    key="right",
    title="Who is it about?",
    questions=(
        Question(key="given_name", asks="Given name", kind=Kind.TEXT, max_length=100),
        Question(key="family_name", asks="Family name", kind=Kind.TEXT, max_length=100),
        Question(
            key="born",
            asks="Date of birth",
            hint="For example, 27 3 2012. Leave it empty if it is not known",
            kind=Kind.DATE,
            within=birth.CHILD,
            required=False,
        ),
        Question(
            key="sex",
            asks="Sex",
            kind=Kind.CHOICE,
            options=(
                Option(key="F", label="Female"),
                Option(key="M", label="Male"),
                Option(key="U", label="Not known"),
            ),
        ),
        Question(
            key="why",
            asks="How do you know that it is about them?",
            hint="The privacy officer reads this, and nobody who reads the thread",
            kind=Kind.LONG_TEXT,
            called="how you know",
        ),
    ),
)


@page(verb="contact.withdraw")
def withdraw(request: Asked, viewer: Viewer, now: datetime, episode_id: UUID) -> HttpResponse:
    """Ask who the contact is about; on POST show who that may be, then enter it anew there."""
    found = episode.one(viewer=viewer, episode_id=episode_id, now=now)
    contact.note(request, found)
    if request.method != "POST":
        return _page(request, found, {}, (), ())
    posted = typed.posted(request.POST)
    read = reading.read(RIGHT, posted)
    if read.problems:
        return _page(request, found, posted, (), read.problems)
    matches = _matches(request, viewer, found, read.answers)
    chosen = request.POST.get("child", "")
    if chosen not in {NEW, *(str(match.person_id) for match in matches)}:
        asked = "child" in request.POST or request.POST.get("go") == "enter"
        wrong = (Problem("child", "Choose the child, or say that they are new"),) if asked else ()
        return _page(request, found, posted, matches, wrong, looked=True)
    return _withdraw(request, viewer, now, found, posted, read.answers, matches)


def _withdraw(
    request: Asked,
    viewer: Viewer,
    now: datetime,
    found: EpisodePage,
    posted: typed.Typed,
    said: Answers,
    matches: tuple[Match, ...],
) -> HttpResponse:
    version, chosen = request.POST.get("version", ""), request.POST.get("child", "")
    try:
        anew = withdrawals.withdraw(
            by=viewer,
            episode_id=found.episode_id,
            right=Right(
                given_name=str(said["given_name"]),
                family_name=str(said["family_name"]),
                born=_born(said),
                sex=str(said["sex"]),
                child_id=None if chosen == NEW else UUID(chosen),
            ),
            why=str(said["why"]),
            version=int(version) if version.isdecimal() else 0,
            at=now,
        )
    except Refused as refused:
        return _page(request, found, posted, matches, refused.problems, looked=True)
    except Conflict as conflict:
        kept = shown.kept([shown.section(RIGHT, typed=posted)])
        return errors.conflict(request, says=conflict.says, kept=kept, again=_address(found))
    return redirect(f"{reverse('contact', args=[anew.pk])}?recorded=contact-received")


def _matches(
    request: Asked, viewer: Viewer, found: EpisodePage, said: Answers
) -> tuple[Match, ...]:
    sought = Sought(
        given_name=str(said["given_name"]), family_name=str(said["family_name"]), born=_born(said)
    )
    every = register.search(viewer=viewer, sought=sought).matches
    matches = tuple(match for match in every if match.person_id != found.person_id)
    pages.note(request, matches)
    return matches


def _born(said: Answers) -> date | None:
    return date.fromisoformat(str(said["born"])) if said.get("born") else None


def _page(
    request: Asked,
    found: EpisodePage,
    posted: typed.Typed,
    matches: tuple[Match, ...],
    problems: tuple[Problem, ...],
    *,
    looked: bool = False,
) -> HttpResponse:
    form = shown.section(RIGHT, typed=posted, problems=problems)
    choosing = [each for each in problems if each.field == "child"]
    others = tuple(each for each in problems if each.field != "child")
    links = [{"text": each.message, "href": "#child"} for each in choosing]
    return render(
        request,
        "pages/another_child.html",
        {
            "contact": found,
            "form": form,
            "matches": matches,
            "looked": looked,
            "choosing": choosing,
            "chosen": request.POST.get("child", ""),
            "version": request.POST.get("version", found.version),
            "problems": [*shown.summary([form], others), *links],
        },
        status=422 if problems else 200,
    )


def _address(found: EpisodePage) -> str:
    return str(reverse("contact", args=[found.episode_id]))
