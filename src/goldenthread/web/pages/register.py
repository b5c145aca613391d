"""The register: is this child known already, who are they, and where?"""

from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render

from goldenthread.access.viewer import Viewer
from goldenthread.actions import restricting
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Section
from goldenthread.language.question import Kind, Question
from goldenthread.queries import register
from goldenthread.queries.register import Found, Match, Sought
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
    seen, problems = found(viewer, posted) if request.method == "POST" else (Found(), ())
    looked = request.method == "POST" and not problems
    # Whom to ring, where there is a record that is kept from them: never a silent "no record".
    ring = restricting.look_up(by=viewer, sought=_sought(posted)) if looked else ()
    note(request, seen.matches)
    request.shown.objects(each.account_id for each in ring)
    form = shown.section(LOOKED_FOR, typed=posted, problems=problems)
    return render(
        request,
        "pages/register.html",
        {
            "form": form,
            "problems": shown.summary([form], problems),
            "found": seen,
            "looked": looked,
            "ring": ring,
        },
        status=422 if problems else 200,
    )


def found(viewer: Viewer, posted: Typed) -> tuple[Found, tuple[Problem, ...]]:
    """Return who may be meant by what was typed, or what is wrong with it."""
    read = reading.read(LOOKED_FOR, posted)
    if read.problems:
        return Found(), read.problems
    sought = _sought(posted)
    if sought.empty:
        nothing = "Enter a name, a date of birth, a number or a postcode"
        return Found(), (Problem("given_name", nothing),)
    return register.search(viewer=viewer, sought=sought), ()


def _sought(posted: Typed) -> Sought:
    """Return what is looked for, of what was typed as it should be."""
    said = reading.read(LOOKED_FOR, posted).answers
    born = said.get("born")
    return Sought(
        given_name=str(said.get("given_name", "")),
        family_name=str(said.get("family_name", "")),
        born=date.fromisoformat(str(born)) if born else None,
        number=str(said.get("number", "")),
        postcode=str(said.get("postcode", "")),
    )


def note(request: Asked, matches: tuple[Match, ...]) -> None:
    """Note whoever the page shows, for its trail row."""
    request.shown.persons(match.person_id for match in matches)
