"""When something is due: the legal calendar from the shell, without loading anything else."""

from typing import Annotated

import typer

from goldenthread.cli.refusal import Refusal


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("due")(due)


def due(
    start: Annotated[str, typer.Argument(help="2020-03-02, or 2020-03-06T20:00 for hours")],
    limit: Annotated[str, typer.Argument(metavar="LIMIT", help="45wd, 10d, 6w, 3m or 72h")],
) -> None:
    """Print the day something is due, or the day and time for a limit in hours."""
    from goldenthread.kernel import limit as limits

    try:
        typer.echo(limits.due(start, limit).isoformat())
    except ValueError as unreadable:
        raise Refusal(str(unreadable)) from unreadable
