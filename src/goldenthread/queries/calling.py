"""What somebody who calls a meeting is offered: kinds, the child's family, chairs and guests."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel import period
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.queries import meetings, one_child, shared_copies
from goldenthread.queries.shared_copies import Person as Somebody
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person

VERB = "meeting.call"


def kinds(*, viewer: Viewer, on: date, about_children: bool = True) -> tuple[MeetingKind, ...]:
    """Return the kinds of meeting the viewer may call today, by their titles."""
    decision.require(viewer=viewer, verb=VERB)
    found = [
        each
        for each in catalogue.declared(MeetingKind).values()
        if viewer.role in each.called_by
        and each.about_children == about_children
        and period.in_force(on, since=each.since, until=each.until)
    ]
    return tuple(sorted(found, key=lambda each: each.title))


def kind(*, viewer: Viewer, key: str, on: date, about_children: bool) -> MeetingKind | None:
    """Return one of them; None for any other."""
    found = kinds(viewer=viewer, on=on, about_children=about_children)
    return next((each for each in found if each.key == key), None)


def child(*, viewer: Viewer, person_id: UUID) -> one_child.Child:
    """Return the child it is to be about; raises Denied, hidden, if they are out of sight."""
    return one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)


def family(*, viewer: Viewer, found: one_child.Child) -> tuple[tuple[UUID, str], ...]:
    """Return the child and those the viewer sees who came in with them, by register id and name."""
    about = Episode.objects.filter(subject_person_id__in=found.recorded_as)
    occasions = rows.visible(viewer=viewer, rows=about).exclude(occasion=None)
    together = rows.visible(viewer=viewer, rows=Episode.objects.all()).filter(
        occasion_id__in=occasions.values("occasion_id")
    )
    people = Person.objects.filter(
        Q(pk__in=together.values("subject_person_id")) | Q(pk=found.person.pk), kind="child"
    )
    seen = rows.visible(viewer=viewer, rows=people).select_related("same_as")
    own = found.person.same_as_id or found.person.pk
    known = {each.same_as_id or each.pk: str(each) for each in seen}
    first = [(own, known.pop(own, str(found.person)))]
    return (*first, *sorted(known.items(), key=lambda each: each[1]))


def chairs(*, kind: MeetingKind) -> tuple[tuple[UUID, str], ...]:
    """Return who may chair it, by name, each with their agency."""
    people = Account.objects.filter(is_active=True, is_service=False, role__in=kind.chaired_by)
    found = people.select_related("agency").order_by("full_name")
    return tuple((each.pk, f"{each.full_name}, {each.agency}") for each in found)


def people(*, viewer: Viewer, words: str) -> tuple[tuple[Somebody, ...], bool]:
    """Return who may be asked whose name, work or agency has every word, and if there are more."""
    decision.require(viewer=viewer, verb="meeting.hold")
    return shared_copies.like(words=words, may=meetings.READ)


def agencies() -> tuple[tuple[UUID, str], ...]:
    """Return every agency by name, for one that is told another way."""
    return tuple(Agency.objects.order_by("name").values_list("pk", "name"))
