"""Before a guest is known: is a child in danger now, who are you, and coming back by a link."""

from dataclasses import astuple
from datetime import date

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.actions import guests, tallies
from goldenthread.content import catalogue
from goldenthread.content.front_door import guest_allowances as allowed
from goldenthread.content.front_door import guest_sender
from goldenthread.content.partnership import contact_points
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.instrument import Section
from goldenthread.language.text import storable
from goldenthread.project import present
from goldenthread.queries import guests as known
from goldenthread.queries import offered
from goldenthread.web import errors, guest_session
from goldenthread.web.forms import finding, shown, typed

FORM, URGENT = "referral-form", "urgent-form"
AGENCY = guest_sender.agency.key


@login_not_required
def tell_us(request: HttpRequest) -> HttpResponse:
    """Ask whether a child is in danger now, and whether somebody has an account."""
    day = {
        "on": london_date(present.now()),
        "invented": settings.GOLDENTHREAD_DEMONSTRATION,
    }
    context = {
        "front_door": contact_points.at("front-door", **day),
        "duty_team": contact_points.at("emergency-duty-team", **day),
    }
    return render(request, "pages/tell_us.html", context)


@login_not_required
def about_you(request: HttpRequest) -> HttpResponse:
    """Ask who somebody without an account is, then begin their form."""
    now = present.now()
    urgent = (request.POST or request.GET).get("form") == URGENT
    said = {name: [*map(storable, said)] for name, said in typed.posted(request.POST).items()}
    asked = _asked(said, on=london_date(now))
    looked = finding.sought(request.POST.get("go", ""))
    if request.method != "POST" or looked:
        return _about_you(request, asked, said, (), urgent=urgent)
    read = reading.read(asked, typed.section_of(asked, said))
    if read.problems:
        return _about_you(request, asked, said, read.problems, urgent=urgent)
    if not _within(request, "begin"):
        return _too_often(request)
    begun = guests.begin(
        who=read.answers,
        form=URGENT if urgent else FORM,
        came_by=request.build_absolute_uri("/"),
        at=now,
    )
    guest_session.enter(request, begun.guest_id, stage=guest_session.WRITE)
    first = catalogue.instrument(URGENT if urgent else FORM).sections[0]
    return redirect("concern-section", draft_id=begun.draft_id, section=first.key)


@login_not_required
def come_back(request: HttpRequest) -> HttpResponse:
    """Send a new link to a letter box, and say the same whether anything came from it or not."""
    if request.method != "POST":
        return render(request, "pages/guest_come_back.html", {"asked": False})
    email = storable(request.POST.get("email", "")).strip()[:254]
    if not _within(request, "come back"):
        return _too_often(request)
    to_box = tallies.within(allowed.letters, who=email, at=present.now())
    if "@" not in email:
        context = {"asked": False, "email": email, "wrong": "Enter your work e-mail address"}
        return render(request, "pages/guest_come_back.html", context, status=422)
    if to_box:
        guests.ask_for_link(email=email)
    return render(request, "pages/guest_come_back.html", {"asked": True})


@login_not_required
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Open what a link leads to once its button is pressed: a mail scanner must not use it up."""
    if not _within(request, "link"):
        return _too_often(request)
    now = present.now()
    if request.method != "POST":
        good = guests.is_good(token=token, at=now)
        status = 200 if good else 404
        return render(request, "pages/guest_link.html", {"good": good}, status=status)
    guest_id = guests.use_link(token=token, at=now)
    if guest_id is None:
        return render(request, "pages/guest_link.html", {"good": False}, status=404)
    if known.has_sent(guest_id=guest_id, now=now):
        guest_session.enter(request, guest_id, stage=guest_session.CODE)
        guests.ask_for_code(guest_id=guest_id)
        return redirect("guest-code")
    guest_session.enter(request, guest_id, stage=guest_session.WRITE)
    return redirect("concern-check", draft_id=known.draft_of(guest_id=guest_id, now=now))


def _asked(said: dict[str, list[str]], *, on: date) -> Section:
    """Return what is asked of a sender, with the workplaces their words have found to choose from.

    One called exactly as they wrote is chosen for them. All are offered where they are few.
    """
    few = offered.few_workplaces(on=on)
    if few:
        return guest_sender.offering(map(astuple, few), all_of_them=True)
    words, chosen = (typed.said(said.get(f"{AGENCY}{part}", ())) for part in ("-words", ""))
    found = offered.like(kind=offered.WORKPLACE, words=words, on=on)
    if not chosen and found.only:
        chosen = found.only.value
        said[AGENCY] = [chosen]
    there = {each.value: each for each in found.offered}
    if chosen not in there and (named := offered.workplace(key=chosen, on=on)):
        there = {chosen: named, **there}
    return guest_sender.offering(map(astuple, there.values()))


def _about_you(
    request: HttpRequest,
    asked: Section,
    said: dict[str, list[str]],
    problems: tuple[reading.Problem, ...],
    *,
    urgent: bool,
) -> HttpResponse:
    fields = shown.section(asked, typed=said, problems=problems)
    on = london_date(present.now())
    context = {
        "form": fields,
        "finding": finding.of(fields, field=AGENCY if said else "", on=on),
        "problems": shown.summary([fields], problems),
        "urgent": urgent,
    }
    status = 422 if problems else 200
    return render(request, "pages/guest_about_you.html", context, status=status)


def _within(request: HttpRequest, what: str) -> bool:
    who = request.META.get("REMOTE_ADDR", "")
    return tallies.within(allowed.tries, what=what, who=who, at=present.now())


def _too_often(request: HttpRequest) -> HttpResponse:
    return errors.too_often(request)
