"""Police notifications of domestic abuse, from a file."""

from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal

app = typer.Typer(no_args_is_help=True)


@app.callback()
def notifications() -> None:
    """Police notifications of domestic abuse."""


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="a CSV or JSON file of notifications")],
    agency: Annotated[str, typer.Option(help="the key of the police agency it came from")],
) -> None:
    """Receive every notification of a file, or none: sent again, each is taken once."""
    content = file.read_bytes()
    with session.opened():
        from goldenthread.access import feed_keys
        from goldenthread.actions import notification_files
        from goldenthread.language.feed import Unfit
        from goldenthread.project import present
        from goldenthread.records.agency import Agency
        from goldenthread.records.postgresql.identity import acting

        now = present.now()
        with acting(feed_keys.account_id(), now=now, purpose="import notifications"):
            force = Agency.objects.filter(key=agency, kind="police").first()
            if force is None:
                raise Refusal(f"There is no police agency with the key {agency}.")
            by = feed_keys.speaking_for(agency=force, now=now)
            try:
                received = notification_files.receive(
                    by=by, name=file.name, content=content, at=now
                )
            except Unfit as unfit:
                for fault in unfit.faults:
                    typer.echo(f"{file.name}: {fault}", err=True)
                raise Refusal(f"{file.name} was refused whole: nothing of it was kept.") from unfit
    for each in received:
        typer.echo(f"{each.police_reference}: {each.became}, {each.reference}.")
