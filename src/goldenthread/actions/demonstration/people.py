"""The agencies and accounts of the place, as rows, and who of them does what in the story."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from django.db.models import Model

from goldenthread.access import account_keeping, services
from goldenthread.actions import establish
from goldenthread.actions.demonstration import cast, chance, homes, place
from goldenthread.actions.demonstration.place import AccountMade, AgencyMade
from goldenthread.content import catalogue
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.duty import Duty
from goldenthread.language.level import Level
from goldenthread.records.account import Account
from goldenthread.records.agency import Agency
from goldenthread.records.delegation import Delegation
from goldenthread.records.desk_seat import DeskSeat
from goldenthread.records.grant import Grant
from goldenthread.records.team import Team

NAMESPACE = UUID("0d6a6e53-8b1e-4d55-9c19-4a0f7a4f3a20")
UNUSABLE = "!"


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody who records or sends: their account, their agency, and the agency's census code."""

    account_id: UUID
    agency_id: UUID | None
    source_code: str = ""
    kind: str = ""
    is_referrer: bool = False
    role: str = ""
    team_id: UUID | None = None

    @property
    def keeps_register(self) -> bool:
        """Whether they may write down who somebody is and where."""
        return bool(self.role) and "register.write" in catalogue.role(self.role).may


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Everybody of the story, by what they do. `leads` are in the order of the schools."""

    leads: tuple[Member, ...]
    feeds: dict[str, Member]
    screeners: tuple[Member, ...]
    managers: tuple[Member, ...]
    correspondence: Member

    @property
    def duty(self) -> Member:
        """Who is on duty at the front door, and looks at what nobody has taken in hand yet."""
        return self.screeners[0]

    def sender(self, *, kind: str, school: int) -> Member:
        """Return who sends for an agency of this kind, a school's being its own lead."""
        return self.leads[school % len(self.leads)] if kind == "school" else self.feeds[kind]


class People:
    """The rows of everybody in a place of one scale and seed."""

    def __init__(self, *, scale: float, seed: int) -> None:
        self.chance = chance.of("people", seed)
        self.scale = scale
        self._agencies = {made.key: self._agency(made, seed) for made in cast.agencies(scale)}
        self._accounts = [(made, self._account(made)) for made in cast.accounts(scale)]
        self.staff = self._staff()

    @property
    def marker(self) -> UUID:
        """The id of the partnership: it says of which scale and seed the story is."""
        return self._agencies[place.PARTNERSHIP.key].pk

    def rows(self) -> Iterator[Model]:
        """Yield the agencies, their teams, the accounts and their seats."""
        yield from self._agencies.values()
        yield from self._teams.values()
        schools = [place.school(number) for number in range(cast.schools(self.scale))]
        yield from homes.directory(
            schools=[(each.key, each.name) for each in schools],
            health=self._agencies[place.HEALTH.key].pk,
        )
        for _, account in self._accounts:
            yield account
            role = catalogue.role(account.role)
            kept = (account_keeping.DESK,) if role.keeps_accounts == "every" else ()
            for desk in (*role.desks, *kept):
                yield DeskSeat(
                    id=chance.new_id(self.chance),
                    account_id=account.pk,
                    desk=desk,
                    starts_at=place.OPENED,
                )
            for seal in role.seals:
                yield self._grant(
                    account, kind=establish.STORE, scope=chance.new_id(self.chance), seal=seal
                )
            if role.keeps_accounts == "own":
                yield self._grant(account, kind=account_keeping.KIND, scope=account.agency_id)
        yield from self._delegations()

    def _grant(self, account: Account, *, kind: str, scope: UUID, seal: str = "") -> Grant:
        return Grant(
            id=chance.new_id(self.chance),
            account_id=account.pk,
            scope=scope,
            seal=seal,
            kind=kind,
            level=Level.SEALED.value,
            source=f"role:{account.role}",
            starts_at=place.OPENED,
        )

    def _delegations(self) -> Iterator[Model]:
        """Yield each duty, given when the front door opened to all who may be given it."""
        for duty in catalogue.declared(Duty).values():
            for _, account in self._accounts:
                if account.role in duty.to:
                    yield Delegation(
                        id=chance.new_id(self.chance),
                        account_id=account.pk,
                        duty=duty.key,
                        given_by_id=self.staff.managers[0].account_id,
                        words="Scheme of delegation 4.2",
                        starts_at=place.OPENED,
                    )

    def account(self, email: str) -> Member:
        """Return one of the cast by e-mail address; raises KeyError if there is nobody."""
        found = {made.email: account for made, account in self._accounts}
        return self._member(found[email])

    def _agency(self, made: AgencyMade, seed: int) -> Agency:
        key = uuid5(NAMESPACE, f"{made.key} {self.scale!r} {seed}")
        return Agency(id=key, key=made.key, name=made.name, kind=made.kind)

    @property
    def _teams(self) -> dict[str, Team]:
        return {
            key: Team(id=uuid5(agency.pk, key), agency=agency, key=key, name=name)
            for made in cast.agencies(self.scale)
            for agency in [self._agencies[made.key]]
            for key, name in made.teams
        }

    def _account(self, made: AccountMade) -> Account:
        return Account(
            id=chance.new_id(self.chance),
            email=made.email,
            full_name=made.full_name,
            job_title=made.job_title,
            role=made.role,
            agency=self._agencies[made.agency],
            team=self._teams[made.team] if made.team else None,
            is_active=made.signs_in,
            opened_at=place.OPENED,
            password=UNUSABLE,
        )

    def _staff(self) -> Staff:
        by_role: dict[str, list[Member]] = {}
        for _, account in self._accounts:
            by_role.setdefault(account.role, []).append(self._member(account))
        leads = {m.agency_id: m for m in by_role["designated-safeguarding-lead"]}
        schools = [place.school(n).key for n in range(cast.schools(self.scale))]
        return Staff(
            leads=tuple(leads[self._agencies[key].pk] for key in schools),
            feeds={
                made.kind: self._feed(made) for made in (place.COUNCIL, place.POLICE, place.HEALTH)
            },
            screeners=tuple(by_role["front-door-screener"]),
            managers=tuple(by_role["front-door-manager"]),
            correspondence=Member(account_id=services.account_id("correspondence"), agency_id=None),
        )

    def _member(self, account: Account) -> Member:
        agency = account.agency
        return Member(
            account_id=account.pk,
            agency_id=agency.pk,
            source_code=catalogue.declared(AgencyKind)[agency.kind].source_code,
            kind=agency.kind,
            role=account.role,
            team_id=account.team_id,
            is_referrer="referral.send" in catalogue.role(account.role).may,
        )

    def _feed(self, made: AgencyMade) -> Member:
        # What another service's own system sends arrives through intake, under that agency's name.
        return Member(
            account_id=services.account_id("intake"),
            agency_id=self._agencies[made.key].pk,
            source_code=catalogue.declared(AgencyKind)[made.kind].source_code,
            kind=made.kind,
        )
