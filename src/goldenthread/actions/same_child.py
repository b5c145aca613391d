"""Saying on a form that a child is one of the register, and linking them once it is sent.

The link is the identification anybody at the front door makes on the contact, and is undone there,
exactly. It is made only by who may make it there, of a child whose thread they may open.
"""

import contextlib
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from goldenthread.access import decision
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, identification
from goldenthread.actions.conflict import Conflict
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import answers as reading
from goldenthread.language.text import lower_first
from goldenthread.queries import already_known
from goldenthread.queries.already_known import Named
from goldenthread.records.draft import Draft
from goldenthread.records.episode import Episode
from goldenthread.records.occasion import Occasion

VERB = identification.VERB


def say(*, by: Viewer, draft_id: UUID, number: int, person_id: UUID | None, at: datetime) -> None:
    """Say which child of the register a child of the draft is; with no `person_id`, take it back.

    `number` is the child's place among those typed. Whoever is not among the matches this viewer
    may open changes nothing, whether there is such a person or not. Raises Denied, Conflict if the
    draft was sent.
    """
    decision.require(viewer=by, verb=VERB)
    with transaction.atomic():
        draft = drafts.lock(by=by, draft_id=draft_id)
        for named in _named(by, draft, at):
            if named.number != number:
                continue
            open_to = [m.person_id for m in named.found.matches if already_known.may_say(by, m)]
            mine = {already_known.kept(named.sought, each) for each in open_to}
            others = [said for said in draft.typed.get(already_known.SAME, ()) if said not in mine]
            if person_id in open_to:
                others.append(already_known.kept(named.sought, person_id))
            typed = {already_known.SAME: others}
            drafts.save(by=by, draft_id=draft_id, instrument=draft.instrument, typed=typed, at=at)


def chosen(*, by: Viewer, draft: Draft, at: datetime) -> tuple[Named, ...]:
    """Return the children of a draft about to be sent of whom it was said who they are."""
    if not draft.typed.get(already_known.SAME):
        return ()
    return tuple(each for each in _named(by, draft, at) if each.same)


def link(*, by: Viewer, occasion: Occasion, said: Sequence[Named], at: datetime) -> None:
    """Link what was sent as was said on the form.

    Nothing stands in the way of a contact: where a link cannot be made any more it is left to
    whoever screens it.
    """
    episodes = {
        int(each.reference.rpartition("-")[2]): each
        for each in Episode.objects.filter(occasion=occasion)
    }
    linked: set[UUID] = set()
    for named in said:
        episode = episodes.get(named.number + 1)
        if named.same is None or episode is None or named.same.person_id in linked:
            continue
        linked.add(named.same.person_id)
        why = lower_first(". ".join(named.same.reasons))
        with contextlib.suppress(Conflict, Denied):
            identification.identify(
                by=by, person_id=episode.subject_person_id, child_id=named.same.person_id,
                why=f"Said on the form, before it was sent: {why}", at=at,
            )  # fmt: skip


def _named(by: Viewer, draft: Draft, at: datetime) -> tuple[Named, ...]:
    form = catalogue.instrument(draft.instrument)
    read = reading.read(form, draft.typed, on=london_date(at))
    return already_known.of(viewer=by, answers=read.answers, typed=draft.typed)
