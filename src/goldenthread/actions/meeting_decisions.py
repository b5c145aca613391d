"""What a meeting decided of each child, or of what it was about, and who did not agree.

Nothing that protects a child waits for a quorum: what was decided is recorded whoever came.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from goldenthread.access import rows
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.actions import entries, meetings
from goldenthread.actions.conflict import Conflict, Refused
from goldenthread.actions.held_meetings import HELD
from goldenthread.actions.projection import PartialView
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.kernel.moment import Moment
from goldenthread.language import answers as reading
from goldenthread.language.answers import Problem
from goldenthread.language.attendance import PRESENT
from goldenthread.language.meeting_kind import MeetingKind, Outcome, Records
from goldenthread.queries import meeting_words, one_child
from goldenthread.records.dissent import Dissent
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from goldenthread.records.meeting_decision import MeetingDecision


def decide(
    *,
    by: Viewer,
    meeting_id: UUID,
    answers: Mapping[str, object],
    at: datetime,
    children: Collection[UUID] = (),
    dissents: Mapping[UUID, str] | None = None,
) -> list[MeetingDecision]:
    """Record what was decided, the same of each of these children and each a record of their own.

    `dissents` are the words of those invited who did not agree. It is recorded on each child's own
    episode too, where one of the kind's pathway is open. Raises Denied, Conflict, Refused.
    """
    with transaction.atomic():
        meeting = meetings.locked(by=by, meeting_id=meeting_id)
        meetings.must_be(meeting, *HELD)
        kind = catalogue.declared(MeetingKind)[meeting.kind]
        said = _said(meeting=meeting, kind=kind, dissents=dissents or {})
        problems = reading.check(kind.asks, answers, so_far=said, on=calendar.london_date(at))
        if problems:
            raise Refused(problems)
        answers = {**answers, **said}
        about = _about(by=by, meeting=meeting, kind=kind, children=children)
        decided = [
            _decide(by=by, meeting=meeting, kind=kind, child=each, answers=answers, at=at)
            for each in about
        ]
        for each in decided:
            _dissent(by=by, decision=each, words=dissents or {}, at=at)
        meetings.told(
            by=by,
            verb=meetings.HOLD,
            meeting=meeting,
            objects=[each.pk for each in decided],
            persons=[each.person_id for each in about if each],
            reason="decided",
        )
    return decided


def _said(
    *, meeting: Meeting, kind: MeetingKind, dissents: Mapping[UUID, str]
) -> dict[str, object]:
    """Return what the meeting says by itself of what it decided."""
    asked = {each.pk: each for each in meeting.invitations.select_related("account", "agency")}
    if not set(dissents) <= set(asked):
        raise Refused((Problem("dissent", "Choose somebody who was asked"),))
    there = (each for each in asked.values() if each.attendance in PRESENT)
    words = (
        f"{meeting_words.somebody(asked[who])}: {said.strip()}" for who, said in dissents.items()
    )
    return kind.filled(
        Outcome(
            held_on=calendar.london_date(meeting.held_at or meeting.planned_at),
            came=frozenset(each.agency_kind for each in there),
            enough=meeting.state == "held",
            why=meeting.why,
            again_on=meeting.taken_up_on,
            dissent="\n".join(words),
        )
    )


def _about(
    *, by: Viewer, meeting: Meeting, kind: MeetingKind, children: Collection[UUID]
) -> list[MeetingChild | None]:
    done = MeetingDecision.objects.filter(meeting=meeting)
    if not kind.about_children:
        if done.exists():
            raise Conflict("What this meeting decided is recorded already.")
        return [None]
    found = MeetingChild.objects.filter(meeting=meeting, pk__in=children).order_by("given_name")
    about = list(rows.visible(viewer=by, rows=found))
    if not children:
        raise Refused((Problem("children", "Choose which child this was decided of"),))
    if len(about) != len(set(children)):
        raise Denied(verb=meetings.HOLD, reason="no-relationship", hidden=True)
    if done.filter(child__in=about).exists():
        raise Conflict("What was decided of one of these children is recorded already.")
    return [*about]


def _decide(
    *,
    by: Viewer,
    meeting: Meeting,
    kind: MeetingKind,
    child: MeetingChild | None,
    answers: Mapping[str, object],
    at: datetime,
) -> MeetingDecision:
    decided = MeetingDecision.objects.create(
        id=uuid4(),
        meeting=meeting,
        child=child,
        form=kind.decides.key,
        form_version=kind.decides.version,
        answers=dict(answers),
        by_id=by.account_id,
        at=at,
        scope=child.pk if child else meeting.pk,
        seal=child.seal if child else "",
    )
    if child is not None:
        _record(by=by, meeting=meeting, kind=kind, child=child, answers=answers, at=at)
    return decided


def _record(
    *,
    by: Viewer,
    meeting: Meeting,
    kind: MeetingKind,
    child: MeetingChild,
    answers: Mapping[str, object],
    at: datetime,
) -> None:
    """Record the kind's step on the child's own episode, and keep which entry it was."""
    known_as = one_child.recorded_as(child.person_id)
    for records in kind.records:
        entry = _entry(
            by=by,
            meeting=meeting,
            kind=kind,
            records=records,
            known_as=known_as,
            answers=answers,
            at=at,
        )
        if entry is not None:
            child.entry = entry
            child.save(update_fields=["entry"])
            return


def _entry(
    *,
    by: Viewer,
    meeting: Meeting,
    kind: MeetingKind,
    records: Records,
    known_as: Collection[UUID],
    answers: Mapping[str, object],
    at: datetime,
) -> Entry | None:
    """Record it where it can be; None where no episode is open, or the step cannot come now.

    The meeting was held and decided whatever stands on the child's record: it is not refused, and
    its page says that the record has yet to be brought up to it.
    """
    found = Episode.objects.filter(
        pathway=records.pathway, subject_person_id__in=known_as, closed_at__isnull=True
    )
    episode = rows.visible(viewer=by, rows=found).order_by("-opened_at").first()
    key = records.short if meeting.state == "incomplete" else records.step
    if episode is None or not key or meeting.held_at is None:
        return None
    asked = {each.key for each in catalogue.pathway(records.pathway).step(key).questions}
    try:
        with transaction.atomic():
            return entries.record(
                by=by,
                step=key,
                on=episode.pk,
                answers={name: value for name, value in answers.items() if name in asked},
                at=at,
                happened=Moment(meeting.held_at),
            )
    except Refused as refused:
        # What can be mended on this form is said beside it, such as why it is late.
        if {each.field for each in refused.problems} <= {each.key for each in kind.asks.questions}:
            raise
        return None
    except (Conflict, Denied, PartialView):
        return None


def _dissent(
    *, by: Viewer, decision: MeetingDecision, words: Mapping[UUID, str], at: datetime
) -> None:
    for invitation_id, said in words.items():
        if said.strip():
            Dissent.objects.create(
                id=uuid4(),
                decision=decision,
                invitation_id=invitation_id,
                words=said.strip(),
                by_id=by.account_id,
                at=at,
                scope=decision.scope,
                seal=decision.seal,
            )
