"""The trail: whether it is as it was written."""

from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli import session
from goldenthread.project import databases, home

app = typer.Typer(no_args_is_help=True)


@app.callback()
def trail() -> None:
    """Who looked at or did what."""


@app.command()
def verify(
    anchor: Annotated[
        Path | None, typer.Option(help="the file the heads were appended to, or a copy of it")
    ] = None,
) -> None:
    """Say what was edited, deleted, inserted, moved or cut off; exit 2 if anything was."""
    told = anchor.read_text() if anchor else _own_anchor()
    with session.database():
        from goldenthread.queries import trail_check

        verified, found = trail_check.Verified(), 0
        url = databases.url("gt_sealer")
        for finding in trail_check.verify(url=url, verified=verified, anchor=told):
            typer.echo(str(finding))
            found += 1
    typer.echo(
        f"Rows verified: {verified.rows:,}, in batches: {verified.batches:,}. "
        f"Not sealed yet: {verified.waiting:,}."
    )
    if told is None:
        typer.echo("Without an anchor a tail cut off with its seals is not found: give --anchor.")
    if found:
        typer.echo(f"Found: {found:,}. The trail is not as it was written.")
        raise typer.Exit(2)
    typer.echo("The trail is as it was written.")


def _own_anchor() -> str | None:
    file = home.anchor()
    return file.read_text() if file.exists() else None
