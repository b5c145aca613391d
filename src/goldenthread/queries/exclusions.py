"""The exclusion list, for those who keep it; and whom somebody may say knows a family."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.access import decision, rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import exclusions as content
from goldenthread.queries import known, register
from goldenthread.queries.known import Near
from goldenthread.records.account import Account
from goldenthread.records.exclusion import Exclusion
from goldenthread.records.person import Person

LIST, KEEP = "exclusion.list", "exclusion.keep"
DECLARE, OTHERS = "exclusion.declare", "exclusion.declare-others"
A_PAGE = 200


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One account kept from one person. `by` is "" where the service found it by an address."""

    exclusion_id: UUID
    account_id: UUID
    who: str
    about: str
    person_id: UUID
    person: str
    kind: str
    why: str
    household: bool
    by: str
    since: datetime
    until: datetime | None
    mine: bool


@dataclass(frozen=True, kw_only=True)
class Family:
    """Somebody who may be declared known, and those tied to them who must be asked about."""

    person_id: UUID
    name: str
    others: tuple[Near, ...]


def listed(*, viewer: Viewer) -> tuple[Kept, ...]:
    """Return the list, what holds first and the newest first; raises Denied."""
    decision.require(viewer=viewer, verb=LIST)
    holds = _visible(viewer).filter(ends_at__isnull=True).order_by("-starts_at", "pk")[:A_PAGE]
    over = _visible(viewer).filter(ends_at__isnull=False).order_by("-ends_at", "pk")[:A_PAGE]
    return _all([*holds, *over], viewer=viewer)


def one(*, viewer: Viewer, exclusion_id: UUID) -> Kept:
    """Return one of the list; raises Denied as if it were not there."""
    return _all([record(viewer=viewer, exclusion_id=exclusion_id)], viewer=viewer)[0]


def record(*, viewer: Viewer, exclusion_id: UUID) -> Exclusion:
    """Return the row itself. Raises Denied, as if it were not there for who is kept from whom."""
    decision.require(viewer=viewer, verb=LIST)
    found = _visible(viewer).filter(pk=exclusion_id).first()
    if found is None:
        raise Denied(verb=LIST, reason="no-relationship", hidden=True)
    return found


def family(*, viewer: Viewer, person_id: UUID) -> Family:
    """Return a child the viewer sees, to say that they know the family; raises Denied."""
    found = rows.visible(viewer=viewer, rows=Person.objects.filter(pk=person_id)).first()
    person = decision.opened(viewer=viewer, verb=DECLARE, record=found)
    return Family(person_id=person.pk, name=str(person), others=known.people(person.pk))


def named(*, viewer: Viewer, person_id: UUID) -> Family:
    """Return somebody of the register by name alone, for those who keep the list; raises Denied."""
    decision.require(viewer=viewer, verb=KEEP)
    names = register.names(viewer=viewer, person_ids=[person_id], verb=KEEP)
    if person_id not in names:
        raise Denied(verb=KEEP, reason="no-relationship", hidden=True)
    return Family(person_id=person_id, name=names[person_id], others=known.people(person_id))


def could_be_kept(*, viewer: Viewer, verb: str) -> tuple[tuple[UUID, str], ...]:
    """Return whom the viewer may put on the list, by name: themselves, colleagues, or anybody."""
    people = Account.objects.filter(is_active=True, is_service=False)
    if verb != KEEP:
        manages = OTHERS in viewer.may
        mine = {"agency_id": viewer.agency_id} if manages else {"pk": viewer.account_id}
        people = people.filter(**mine)
    found = people.order_by("full_name").values_list("pk", "full_name", "job_title")
    return tuple(
        (pk, f"{name}, {job_title}" if job_title else name) for pk, name, job_title in found
    )


def standing(exclusion: Exclusion) -> Mapping[str, str]:
    """Return how it stands, in words: what a second person is shown changes of."""
    return {
        "How they know them": content.KINDS.get(exclusion.kind, exclusion.kind),
        "Why": exclusion.why,
        "Whoever lives with them too": "Yes" if exclusion.household else "No",
    }


def _visible(viewer: Viewer) -> QuerySet[Exclusion]:
    visible = rows.visible(viewer=viewer, rows=Exclusion.objects.all())
    return visible.select_related("account__agency", "declared_by")


def _all(found: list[Exclusion], *, viewer: Viewer) -> tuple[Kept, ...]:
    people = sorted({each.person_id for each in found})
    names = register.names(viewer=viewer, person_ids=people, verb=LIST) if people else {}
    return tuple(_kept(each, viewer=viewer, names=names) for each in found)


def _kept(each: Exclusion, *, viewer: Viewer, names: Mapping[UUID, str]) -> Kept:
    about = (each.account.job_title, str(each.account.agency or ""))
    return Kept(
        exclusion_id=each.pk,
        account_id=each.account_id,
        who=each.account.full_name,
        about=", ".join(part for part in about if part),
        person_id=each.person_id,
        person=names.get(each.person_id, "Somebody sealed"),
        kind=content.KINDS.get(each.kind, each.kind),
        why=each.why,
        household=each.household,
        by=str(each.declared_by) if each.declared_by else "",
        since=each.starts_at,
        until=each.ends_at,
        mine=each.account_id == viewer.account_id,
    )
