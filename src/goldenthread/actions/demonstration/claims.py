"""Grants as the actions would have given them: what a claim opens, and until when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from uuid import UUID

from goldenthread.access import grants
from goldenthread.actions import opening, projection
from goldenthread.actions.demonstration import rows
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.people import Member
from goldenthread.content import catalogue
from goldenthread.language import step as steps
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.grant import Grant


def of(
    episode: Episode,
    filed: Sequence[Entry],
    *,
    by: Member,
    known: Mapping[UUID, datetime],
    chance: Random,
) -> list[Grant]:
    """Return what the claim of an episode opens, each scope from when it was known, to its end."""
    told = catalogue.pathway(episode.pathway)
    ended = [e.recorded_at for e in filed if steps.closes(told.step(e.step), e.answers)]
    source, until = projection.claim_source(episode), ended[-1] if ended else None
    return [
        grant(chance, by, scope=scope, source=source, at=at, until=until)
        for scope, at in known.items()
    ]


def grant(
    chance: Random,
    member: Member,
    *,
    scope: UUID | None,
    source: str,
    at: datetime,
    until: datetime | None = None,
) -> Grant:
    """Return one grant, of the kind that its source gives."""
    kind = _kind(member, source)
    made: Grant = rows.make(
        Grant,
        id=new_id(chance),
        account_id=member.account_id,
        kind=kind,
        level=grants.most(role=member.role, kind=kind).value,
        scope=scope,
        source=source,
        starts_at=at,
        ends_at=until,
    )
    return made


def _kind(member: Member, source: str) -> str:
    if source in ("referrer", "raiser"):
        return source
    allocated = member.role in catalogue.pathway("referral").allocated_to
    return opening.ALLOCATED if allocated else opening.HOLDER


def cover(
    held: Sequence[Grant], *, by: Member | None, of: Episode, chance: Random
) -> Iterator[Grant]:
    """Yield what those who cover for the holder of an episode are given of what they hold."""
    for claim in held if by is not None and by.team_id else ():
        for kind in opening.COVERING:
            for role in grants.through(kind):
                yield rows.make(
                    Grant,
                    id=new_id(chance),
                    account_id=None,
                    team_id=by.team_id if by else None,
                    role=role,
                    kind=kind,
                    level=grants.most(role=role, kind=kind).value,
                    scope=claim.scope,
                    source=opening.team_source(of),
                    starts_at=claim.starts_at,
                    ends_at=claim.ends_at,
                )
