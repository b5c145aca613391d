"""Opening the episodes that recording a step brings about."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from uuid import UUID, uuid4

from django.db import connection

from goldenthread.access import decision, exclusions, grants, services
from goldenthread.access.viewer import Viewer
from goldenthread.actions import alone, automatic, born_sealed, projection, references
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import step as steps
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Opens, Step
from goldenthread.records.account import Account
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant
from goldenthread.records.person import Person
from goldenthread.records.postgresql.identity import acting

# The case a child has while social care works with them: whoever holds it holds what comes of it.
CASE = ("referral",)
ALLOCATED, HOLDER = "allocated-worker", "contact-holder"
# Who sees the child because somebody of their team holds it.
COVERING = ("team-cover", "line-manager")


def follow(
    *, step: Step, answers: Mapping[str, object], episode: Episode, by: Viewer, at: datetime
) -> list[Episode]:
    """Open what the step opens, about the same person; return the episodes.

    Raises Refused where one is open already and only one may be (DOMAIN R1.1: a referral is not
    made while the child's case is open).
    """
    return [
        _open(opens=opens, step=step, answers=answers, episode=episode, by=by, at=at)
        for opens in steps.opened(step, answers, on=london_date(at))
    ]


def _open(
    *,
    opens: Opens,
    step: Step,
    answers: Mapping[str, object],
    episode: Episode,
    by: Viewer,
    at: datetime,
) -> Episode:
    pathway = catalogue.pathway(opens.pathway)
    given = steps.given(opens.gives, answers)
    # Asked of the database and not of a query: the open one may be out of this viewer's sight.
    first = pathway.step(opens.step)
    with alone.held(pathway=pathway.key, step=step), _receiving(first, at=at):
        opened = _begin(pathway=pathway, first=first, given=given, episode=episode, by=by, at=at)
    if opens.keeps:
        _keep_in_sight(kind=opens.keeps, episode=opened, by=by, at=at)
    _hold(episode=opened, opener=episode, at=at)
    return opened


def _begin(
    *,
    pathway: Pathway,
    first: Step,
    given: Mapping[str, object],
    episode: Episode,
    by: Viewer,
    at: datetime,
) -> Episode:
    opened = _opened(pathway=pathway, episode=episode, by=by, at=at)
    automatic.enter(step=first, on=opened, given=given, by=by, at=at)
    return projection.keep(episode=opened)


def _opened(*, pathway: Pathway, episode: Episode, by: Viewer, at: datetime) -> Episode:
    # About the child of the register, so that one child has one referral whoever asked first.
    child_id = episode.subject_person.same_as_id or episode.subject_person_id
    reference = _reference(pathway=pathway, episode=episode)
    if pathway.sealed:
        return born_sealed.episode(
            by=by, pathway=pathway, person=Person.objects.get(pk=child_id), reference=reference,
            at=at, opened_from=episode,
        ).episode  # fmt: skip
    return Episode.objects.create(
        id=uuid4(),
        pathway=pathway.key,
        subject_person_id=child_id,
        reference=reference,
        opened_from=episode,
        agency_id=by.agency_id,
        opened_at=at,
        sole=pathway.one_open_per_subject,
        one_of=pathway.alone_among,
        scope=child_id,
        desk=pathway.desk or "",
        seal=episode.seal,
    )


def _receiving(first: Step, *, at: datetime) -> AbstractContextManager[object]:
    """Act as the service that receives what begins so: it comes to a desk the opener is not at."""
    service = next((each.role for each in first.by if catalogue.role(each.role).service), "")
    if not service:
        return nullcontext()
    return acting(services.account_id(service), now=at, purpose="receive what was stepped up")


def _reference(*, pathway: Pathway, episode: Episode) -> str:
    """Return what people quote: the contact's own number for what one contact opens."""
    prefix, _, rest = episode.reference.partition("-")
    once = episode.occasion_id is not None
    return f"{pathway.reference_prefix}-{(rest or prefix) if once else references.new()}"


def _hold(*, episode: Episode, opener: Episode, at: datetime) -> None:
    """Give what was opened to whoever holds what opened it, or else the child's open case.

    Of those it may be allocated to. Nobody else: then a manager gives it to somebody.
    """
    holder_id = _holder(episode, opener=opener)
    if holder_id is None:
        return
    # As the new holder: what the child has come up in before is for them to see.
    with acting(holder_id, now=at, purpose="take over"):
        _give(account_id=holder_id, episode=episode, at=at)
    projection.keep(episode=episode)


def _holder(episode: Episode, *, opener: Episode) -> UUID | None:
    pathway = catalogue.pathway(episode.pathway)
    if not pathway.allocated_to:
        return None
    if pathway.shared_out:
        with connection.cursor() as cursor:
            asked = [list(pathway.allocated_to), episode.agency_id, episode.subject_person_id]
            cursor.execute("select gt_fewest_held(%s, %s, %s)", asked)
            fewest: UUID | None = cursor.fetchone()[0]
        return fewest
    holders = [opener.claimed_by_id, *beside(episode, CASE).values()]
    kept_from = exclusions.accounts(person_id=episode.subject_person_id)
    fit = Account.objects.filter(role__in=pathway.allocated_to, is_active=True)
    fit = fit.exclude(pk__in=kept_from)
    found = set(fit.filter(pk__in=filter(None, holders)).values_list("pk", flat=True))
    return next((each for each in holders if each in found), None)


def _keep_in_sight(*, kind: str, episode: Episode, by: Viewer, at: datetime) -> None:
    """Let whoever opened it, and who covers for them, see the child until it closes."""
    source, scope = kept_source(episode), episode.subject_person_id
    grants.give(account_id=by.account_id, kind=kind, scope=scope, source=source, at=at)
    team_id = Account.objects.values_list("team_id", flat=True).get(pk=by.account_id)
    if team_id is not None:
        grants.give_team(team_id=team_id, kinds=(kind,), scope=scope, source=source, at=at)


def kept_source(episode: Episode) -> str:
    """Return the source of the grants that keep who opened the episode in sight of the child."""
    return f"kept:{episode.pk}"


def beside(episode: Episode, pathways: Iterable[str]) -> dict[str, UUID | None]:
    """Return which of these pathways are open for the child besides, and who holds each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pathway, holder from gt_open_beside(%s, %s)", [episode.pk, list(pathways)]
        )
        return dict(cursor.fetchall())


def claimed(*, by: Viewer, episode: Episode, at: datetime) -> None:
    """Give the claimer the child, and every occasion the child has come up in, while it lasts."""
    _give(account_id=by.account_id, episode=episode, at=at)


def share(*, episode: Episode, at: datetime) -> None:
    """Give who holds the episode what its child is now known to be as well."""
    if episode.claimed_by_id is not None:
        _give(account_id=episode.claimed_by_id, episode=episode, at=at)


def unshare(*, episode: Episode, at: datetime) -> None:
    """Take from who holds the episode all but what it opened before its child was identified."""
    own = Episode.objects.filter(subject_person_id=episode.subject_person_id)
    kept = {episode.subject_person_id, *own.values_list("occasion_id", flat=True)} - {None}
    source = projection.claim_source(episode)
    given = Grant.objects.filter(source=source, ends_at__isnull=True)
    given.exclude(scope__in=kept).update(ends_at=at)


def let_go(*, episode: Episode, at: datetime) -> None:
    """End what a claim of the episode opened to whoever held it, and to their team."""
    grants.end(source=projection.claim_source(episode), at=at)
    grants.end(source=team_source(episode), at=at)


def closed(*, episode: Episode, at: datetime) -> None:
    """End all that the episode gave anybody, now that it is closed."""
    let_go(episode=episode, at=at)
    grants.end(source=kept_source(episode), at=at)


def rebuilt(*, by: Viewer, episode: Episode, at: datetime) -> None:
    """Give anew what holding an episode gives, to whoever its head says holds it.

    `by` sees the child. What is given already is not given twice: the grants of a claim are a
    projection of who holds what, and can be rebuilt at any time.
    """
    if episode.claimed_by_id is not None and episode.closed_at is None:
        decision.require(viewer=by, verb="contact.reassign", record=episode)
        share(episode=episode, at=at)


def team_source(episode: Episode) -> str:
    """Return the source of the grants that cover for whoever the episode is allocated to."""
    return f"team:{episode.pk}"


def _give(*, account_id: UUID, episode: Episode, at: datetime) -> None:
    source = projection.claim_source(episode)
    holder = Account.objects.get(pk=account_id)
    allocated = holder.role in catalogue.pathway(episode.pathway).allocated_to
    kind = ALLOCATED if allocated else HOLDER
    with connection.cursor() as cursor:
        cursor.execute("select * from gt_cluster(%s)", [episode.subject_person_id])
        known_as = {episode.subject_person_id, *(person for (person,) in cursor.fetchall())}
    for person_id in known_as:
        grants.give(account_id=account_id, kind=kind, scope=person_id, source=source, at=at)
    # In sight now that the child is. What was said before belongs to the thread as well.
    about = Episode.objects.filter(subject_person_id__in=known_as)
    occasions = set(about.values_list("occasion_id", flat=True)) - {None}
    for occasion_id in occasions:
        grants.give(account_id=account_id, kind=kind, scope=occasion_id, source=source, at=at)
    if allocated and holder.team_id is not None:
        for scope in known_as | occasions:
            grants.give_team(
                team_id=holder.team_id,
                kinds=COVERING,
                scope=scope,
                source=team_source(episode),
                at=at,
            )
