"""Opening the episodes that recording a step brings about."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction

from goldenthread.access import decision, grants
from goldenthread.access.viewer import Viewer
from goldenthread.actions import projection
from goldenthread.actions.conflict import Refused
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.pathway import Pathway
from goldenthread.language.step import Opens, Step
from goldenthread.records.account import Account
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant

ONE_OPEN = "gt_episode_one_open"
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
        _open(opens=opens, step=step, episode=episode, by=by, at=at)
        for opens in steps.opened(step, answers)
    ]


def _open(*, opens: Opens, step: Step, episode: Episode, by: Viewer, at: datetime) -> Episode:
    pathway = catalogue.pathway(opens.pathway)
    try:
        with transaction.atomic():
            return _begin(pathway=pathway, first=opens.step, episode=episode, by=by, at=at)
    except IntegrityError as refusal:
        if ONE_OPEN not in str(refusal):
            raise
    # Asked of the database and not of a query: the open one may be out of this viewer's sight.
    field = step.asks.questions[0].key if step.asks else ""
    says = f"{pathway.title} is already open for this child: pass this to the social worker"
    raise Refused((Problem(field, says),))


def _begin(*, pathway: Pathway, first: str, episode: Episode, by: Viewer, at: datetime) -> Episode:
    prefix, _, rest = episode.reference.partition("-")
    # About the child of the register, so that one child has one referral whoever asked first.
    child_id = episode.subject_person.same_as_id or episode.subject_person_id
    opened = Episode.objects.create(
        id=uuid4(),
        pathway=pathway.key,
        subject_person_id=child_id,
        reference=f"{pathway.reference_prefix}-{rest or prefix}",
        opened_from=episode,
        agency_id=by.agency_id,
        opened_at=at,
        sole=pathway.one_open_per_subject,
        scope=child_id,
        desk=pathway.desk or "",
        seal=episode.seal,
    )
    Entry.objects.create(
        id=uuid4(),
        episode=opened,
        step=first,
        happened_at=at,
        recorded_at=at,
        by_id=by.account_id,
        agency_id=by.agency_id,
        scope=opened.scope,
        desk=opened.desk,
        seal=opened.seal,
    )
    return projection.keep(episode=opened)


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
