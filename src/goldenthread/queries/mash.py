"""MASH enquiries: what a partner is asked for, and what each agency has said on one contact."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from goldenthread.access import decision, masks, rows
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.queries import clocks, restrictions, said
from goldenthread.queries.clocks import Due
from goldenthread.queries.said import Said
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

OPENED, GIVEN, DECLINED = (
    "mash-opened",
    "mash-information-given",
    "mash-information-declined",
)
CLOCKS = ("mash-red", "mash-amber", "mash-green")
CHANGED = ("mash-priority-raised", "mash-priority-lowered")
STANDING = {GIVEN: "Given", DECLINED: "Declined"}


@dataclass(frozen=True, kw_only=True)
class AskedOfUs:
    """One open enquiry as one agency is asked about it. `standing` is "" until it answers."""

    episode_id: UUID
    person_id: UUID
    reference: str
    child: str
    priority: str
    asked: str
    why: str
    by: str
    asked_at: datetime
    due: Due | None
    standing: str


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """What one agency said: `withheld` where it may not be read by the viewer's agency."""

    agency: str
    by: str
    at: datetime
    standing: str
    said: tuple[Said, ...]
    withheld: bool


@dataclass(frozen=True, kw_only=True)
class Enquiry:
    """One enquiry: its priority now, what has come back, and who has not answered."""

    priority: str
    asked: str
    contributions: tuple[Contribution, ...]
    waiting_for: tuple[str, ...]


def asked_of(*, viewer: Viewer, now: datetime) -> tuple[AskedOfUs, ...]:
    """Return the open enquiries that ask the viewer's agency, the soonest due first."""
    decision.require(viewer=viewer, verb="mash.read")
    visible = rows.visible(viewer=viewer, rows=Episode.objects.all())
    held = visible.filter(desk__in=viewer.desks, lane="mash", closed_at__isnull=True)
    ordered = list(held.select_related("subject_person").order_by("opened_at", "reference"))
    entries: dict[UUID, list[Entry]] = {}
    for entry in _standing(viewer=viewer, episodes=[each.pk for each in ordered]):
        entries.setdefault(entry.episode_id, []).append(entry)
    due = _due(viewer=viewer, episodes=list(entries), now=now)
    asked = (
        _asked(viewer=viewer, episode=each, entries=entries.get(each.pk, []), due=due.get(each.pk))
        for each in ordered
    )
    ours = [each for each in asked if each is not None]
    return tuple(sorted(ours, key=lambda each: (each.due is None, each.due and each.due.at)))


def enquiry(*, viewer: Viewer, episode_id: UUID) -> Enquiry | None:
    """Return the enquiry on a contact as this viewer may read it; None where none was opened."""
    decision.require(viewer=viewer, verb="contact.read")
    entries = _standing(viewer=viewer, episodes=[episode_id])
    opened = next((each for each in entries if each.step == OPENED), None)
    if opened is None:
        return None
    answered = [each for each in entries if each.step in STANDING]
    kinds = {each.agency.kind for each in answered if each.agency}
    asked = opened.answers["mash_agencies"]
    return Enquiry(
        priority=_priority(entries),
        asked=opened.answers["mash_asked"],
        contributions=tuple(_contribution(viewer=viewer, entry=each) for each in answered),
        waiting_for=tuple(_label("mash_agencies", key) for key in asked if key not in kinds),
    )


def _standing(*, viewer: Viewer, episodes: Iterable[UUID]) -> list[Entry]:
    visible = rows.visible(viewer=viewer, rows=Entry.objects.all())
    found = visible.filter(
        episode_id__in=episodes,
        step__in=(OPENED, *CHANGED, *STANDING),
        superseded_by__isnull=True,
    )
    return list(found.select_related("by", "agency").order_by("recorded_at", "pk"))


def _due(*, viewer: Viewer, episodes: list[UUID], now: datetime) -> dict[UUID, Due]:
    """Return when each enquiry is to be decided, whatever else is due on the contact."""
    runs = rows.visible(viewer=viewer, rows=ClockRun.objects.filter(episode_id__in=episodes))
    running = runs.filter(clock__in=CLOCKS, stopped_at__isnull=True, due_at__isnull=False)
    return {
        run.episode_id: clocks.due(on=run.due_on, at=run.due_at, now=now)
        for run in running
        if run.due_on is not None and run.due_at is not None
    }


def _asked(
    *, viewer: Viewer, episode: Episode, entries: list[Entry], due: Due | None
) -> AskedOfUs | None:
    opened = next((each for each in entries if each.step == OPENED), None)
    if opened is None or viewer.agency_kind not in opened.answers["mash_agencies"]:
        return None
    ours = [
        each for each in entries if each.step in STANDING and each.agency_id == viewer.agency_id
    ]
    return AskedOfUs(
        episode_id=episode.pk,
        person_id=episode.subject_person_id,
        reference=episode.reference,
        child=str(episode.subject_person),
        priority=_priority(entries),
        asked=opened.answers["mash_asked"],
        why=opened.answers["mash_why"],
        by=str(opened.by),
        asked_at=opened.recorded_at,
        due=due,
        standing=STANDING[ours[-1].step] if ours else "",
    )


def _priority(entries: list[Entry]) -> str:
    said = [each.answers["mash_priority"] for each in entries if each.step in (OPENED, *CHANGED)]
    return _label("mash_priority", said[-1])


def _label(question: str, key: str) -> str:
    asked = {each.key: each for each in catalogue.instrument("mash-opening-form").questions}
    return asked[question].label_of(key)


def _contribution(*, viewer: Viewer, entry: Entry) -> Contribution:
    withheld = restrictions.withheld(viewer=viewer, entry=entry)
    form = catalogue.step(entry.step).asks
    shown = masks.of_entry(viewer=viewer, entry=entry)
    masked = masks.hidden(form, shown=shown) if form else frozenset[str]()
    questions = form.questions if form and not withheld else ()
    return Contribution(
        agency=entry.agency.name if entry.agency else "",
        by=str(entry.by),
        at=entry.recorded_at,
        standing=STANDING[entry.step],
        said=said.answered(
            questions=[each for each in questions if each.key not in masked],
            answers={**entry.answers, **restrictions.words(viewer=viewer, entry=entry)},
        ),
        withheld=withheld,
    )
