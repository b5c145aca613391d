"""Who has been told what about a child, by whom and on what basis, and who was refused it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import decision, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.language.instrument import Instrument
from goldenthread.queries import one_child, said
from goldenthread.queries.said import Said
from goldenthread.records.person import Person
from goldenthread.records.share import Share

VERB = "share.give"


@dataclass(frozen=True, kw_only=True)
class Told:
    """One decision as those see it who see the child. `items` is how many entries were given."""

    share_id: UUID
    given: bool
    at: datetime
    by: str
    agency: str
    to: str
    to_agency: str
    said: tuple[Said, ...]
    items: int
    digest: str
    here: bool
    opened_at: datetime | None
    expires_at: datetime | None
    recalled_at: datetime | None
    recalled_by: str
    recalled_why: str
    may_recall: bool


@dataclass(frozen=True, kw_only=True)
class WhoWasTold:
    """A child, and every decision to tell or not to tell about them, the newest first."""

    person_id: UUID
    name: str
    told: tuple[Told, ...]


def person(*, viewer: Viewer, person_id: UUID) -> Person:
    """Return the child; raises Denied to who may not tell others of them."""
    return one_child.seen(viewer=viewer, person_id=person_id, verb=VERB).person


def of(*, viewer: Viewer, person_id: UUID, now: datetime) -> WhoWasTold:
    """Return who was told what about one child, however they were recorded.

    Raises Denied to who may not tell others of the child, hidden if the child is out of sight.
    """
    child = one_child.seen(viewer=viewer, person_id=person_id, verb=VERB)
    about, also = child.person, child.recorded_as
    found = rows.visible(viewer=viewer, rows=Share.objects.filter(person_id__in=also))
    found = found.select_related("by", "agency", "to", "to_agency", "recalled_by")
    return WhoWasTold(
        person_id=about.pk,
        name=str(about),
        told=tuple(_told(each, now=now) for each in found.order_by("-at", "id")),
    )


def one(*, viewer: Viewer, share_id: UUID, now: datetime) -> tuple[Person, Told]:
    """Return one decision and its child; raises Denied, hidden, if it is out of sight."""
    found = rows.visible(viewer=viewer, rows=Share.objects.filter(pk=share_id))
    found = found.select_related("person", "by", "agency", "to", "to_agency", "recalled_by")
    share = decision.opened(viewer=viewer, verb=VERB, record=found.first())
    return share.person, _told(share, now=now)


def _told(share: Share, *, now: datetime) -> Told:
    over = share.expires_at is not None and share.expires_at <= now
    given, answers = share.decision == "given", dict(share.answers)
    return Told(
        share_id=share.pk,
        given=given,
        at=share.at,
        by=str(share.by),
        agency=share.agency.name if share.agency else "",
        to=str(share.to)
        if share.to
        else str(answers.get("told_name", answers.get("asked_by", ""))),
        to_agency=share.to_agency.name
        if share.to_agency
        else str(answers.get("told_agency", answers.get("asked_agency", ""))),
        said=said.answered(questions=_form(share).questions, answers=answers),
        items=len(share.items),
        digest=share.digest,
        here=share.to_id is not None,
        opened_at=share.opened_at,
        expires_at=share.expires_at,
        recalled_at=share.recalled_at,
        recalled_by=str(share.recalled_by) if share.recalled_by else "",
        recalled_why=share.recalled_why,
        may_recall=given and share.to_id is not None and not share.recalled_at and not over,
    )


def _form(share: Share) -> Instrument:
    return catalogue.instrument(share.form).at(share.form_version)
