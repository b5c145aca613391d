"""Episodes that are born sealed: opened by an access list of their own from their first moment."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from goldenthread.access import grants
from goldenthread.access.viewer import Viewer
from goldenthread.language.pathway import Pathway
from goldenthread.records.access_name import AccessName
from goldenthread.records.episode import Episode
from goldenthread.records.person import Person
from goldenthread.records.sealed_record import SealedRecord

BY_NAME = "access-list"


def episode(
    *,
    by: Viewer,
    pathway: Pathway,
    person: Person,
    reference: str,
    at: datetime,
    opened_from: Episode | None = None,
    named: Iterable[UUID] = (),
) -> SealedRecord:
    """Open an episode of a pathway that declares its sealed class; whoever opens it keeps it.

    They and those `named` are let in.

    Its scope is its own, so that who is let in sees nothing else of the child. Raises OpensNothing
    where the opener's role sees nothing by being named.
    """
    sealed_id, episode_id = uuid4(), uuid4()
    seal = f"{pathway.sealed}:{sealed_id}"
    # Before the rows, which row security otherwise would not let anybody insert.
    let_in = (by.account_id, *named)
    for account_id in let_in:
        grants.give(
            account_id=account_id, kind=BY_NAME, scope=episode_id, source=f"seal:{sealed_id}",
            at=at, seal=seal,
        )  # fmt: skip
    place = {"scope": episode_id, "desk": "", "seal": seal}
    opened = Episode.objects.create(
        id=episode_id,
        pathway=pathway.key,
        subject_person=person,
        reference=reference,
        opened_from=opened_from,
        agency_id=by.agency_id,
        opened_at=at,
        sole=pathway.one_open_per_subject,
        one_of=pathway.alone_among,
        **place,
    )
    record = _keep(sealed_id, by=by, opened=opened, title=pathway.title, store=pathway.sealed)
    for account_id in let_in:
        AccessName.objects.create(
            id=uuid4(), sealed=record, account_id=account_id, added_by_id=by.account_id,
            added_at=at, **place,
        )  # fmt: skip
    return record


def _keep(sealed_id: UUID, *, by: Viewer, opened: Episode, title: str, store: str) -> SealedRecord:
    place = {"scope": opened.scope, "desk": opened.desk, "seal": opened.seal}
    return SealedRecord.objects.create(
        id=sealed_id,
        store=store,
        about=f"{title}: {opened.subject_person}",
        episode=opened,
        custodian_id=by.account_id,
        why=title,
        sealed_by_id=by.account_id,
        sealed_at=opened.opened_at,
        **place,
    )
