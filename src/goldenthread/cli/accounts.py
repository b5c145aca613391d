"""The people who sign in."""

import secrets
import sys
from typing import Annotated

import psycopg
import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import stamp

app = typer.Typer(no_args_is_help=True)


@app.callback()
def people() -> None:
    """The people who sign in."""


@app.command()
def add(
    email: Annotated[str, typer.Argument(help="the work e-mail address they sign in with")],
    name: Annotated[str, typer.Option(prompt="Full name", help="as colleagues know them")],
    role: Annotated[
        str, typer.Option(prompt="Role", help="a role's key, like front-door-screener")
    ],
    agency: Annotated[str, typer.Option(prompt="Agency's key", help="a short key, like st-marys")],
    agency_name: Annotated[str, typer.Option(help="only for an agency not there yet")] = "",
    agency_kind: Annotated[str, typer.Option(help="only for an agency not there yet")] = "",
    job_title: Annotated[str, typer.Option(help="as on their badge")] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="read their first password from standard input")
    ] = False,
) -> None:
    """Make an account; they enrol a second factor when they first sign in."""
    if home.mode() == stamp.DEMONSTRATION:
        raise Refusal("A demonstration has its own invented people: nobody is added to it.")
    password = sys.stdin.readline().rstrip("\n") if password_stdin else secrets.token_urlsafe(15)
    with session.opened():
        _check(password, email=email, full_name=name)
        with psycopg.connect(databases.url("gt_loader")) as connection:
            _make(
                connection.cursor(),
                agency=(agency, agency_name, agency_kind),
                email=email,
                full_name=name,
                job_title=job_title,
                role=role,
                password=password,
            )
    typer.echo(f"There is now an account for {email}.")
    if not password_stdin:
        typer.echo(f"First password, shown once: {password}")


@app.command("home")
def home_(
    email: Annotated[str, typer.Argument(help="the work e-mail address they sign in with")],
    postcode: Annotated[str, typer.Option(help="where they live; empty forgets it")] = "",
    lines: Annotated[str, typer.Option(help="the lines of their address")] = "",
) -> None:
    """Keep where somebody lives, so that a look at a neighbour is noticed. Nobody can read it."""
    with session.opened(), psycopg.connect(databases.url("gt_loader")) as connection:
        from goldenthread.actions import account_homes

        account_homes.keep(connection.cursor(), email=email, postcode=postcode, lines=lines)
    typer.echo("Kept." if postcode.strip() else "Forgotten.")


@app.command()
def join(
    email: Annotated[str, typer.Argument(help="the work e-mail address of the account")],
    subject: Annotated[str, typer.Argument(help="who they are there: the directory's own id")],
    agency: Annotated[str, typer.Option(prompt="Agency's key", help="as in the file of sign-ins")],
) -> None:
    """Join an account to who its holder is in their agency's own directory."""
    from django.conf import settings

    from goldenthread.actions import outside_identities
    from goldenthread.project import present

    with session.opened(), psycopg.connect(databases.url("gt_loader")) as connection:
        declared = settings.GOLDENTHREAD_SIGN_INS.get(agency)
        if declared is None:
            raise Refusal(f"No sign-in is declared for {agency}.")
        try:
            outside_identities.join_beforehand(
                connection.cursor(), email=email, issuer=declared.issuer, subject=subject,
                agency=agency, at=present.now(),
            )  # fmt: skip
        except outside_identities.NotJoined as refused:
            raise Refusal(str(refused)) from refused
    typer.echo(f"{email} may sign in as {subject} of {agency}.")


@app.command()
def part(
    email: Annotated[str, typer.Argument(help="the work e-mail address of the account")],
) -> None:
    """End what joins an account to its agency's directory: it signs in with its password alone."""
    from goldenthread.actions import outside_identities
    from goldenthread.project import present

    with session.opened(), psycopg.connect(databases.url("gt_loader")) as connection:
        try:
            outside_identities.end_beforehand(connection.cursor(), email=email, at=present.now())
        except outside_identities.NotJoined as refused:
            raise Refusal(str(refused)) from refused
    typer.echo(f"{email} is joined to no directory.")


@app.command(name="open")
def open_(
    email: Annotated[str, typer.Argument(help="the work e-mail address they sign in with")],
) -> None:
    """Open a closed account again: its role's desks, and nothing else it had."""
    from goldenthread.actions import establish
    from goldenthread.project import present

    with session.opened(), psycopg.connect(databases.url("gt_loader")) as connection:
        try:
            establish.reopen(connection.cursor(), email=email, at=present.now())
        except establish.NotEstablished as refused:
            raise Refusal(str(refused)) from refused
    typer.echo(f"{email} can sign in again.")


def _check(password: str, *, email: str, full_name: str) -> None:
    """Refuse a password the settings would refuse from the person themselves."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from goldenthread.records.account import Account

    try:
        validate_password(password, user=Account(email=email, full_name=full_name))
    except ValidationError as refused:
        raise Refusal(" ".join(refused.messages)) from refused


def _make(
    cursor: psycopg.Cursor, *, agency: tuple[str, str, str], password: str, **who: str
) -> None:
    from django.contrib.auth.hashers import make_password

    from goldenthread.actions import establish
    from goldenthread.project import present

    key, name, kind = agency
    cursor.execute("select id from gt_agency where key = %s", [key])
    known = cursor.fetchone()
    if known is None and not (name and kind):
        raise Refusal(f"There is no agency {key}: give --agency-name and --agency-kind to add it.")
    agency_id = known[0] if known else establish.agency(cursor, key=key, name=name, kind=kind)
    hashed = make_password(password)
    establish.account(cursor, agency_id=agency_id, password=hashed, at=present.now(), **who)
