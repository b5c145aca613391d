"""Counting: filling the dataset and reading vital signs from it. No casework is needed."""

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli import progress, session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home

# Ten columns of words and numbers are no table in less than this; a file or a pipe has room.
TABLE_WIDTH, PRINTED_WIDTH = 140, 200


class Form(StrEnum):
    """How signs are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_)
    app.command("extract")(extract)
    app.command("signs")(signs)
    app.command("freeze")(freeze)
    app.command("late")(late)


def import_(
    files: Annotated[
        list[Path], typer.Argument(help="returns and published tables", metavar="FILE...")
    ],
    dry_run: Annotated[bool, typer.Option(help="read and check, and load nothing")] = False,
) -> None:
    """Load returns and published tables into the dataset: all of them, or none."""
    from goldenthread.actions import datasets

    moment = _now()
    with progress.shown() as report:
        load = datasets.load(
            files=files, home=home.folder(), now=moment, dry_run=dry_run, progress=report
        )
    for file in load.files:
        rows = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in file.rows.items())
        typer.echo(f"{file.file}: {file.title}: {rows}.")
        for problem in file.unreadable:
            typer.echo(f"  {problem}")
    typer.echo(
        "Nothing was loaded: this was a dry run." if dry_run else f"Loaded: {load.snapshot}."
    )


def extract() -> None:
    """Take the records as they are now into a new snapshot of the dataset."""
    from goldenthread.actions import datasets

    with session.opened(role="gt_extract"), progress.shown() as report:
        taken = datasets.extract(
            home=home.folder(), url=databases.url("gt_extract"), now=_present(), progress=report
        )
    rows = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in taken.rows.items())
    typer.echo(f"Extracted: {taken.snapshot}: {rows}.")


def signs(
    period: Annotated[str | None, typer.Option(help="a reporting year, like 2019-20")] = None,
    form: Annotated[Form, typer.Option("--as", help="how to print them")] = Form.TABLE,
    source: Annotated[str | None, typer.Option(help="live, imported or a snapshot's id")] = None,
    inside: Annotated[
        bool, typer.Option(help="true counts, for those entitled to them and nobody else")
    ] = False,
) -> None:
    """Print the vital signs of a reporting year, as they may leave the partnership."""
    from goldenthread.insight import release
    from goldenthread.insight import signs as vital

    try:
        rows = vital.rows(home=home.folder(), period=period, source=source)
    except ValueError as unreadable:
        raise Refusal(str(unreadable)) from unreadable
    rows = rows if inside else release.outward(rows)
    if form is Form.JSON:
        typer.echo(vital.as_json(rows))
    elif form is Form.CSV:
        typer.echo(vital.as_csv(rows), nl=False)
    else:
        _print_table(vital.HEADINGS, vital.as_table(rows))


def freeze(period: Annotated[str, typer.Argument(help="a reporting year, like 2019-20")]) -> None:
    """Keep the newest extract as a year's own, from which its return and report are made."""
    from goldenthread.insight import freeze as year_end

    moment = _now()
    try:
        kept = year_end.freeze(home=home.folder(), period=period, now=moment)
    except ValueError as refused:
        raise Refusal(str(refused)) from refused
    typer.echo(f"Frozen: {kept.period.label} is {kept.snapshot.id}.")


def late(period: Annotated[str, typer.Argument(help="a frozen year, like 2019-20")]) -> None:
    """List what was entered or changed of a frozen year since, by id."""
    from goldenthread.insight import freeze as year_end

    found = year_end.late(home=home.folder(), period=period)
    for row in found:
        changed = f": {', '.join(row.columns)}" if row.columns else ""
        typer.echo(f"{row.table} {row.id} of {row.on} {row.what}{changed}")
    typer.echo(f"{len(found):,} rows since {period} was frozen.")


def _print_table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print a table where there is room for one, else one sign after another."""
    from rich import box
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = PRINTED_WIDTH
    if console.width < TABLE_WIDTH:
        for row in rows:
            console.print(row[0], style="bold", markup=False)
            for heading, cell in list(zip(headings, row, strict=True))[1:]:
                if cell not in ("", "-"):
                    console.print(f"  {heading}: {cell}", markup=False)
        return
    table = Table(*headings, box=box.SIMPLE, expand=False)
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def _now() -> datetime:
    """Return the present; a folder with no casework has no demonstration day, only the real one."""
    if not session.is_set_up():
        return datetime.now(UTC)
    with session.opened():
        return _present()


def _present() -> datetime:
    from goldenthread.project import present

    return present.now()
