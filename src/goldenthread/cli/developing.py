"""For developers: generated documents, and Django's own commands."""

import os
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli.refusal import Refusal


def add_to(app: typer.Typer) -> None:
    """Add the commands, which are not listed for everybody."""
    app.command("docs", hidden=True)(docs)
    app.command(
        "django",
        hidden=True,
        add_help_option=False,
        context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    )(django)


def docs(
    check: Annotated[
        bool, typer.Option("--check", help="write nothing; refuse if they differ")
    ] = False,
    folder: Annotated[Path, typer.Option(help="where they are kept")] = Path("docs/reference"),
    specs: Annotated[Path, typer.Option(help="the spec tests they show")] = Path("tests/spec"),
) -> None:
    """Write the reference from the declarations, or see that what is kept still says the same."""
    from goldenthread.cli.reference import files

    if not check:
        for file in files.write(folder, specs=specs):
            typer.echo(f"Wrote {file}.")
        return
    differing = files.differing(folder, specs=specs)
    if differing:
        names = ", ".join(str(file) for file in differing)
        raise Refusal(f"These no longer say what the declarations say: {names}. Run make fix.")


def django(context: typer.Context) -> None:
    """Run one of Django's own commands as the web role."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    execute_from_command_line(["goldenthread django", *context.args])
