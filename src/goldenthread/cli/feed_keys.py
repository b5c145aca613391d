"""The keys other agencies' systems send with."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Annotated, Any

import psycopg
import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal
from goldenthread.kernel import calendar, words
from goldenthread.project import databases

app = typer.Typer(no_args_is_help=True)


@app.callback()
def keys() -> None:
    """The keys other agencies' systems send with."""


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="what it is called, such as its system")],
    agency: Annotated[str, typer.Option(help="the key of the police agency it is for")],
    until: Annotated[str, typer.Option(help="the last day it may be used, like 2027-03-31")] = "",
) -> None:
    """Make a key and print it, once."""
    ends_at = _after(until) if until else None
    with session.opened(), _loading() as cursor:
        from goldenthread.actions import feed_keys
        from goldenthread.project import present

        key = feed_keys.give(
            cursor, agency=agency, name=name, starts_at=present.now(), ends_at=ends_at
        )
    typer.echo(f"The key {name}, shown once: {key}")


@app.command("list")
def list_() -> None:
    """List the keys there are, without the keys themselves."""
    with session.opened():
        from goldenthread.project import present
        from goldenthread.queries import feed_keys

        for key in feed_keys.every(now=present.now()):
            until = f" until {words.plain_moment(key.ends_at)}" if key.ends_at else ""
            typer.echo(
                f"{key.name}: {key.agency}, {key.state}, from "
                f"{words.plain_moment(key.starts_at)}{until}."
            )


@app.command()
def end(name: Annotated[str, typer.Argument(help="what the key is called")]) -> None:
    """End a key: from now on nothing is taken with it."""
    with session.opened(), _loading() as cursor:
        from goldenthread.actions import feed_keys
        from goldenthread.project import present

        feed_keys.end(cursor, name=name, at=present.now())
    typer.echo(f"The key {name} has ended.")


@contextmanager
def _loading() -> Iterator[Any]:
    with psycopg.connect(databases.url("gt_loader")) as connection:
        yield connection.cursor()


def _after(day: str) -> Any:
    """Return the moment the day ends."""
    try:
        return calendar.start_of_day(date.fromordinal(date.fromisoformat(day).toordinal() + 1))
    except (ValueError, OverflowError):
        raise Refusal(f"{day} is not a day like 2027-03-31.") from None
