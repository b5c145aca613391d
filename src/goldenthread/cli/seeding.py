"""What a service is accepted on from outside, made in a database that nobody uses."""

import base64
import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import psycopg
import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases

if TYPE_CHECKING:
    from goldenthread.actions.acceptance import Credentials

app = typer.Typer(no_args_is_help=True)


@app.callback()
def seed() -> None:
    """People and children made up to test a service by."""


@app.command()
def acceptance(
    as_json: Annotated[bool, typer.Option("--json", help="print it as JSON")] = False,
) -> None:
    """Make an account of each role and children of whom every word is a canary."""
    with session.opened(), psycopg.connect(databases.url("gt_loader"), autocommit=True) as made:
        from goldenthread.actions import acceptance
        from goldenthread.project import present

        try:
            seeded = acceptance.seed(made.cursor(), credentials=credentials(), at=present.now())
        except acceptance.NotEmpty as refused:
            raise Refusal(str(refused)) from refused
    if as_json:
        typer.echo(json.dumps(asdict(seeded), default=str, indent=1))
        return
    typer.echo(f"{len(seeded.actors)} actors and {len(seeded.canaries)} canaries; --json tells all")


def credentials() -> Iterator["Credentials"]:
    """Yield what an account signs in with, new each time, and what the service keeps of it."""
    from allauth.mfa.utils import encrypt
    from django.contrib.auth.hashers import make_password

    from goldenthread.actions import acceptance

    while True:
        password = secrets.token_urlsafe(15)
        totp = base64.b32encode(secrets.token_bytes(20)).decode()
        yield acceptance.Credentials(
            password=password,
            password_kept=make_password(password),
            totp=totp,
            totp_kept=encrypt(totp),
        )
