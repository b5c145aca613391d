"""Schools, surgeries and homes, from a file."""

from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal

app = typer.Typer(no_args_is_help=True)


@app.callback()
def settings() -> None:
    """Schools, surgeries and children's homes."""


@app.command("import")
def import_(file: Annotated[Path, typer.Argument(help="a CSV file of settings")]) -> None:
    """Take every row of a file, or none: a code that is there already is changed."""
    try:
        content = file.read_bytes()
    except OSError as missing:
        raise Refusal(f"{file} cannot be read: {missing.strerror}.") from missing
    with session.opened():
        from goldenthread.access import services
        from goldenthread.access import viewer as viewers
        from goldenthread.actions import setting_files
        from goldenthread.language.feed import Unfit
        from goldenthread.project import present
        from goldenthread.records.account import Account
        from goldenthread.records.postgresql.identity import acting

        now, service = present.now(), services.account_id("directory-file")
        with acting(service, now=now, purpose="import settings"):
            by = viewers.of(Account.objects.get(pk=service), now=now)
            try:
                taken = setting_files.receive(by=by, content=content, at=now)
            except Unfit as unfit:
                raise Refusal(f"{file.name}: {unfit}. Nothing of it was kept.") from unfit
    typer.echo(f"{taken.added} added, {taken.changed} changed, {taken.same} as they were.")
