"""The register: is this child known already, who are they, and where?"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from goldenthread.access.viewer import Viewer
from goldenthread.actions import register as registering
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.content.front_door import who_and_where as forms
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import register
from goldenthread.queries.register import Match, Sought
from goldenthread.web import errors
from goldenthread.web.asked import Asked
from goldenthread.web.forms import shown, typed
from goldenthread.web.forms.typed import Typed
from goldenthread.web.serving import page

LOOKED_FOR = Section(
    key="looked_for",
    title="Look somebody up",
    questions=(
        Question(
            key="given_name", asks="Given name", kind=Kind.TEXT, required=False, max_length=100
        ),
        Question(
            key="family_name", asks="Family name", kind=Kind.TEXT, required=False, max_length=100
        ),
        Question(
            key="born",
            asks="Date of birth",
            hint="For example, 27 3 2012",
            kind=Kind.DATE,
            required=False,
        ),
        Question(
            key="number",
            asks="A number",
            hint="NHS number, UPN, council or police number",
            kind=Kind.TEXT,
            required=False,
            max_length=40,
        ),
        Question(key="postcode", asks="Postcode", kind=Kind.TEXT, required=False, max_length=10),
    ),
)


@page(verb="register.search")
def look_up(request: Asked, viewer: Viewer, now: datetime) -> HttpResponse:
    """Ask what is known of somebody; on POST show who may be meant. No name is in an address."""
    posted = typed.posted(request.POST)
    matches, problems = found(viewer, posted) if request.method == "POST" else ((), ())
    note(request, matches)
    form = shown.section(LOOKED_FOR, typed=posted, problems=problems)
    return render(
        request,
        "pages/register.html",
        {
            "form": form,
            "problems": shown.summary([form], problems),
            "matches": matches,
            "looked": request.method == "POST" and not problems,
        },
        status=422 if problems else 200,
    )


def found(viewer: Viewer, posted: Typed) -> tuple[tuple[Match, ...], tuple[Problem, ...]]:
    """Return who may be meant by what was typed, or what is wrong with it."""
    read = reading.read(LOOKED_FOR, posted)
    if read.problems:
        return (), read.problems
    said = read.answers
    born = said.get("born")
    sought = Sought(
        given_name=str(said.get("given_name", "")),
        family_name=str(said.get("family_name", "")),
        born=date.fromisoformat(str(born)) if born else None,
        number=str(said.get("number", "")),
        postcode=str(said.get("postcode", "")),
    )
    if sought.empty:
        return (), (Problem("given_name", "Enter a name, a date of birth, a number or a postcode"),)
    return register.search(viewer=viewer, sought=sought), ()


def note(request: Asked, matches: tuple[Match, ...]) -> None:
    """Note whoever the page shows, for its trail row."""
    request.shown.persons(match.person_id for match in matches)


@page(verb="register.read")
def who_and_where(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    """Show who a person is, where, and who matters; on POST end one of these."""
    if request.method == "POST":
        return _end(request, viewer, now, person_id)
    told = register.who_and_where(viewer=viewer, person_id=person_id, now=now)
    near = register.near(viewer=viewer, person_id=person_id, now=now)
    request.shown.persons([person_id, *(tie.person_id for tie in near)])
    request.shown.objects(each.row_id for each in (*told.names, *told.addresses, *told.numbers))
    request.shown.objects(tie.row_id for tie in near)
    return render(
        request,
        "pages/who_and_where.html",
        {
            "told": told,
            "near": near,
            "sections": forms.sections,
            "may_write": "register.write" in viewer.may,
        },
    )


def _end(request: Asked, viewer: Viewer, now: datetime, person_id: UUID) -> HttpResponse:
    what, _, row = request.POST.get("end", "").partition(":")
    again = reverse("who-and-where", args=[person_id])
    try:
        row_id = UUID(row)
    except ValueError:
        # Asked of the person all the same: who may not see them learns nothing by asking badly.
        register.who_and_where(viewer=viewer, person_id=person_id, now=now)
        request.shown.persons([person_id])
        return errors.bad(request)
    try:
        registering.end(by=viewer, person_id=person_id, what=what, row_id=row_id, at=now)
    except Conflict as conflict:
        return errors.conflict(request, says=conflict.says, again=again)
    return redirect(again)


@page(verb="register.write")
def add(request: Asked, viewer: Viewer, now: datetime, person_id: UUID, what: str) -> HttpResponse:
    """Ask for another name, an address, a number or somebody who matters; on POST add it."""
    told = register.who_and_where(viewer=viewer, person_id=person_id, now=now)
    request.shown.persons([person_id])
    asked = forms.sections.get(what)
    if asked is None:
        return errors.missing(request)
    posted: Mapping[str, list[str]] = typed.posted(request.POST)
    problems: tuple[Problem, ...] = ()
    if request.method == "POST":
        read = reading.read(asked, posted)
        problems = read.problems or _add(viewer, now, person_id, what, read.answers)
        if not problems:
            return redirect(reverse("who-and-where", args=[person_id]))
    form = shown.section(asked, typed=posted, problems=problems)
    return render(
        request,
        "pages/register_add.html",
        {"told": told, "form": form, "problems": shown.summary([form], problems)},
        status=422 if problems else 200,
    )


def _add(
    viewer: Viewer, now: datetime, person_id: UUID, what: str, answers: Mapping[str, object]
) -> tuple[Problem, ...]:
    try:
        registering.add(by=viewer, person_id=person_id, what=what, answers=answers, at=now)
    except Refused as refused:
        return refused.problems
    return ()
