"""What a form offers beside a question: names of the directory, looked for by a part of them.

A district has hundreds of schools: at most ten are ever offered, and nobody has to choose one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Replace

from goldenthread.content.front_door.guest_sender import ANOTHER, PLACES
from goldenthread.content.partnership import directory
from goldenthread.records.agency import Agency
from goldenthread.records.practitioner import Practitioner
from goldenthread.records.setting import Setting
from goldenthread.records.team import Team

MOST, LONGEST = 10, 100
PRACTITIONER, ANY, AGENCY, TEAM, WORKPLACE = "practitioner", "any", "agency", "team", "workplace"
# What a workplace that is no agency of ours begins with, before the id of its place.
PLACE = "place-"


@dataclass(frozen=True, kw_only=True)
class Offered:
    """One of what is found: what choosing it says, what it is called, and what tells it apart."""

    value: str
    name: str
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What is like some words. `more` says that others are like them and not offered."""

    words: str
    offered: tuple[Offered, ...] = ()
    more: bool = False

    @property
    def only(self) -> Offered | None:
        """The one that is called exactly this, where one is."""
        called = self.words.casefold()
        named = [each for each in self.offered if called in (each.name.casefold(), each.value)]
        return named[0] if len(named) == 1 else None


def like(*, kind: str, words: str, on: date) -> Found:
    """Return what is like these words on a day, at most ten; nothing is like no words.

    `kind` is what a question says it offers. Every word is in the name, or a place has a postcode
    that begins so. Raises KeyError for what is not offered.
    """
    find = FINDS[kind]
    words = " ".join(words.split())[:LONGEST]
    if not words:
        return Found(words="")
    found = find(words, on)
    return Found(words=words, offered=tuple(found[:MOST]), more=len(found) > MOST)


def setting(*, kind: str, words: str, on: date) -> Setting | None:
    """Return the place that is called this, open on a day; None where it is none or one of several.

    Places of one name are told apart by what is offered after it: their postcode or their code.
    """
    there, name = _open(kind, on), " ".join(words.split())
    before, _, apart = name.rpartition(", ")
    exactly = Q(name__iexact=name)
    if before:
        exactly |= Q(name__iexact=before) & (Q(postcode__iexact=apart) | Q(code__iexact=apart))
    every = list(there.filter(exactly)[:2])
    return every[0] if len(every) == 1 else None


def workplace(*, key: str, on: date) -> Offered | None:
    """Return the workplace of this key, or None."""
    if key.startswith(PLACE):
        place = place_of(key=key, on=on)
        return _as_workplace(place) if place else None
    agency = Agency.objects.filter(key=key).exclude(key=ANOTHER).first()
    return Offered(value=agency.key, name=agency.name) if agency else None


def place_of(*, key: str, on: date) -> Setting | None:
    """Return the place a workplace is, or None where it is an agency or nothing."""
    try:
        return _open_workplaces(on).filter(pk=UUID(key.removeprefix(PLACE))).first()
    except ValueError:
        return None


def few_workplaces(*, on: date) -> tuple[Offered, ...]:
    """Return every workplace where there are no more than may be offered at once, else none."""
    agencies = Agency.objects.exclude(key=ANOTHER).order_by("name")
    found = [Offered(value=each.key, name=each.name) for each in agencies[: MOST + 1]]
    found += map(_as_workplace, _open_workplaces(on)[: MOST + 1])
    return tuple(found) if len(found) <= MOST else ()


def _places(kind: str) -> Callable[[str, date], list[Offered]]:
    def find(words: str, on: date) -> list[Offered]:
        places = list(
            _in_order(_open(kind, on).filter(_said(words) | _at(words)), "name", "postcode")
        )
        alike = _alike(kind, on, {each.name for each in places})
        return [_place(each, alike=each.name in alike) for each in places]

    return find


def _workplaces(words: str, on: date) -> list[Offered]:
    there = Setting.objects.filter(_open_on(on), _at(words)).values("name")
    agencies = Agency.objects.exclude(key=ANOTHER).filter(_said(words) | Q(name__in=there))
    found = [Offered(value=e.key, name=e.name) for e in _in_order(agencies, "name")]
    places = _open_workplaces(on).filter(_said(words) | _at(words))
    return [*found, *map(_as_workplace, _in_order(places, "name", "postcode"))]


def _practitioners(words: str, on: date) -> list[Offered]:
    there = Practitioner.objects.exclude(valid_to__lt=on).select_related("agency")
    found = _in_order(there.filter(_said(words, "full_name")), "full_name")
    return [
        Offered(
            value=f"{each.full_name}, {each.agency.name}",
            name=each.full_name,
            more=", ".join(filter(None, (each.job_title, each.agency.name))),
        )
        for each in found
    ]


def _agencies(words: str, _: date) -> list[Offered]:
    found = _in_order(Agency.objects.filter(_said(words)), "name")
    return [Offered(value=each.name, name=each.name) for each in found]


def _teams(words: str, on: date) -> list[Offered]:
    there = Team.objects.filter(_open_on(on)).select_related("agency")
    found = _in_order(there.filter(_said(words)), "name")
    return [Offered(value=each.name, name=each.name, more=each.agency.name) for each in found]


FINDS: Mapping[str, Callable[[str, date], list[Offered]]] = {
    **{kind: _places(kind) for kind in (*directory.KINDS, ANY)},
    PRACTITIONER: _practitioners,
    AGENCY: _agencies,
    TEAM: _teams,
    WORKPLACE: _workplaces,
}


def _open(kind: str, on: date) -> QuerySet[Setting]:
    there = Setting.objects.filter(_open_on(on))
    return there if kind == ANY else there.filter(kind=kind)


def _open_on(on: date) -> Q:
    return Q(closed_on__isnull=True) | Q(closed_on__gte=on)


def _open_workplaces(on: date) -> QuerySet[Setting]:
    """Return the places somebody may work at that are not agencies of ours by the same name."""
    there = Setting.objects.filter(_open_on(on), kind__in=PLACES).order_by("name", "pk")
    return there.exclude(name__in=Agency.objects.values("name"))


def _said(words: str, column: str = "name") -> Q:
    said = Q()
    for word in words.split():
        said &= Q(**{f"{column}__icontains": word})
    return said


def _at(words: str) -> Q:
    """Where a postcode begins as these words do, however it is spaced; never by one letter."""
    letters = re.sub(r"\s", "", words).upper()
    if len(letters) < 2:
        return Q(code__iexact=words)
    there = Setting.objects.annotate(
        letters=Replace("postcode", Value(" "), output_field=TextField())
    )
    return Q(pk__in=there.filter(letters__startswith=letters).values("pk")) | Q(code__iexact=words)


def _in_order[Row: Model](found: QuerySet[Row], *columns: str) -> QuerySet[Row]:
    return found.order_by(*columns, "pk")[: MOST + 1]


def _alike(kind: str, on: date, names: set[str]) -> set[str]:
    """Return those of the names that more than one place has."""
    named = _open(kind, on).filter(name__in=names).values("name").annotate(number=Count("pk"))
    return {each["name"] for each in named.order_by() if each["number"] > 1}


def _place(each: Setting, *, alike: bool) -> Offered:
    apart = each.postcode or each.code
    value = f"{each.name}, {apart}" if alike and apart else each.name
    return Offered(value=value, name=each.name, more=_more(each))


def _as_workplace(each: Setting) -> Offered:
    return Offered(value=f"{PLACE}{each.pk}", name=each.name, more=_more(each))


def _more(each: Setting) -> str:
    title = directory.KINDS[each.kind][0] if each.kind in directory.KINDS else ""
    return ", ".join(filter(None, (title, each.postcode)))
