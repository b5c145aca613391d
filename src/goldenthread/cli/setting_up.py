"""Setting up: the command that makes the database and everything it needs."""

import contextlib
from typing import Annotated

import typer

from goldenthread.cli import installation, session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import address, roles, server, stamp


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("setup")(setup)


def setup(
    owner_url: Annotated[
        str,
        typer.Option(
            envvar="OWNER_DATABASE_URL",
            help="a PostgreSQL superuser's URL ending in the database's name; used only now",
        ),
    ] = "",
    live: Annotated[
        bool | None,
        typer.Option("--live/--demonstration", help="what the database is, for good"),
    ] = None,
) -> None:
    """Make the roles, the database, its tables and policies, or bring them up to date."""
    kind = _kind(live=live, owner_url=owner_url)
    _refuse_half_given(owner_url)
    installation.furnish(kind=kind)
    embedded = contextlib.nullcontext() if owner_url else server.held(home.folder())
    with embedded:
        session.load()
        url = owner_url or server.url(home.folder())
        installation.set_up(owner_url=url, kind=kind)
    typer.echo(f"Set up: {kind}, in {'the database given' if owner_url else home.folder()}.")
    for variable in _without_password(owner_url):
        typer.echo(f"{variable} was not given: nothing can sign in as that role yet.", err=True)


def _kind(*, live: bool | None, owner_url: str) -> str:
    """Return what was said, else what the folder was, else live where a database is given."""
    if live is not None:
        kind = stamp.LIVE if live else stamp.DEMONSTRATION
        written = home.folder() / "mode"
        if written.exists() and written.read_text().strip() != kind:
            raise Refusal(f"{home.folder()} is set up as {written.read_text().strip()} already.")
        return kind
    if (home.folder() / "mode").exists():
        return home.mode()
    return stamp.LIVE if owner_url else stamp.DEMONSTRATION


def _refuse_half_given(owner_url: str) -> None:
    """Refuse to set up one database and then serve from another."""
    if bool(owner_url) == databases.is_embedded():
        raise Refusal(
            "Give both --owner-url, which set-up uses once, and DATABASE_URL, which the service "
            "signs in with, or neither to run PostgreSQL here."
        )
    if owner_url:
        served, owned = address.parts(databases.url("gt_web")), address.parts(owner_url)
        if served.get("dbname") != owned.get("dbname"):
            raise Refusal("The owner's URL and DATABASE_URL name different databases.")


def _without_password(owner_url: str) -> list[str]:
    given = databases.given()
    return [role.variable for role in roles.SIGN_IN if owner_url and role.variable not in given]
