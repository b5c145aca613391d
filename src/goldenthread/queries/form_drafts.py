"""The partnership's own forms: the version asked now, those to come, and the draft of the next."""

from dataclasses import dataclass
from datetime import date, datetime

from goldenthread.access import decision, forms
from goldenthread.access.decision import Denied
from goldenthread.access.viewer import Viewer
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import drafting
from goldenthread.language.drafting import Body, Comparison
from goldenthread.language.instrument import Instrument
from goldenthread.records.form_version import FormVersion

VERB = "form.write"


@dataclass(frozen=True, kw_only=True)
class Published:
    """One version that was published, from which day, and by whom."""

    number: int
    since: date
    published_by: str
    written_by: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """The draft of the next version: what it asks, and what that is beside the one asked now."""

    body: Body
    version: int
    form: Instrument
    written_by: str
    written_at: datetime
    mine: bool
    beside: Comparison


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One form of the partnership's own. `draft` is None where none has been begun."""

    form: Instrument
    questions: int
    published: tuple[Published, ...]
    draft: Draft | None


def listed(*, viewer: Viewer, now: datetime) -> tuple[Kept, ...]:
    """Return every form of the partnership's own, by title."""
    decision.require(viewer=viewer, verb=VERB)
    ours = [each for each in catalogue.declared(Instrument).values() if each.kept_here]
    found = (one(viewer=viewer, form=each.key, now=now) for each in ours)
    return tuple(sorted(found, key=lambda each: each.form.title))


def one(*, viewer: Viewer, form: str, now: datetime) -> Kept:
    """Return one form; raises Denied where it is not the partnership's own."""
    decision.require(viewer=viewer, verb=VERB)
    declared = catalogue.declared(Instrument).get(form)
    if declared is None or not declared.kept_here:
        raise Denied(verb=VERB, reason="no-such-form", hidden=True)
    asked = forms.asked(declared, on=london_date(now))
    rows = FormVersion.objects.filter(form=form).select_related("written_by", "published_by")
    return Kept(
        form=asked,
        questions=sum(not each.evidence_of for each in asked.questions),
        published=tuple(_published(each) for each in rows.filter(number__isnull=False)),
        draft=_draft(rows.filter(number__isnull=True).first(), declared, asked, viewer=viewer),
    )


def _published(row: FormVersion) -> Published:
    return Published(
        number=row.number or 0,
        since=row.since or date.min,
        published_by=str(row.published_by),
        written_by=str(row.written_by),
    )


def _draft(
    row: FormVersion | None, base: Instrument, asked: Instrument, *, viewer: Viewer
) -> Draft | None:
    if row is None:
        return None
    form = drafting.made(row.body, base=base, version=max(drafting.FIRST, asked.version + 1))
    return Draft(
        body=row.body,
        version=row.version,
        form=form,
        written_by=str(row.written_by),
        written_at=row.written_at,
        mine=row.written_by_id == viewer.account_id,
        beside=drafting.compared(asked, form),
    )
