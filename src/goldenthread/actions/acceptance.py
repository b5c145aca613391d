"""What a service is accepted on from outside: an account of each role, children all of canaries.

Each word somebody typed is a token that stands nowhere else, so that whoever reads what the service
serves can tell whose word reached whom (SECURITY P3). It is recorded through the same actions as
any other, into a database that nobody has an account in yet.
"""

import secrets
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from goldenthread.access import viewer as viewers
from goldenthread.access.viewer import Viewer
from goldenthread.actions import (
    acknowledgements,
    drafts,
    entries,
    establish,
    referrals,
    register,
    restricting,
)
from goldenthread.content import agencies, catalogue
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question
from goldenthread.language.role import Role
from goldenthread.records.account import Account
from goldenthread.records.episode import Episode
from goldenthread.records.postgresql.identity import acting

FORM, PURPOSE = "referral-form", "made for acceptance"
LEAD, SCREENER, MANAGER = (
    "designated-safeguarding-lead",
    "front-door-screener",
    "front-door-manager",
)
# A second of these: at another school, beside the first, and to keep what is restricted.
SECONDS = (LEAD, SCREENER, MANAGER)
# What is answered where no word can be typed.
TICKED = {
    "in_danger_now": "no", "level_of_need": "not-sure", "told_family": "yes", "sex": "M",
    "adult_is": "grandparent", "adult_lives_there": "no",
    "rang_first": "yes", "declaration": "true", "reach_me": "01632 960 123",
    "date_of_birth-day": "27", "date_of_birth-month": "3", "date_of_birth-year": "2012",
}  # fmt: skip
# What is chosen of each step, beside what is typed.
CHOSEN = {
    "contact-screened": {"purpose": "concern", "front_door_level": "4"},
    "contact-decided": {"outcome": "referral-to-social-care"},
    "contact-outcome-told": {"told_by": "here"},
}


class NotEmpty(ValueError):
    """Raised where somebody has an account already: nothing is added to what is used."""


@dataclass(frozen=True, kw_only=True)
class Credentials:
    """A password and the base 32 secret of an authenticator app, each with what is kept of it."""

    password: str
    password_kept: str
    totp: str
    totp_kept: str


@dataclass(frozen=True, kw_only=True)
class Actor:
    """An account, and what it signs in with. `password` and `totp` are told once."""

    account_id: UUID
    email: str
    role: str
    agency: str
    password: str
    totp: str


@dataclass(frozen=True, kw_only=True)
class Canary:
    """A token, the field class of what was typed, and each table and id it was kept under."""

    token: str
    holds: str
    kept: tuple[tuple[str, UUID], ...]


@dataclass(frozen=True, kw_only=True)
class Seeded:
    """All that was made."""

    actors: tuple[Actor, ...]
    objects: Mapping[str, tuple[UUID, ...]]
    canaries: tuple[Canary, ...]


@dataclass
class Tokens:
    """The tokens given out, each with the field class it was typed in."""

    holds: dict[str, str] = field(default_factory=dict)

    def new(self, holds: str) -> str:
        """Return a word that stands nowhere else."""
        token = "Qz" + "".join(secrets.choice(string.ascii_lowercase) for _ in range(10))
        self.holds[token] = holds
        return token


def seed(cursor: Any, *, credentials: Iterator[Credentials], at: datetime) -> Seeded:
    """Make everybody and everything; raises NotEmpty where anybody has an account.

    `cursor` is the loader's, each statement of it committed; each account takes the next of the
    credentials.
    """
    cursor.execute("select 1 from gt_account where not is_service limit 1")
    if cursor.fetchone():
        raise NotEmpty("Somebody has an account here: acceptance is for a database nobody uses.")
    establish.all_services(cursor)
    actors = tuple(_actors(cursor, credentials=credentials, at=at - timedelta(days=2)))
    tokens = Tokens()
    _tell(actors, tokens=tokens, at=at - timedelta(days=1))
    kept = dict(_tables(cursor))
    return Seeded(
        actors=actors,
        objects={table: tuple(row_id for row_id, _ in rows) for table, rows in kept.items()},
        canaries=tuple(
            Canary(
                token=token,
                holds=holds,
                kept=tuple(
                    (table, row_id)
                    for table, rows in kept.items()
                    for row_id, said in rows
                    if token in said
                ),
            )
            for token, holds in tokens.holds.items()
        ),
    )


def _actors(cursor: Any, *, credentials: Iterator[Credentials], at: datetime) -> Iterator[Actor]:
    people = [role for role in catalogue.declared(Role).values() if not role.service]
    seconds = [role for role in people if role.key in SECONDS]
    for place, role in enumerate([*people, *seconds]):
        kind = role.agency_kinds[0]
        again = place >= len(people)
        agency = f"{kind}-{'b' if again and kind == agencies.school.key else 'a'}"
        agency_id = establish.agency(cursor, key=agency, name=f"Agency {agency}", kind=kind)
        email = f"{role.key}{'.b' if again else ''}@acceptance.invalid"
        given = next(credentials)
        account_id = establish.account(
            cursor, email=email, full_name=f"Actor {place}", job_title="", role=role.key,
            agency_id=agency_id, password=given.password_kept, at=at,
        )  # fmt: skip
        # As the sign-in library keeps an authenticator app.
        cursor.execute(
            "insert into mfa_authenticator (user_id, type, data, created_at)"
            " values (%s, 'totp', jsonb_build_object('secret', %s::text), %s)",
            [account_id, given.totp_kept, at],
        )
        yield Actor(
            account_id=account_id, email=email, role=role.key, agency=agency,
            password=given.password, totp=given.totp,
        )  # fmt: skip


def _as(actor: Actor, at: datetime) -> Any:
    return acting(actor.account_id, now=at, purpose=PURPOSE)


def _viewer(actor: Actor, at: datetime) -> Viewer:
    return viewers.of(Account.objects.get(pk=actor.account_id), now=at)


def _tell(actors: tuple[Actor, ...], *, tokens: Tokens, at: datetime) -> None:
    """Tell of three children, one decided, one waiting, one restricted; of a fourth half-way."""
    who = {actor.email.partition("@")[0]: actor for actor in actors}
    decided = _send(who[LEAD], tokens=tokens, at=at)
    _send(who[f"{LEAD}.b"], tokens=tokens, at=at)
    hidden = _send(who[LEAD], tokens=tokens, at=at)
    _draft(who[f"{LEAD}.b"], tokens=tokens, at=at)
    _record(who[SCREENER], "contact-screened", decided, ("screening_summary",), tokens, at)
    _register(who[SCREENER], decided, tokens=tokens, at=at)
    _record(who[MANAGER], "contact-decided", decided, ("rationale",), tokens, at)
    _record(who[MANAGER], "contact-outcome-told", decided, ("told_referrer",), tokens, at)
    _restrict(who[MANAGER], who[f"{MANAGER}.b"], hidden, tokens=tokens, at=at)


def _draft(actor: Actor, *, tokens: Tokens, at: datetime) -> UUID:
    typed = {name: [said] for name, said in _typed(tokens)}
    with _as(actor, at):
        by = _viewer(actor, at)
        return drafts.save(by=by, instrument=FORM, typed=typed, at=at).pk


def _send(actor: Actor, *, tokens: Tokens, at: datetime) -> UUID:
    """Send a referral about one child; return its contact."""
    draft_id = _draft(actor, tokens=tokens, at=at)
    with _as(actor, at):
        by = _viewer(actor, at)
        occasion_id = referrals.send(by=by, draft_id=draft_id, at=at).occasion_id
    acknowledgements.send(occasion_id=occasion_id, now=at)
    return occasion_id


def _contact(occasion_id: UUID) -> Episode:
    return Episode.objects.get(occasion_id=occasion_id, pathway="contact")


def _typed(tokens: Tokens) -> Iterator[tuple[str, str]]:
    """Yield what is typed on the form: a token wherever words may be, and what must be ticked."""
    form = catalogue.declared(Instrument)[FORM]
    for section in form.sections:
        for question in section.questions:
            yield from _answer(section, question, tokens)


def _answer(section: Section, question: Question, tokens: Tokens) -> Iterator[tuple[str, str]]:
    repeated = section.key if section.repeats else section.continues
    within = f"{repeated}-0-" if repeated else ""
    if question.kind in (Kind.TEXT, Kind.LONG_TEXT):
        yield f"{within}{question.key}", tokens.new(section.holds_of(question))
    for key, said in TICKED.items():
        if key.partition("-")[0] == question.key:
            yield f"{within}{key}", said


def _record(
    actor: Actor, step: str, occasion_id: UUID, typed: tuple[str, ...], tokens: Tokens, at: datetime
) -> None:
    """Record a step, with a token in each question of `typed`."""
    answers = CHOSEN[step] | {key: tokens.new("narrative") for key in typed}
    with _as(actor, at):
        by, on = _viewer(actor, at), _contact(occasion_id).pk
        entries.record(by=by, step=step, on=on, answers=answers, at=at)


def _register(actor: Actor, occasion_id: UUID, *, tokens: Tokens, at: datetime) -> None:
    said: dict[str, dict[str, str]] = {
        "address": {
            "kind": "staying", "is_safe": "yes", "postcode": "BD2 2AA",
            "lines": tokens.new("safe-address"),
        },
        "name": {
            "kind": "also-known-as", "given_name": tokens.new("identity"),
            "family_name": tokens.new("identity"),
        },
    }  # fmt: skip
    with _as(actor, at):
        by, child = _viewer(actor, at), _contact(occasion_id).subject_person_id
        for what, answers in said.items():
            register.add(by=by, person_id=child, what=what, answers=answers, at=at)


def _restrict(
    actor: Actor, custodian: Actor, occasion_id: UUID, *, tokens: Tokens, at: datetime
) -> None:
    with _as(actor, at):
        by, child = _viewer(actor, at), _contact(occasion_id).subject_person_id
        restricting.restrict(
            by=by, person_id=child, custodian=custodian.account_id, telephone="01632 960 999",
            why=f"Threatened at home: {tokens.new('narrative')}", named=(), at=at,
        )  # fmt: skip


def _tables(cursor: Any) -> Iterator[tuple[str, list[tuple[UUID, str]]]]:
    """Yield each table about somebody, and every row of it as text."""
    cursor.execute(
        "select table_name from information_schema.columns where table_schema = 'public'"
        " and column_name in ('scope', 'desk', 'seal') group by 1 having count(*) = 3 order by 1"
    )
    for (table,) in cursor.fetchall():
        cursor.execute(f"select t.id, t::text from {table} t order by t.id")
        yield table, cursor.fetchall()
