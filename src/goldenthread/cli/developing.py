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
    typer.echo(signed())


def signed() -> str:
    """Say whether need to know is signed; raises Refusal if it is not what was signed."""
    from goldenthread.access import need_to_know

    standing, claimed = need_to_know.standing(), need_to_know.signature()
    if claimed is None:
        return "Need to know is not signed by a Caldicott Guardian yet."
    if standing is need_to_know.Standing.CHANGED:
        raise Refusal(
            f"Need to know has changed since {claimed.name} signed it on {claimed.on}. "
            f"Have docs/reference/need-to-know.csv read and signed again: {need_to_know.digest()}"
        )
    return f"Need to know is as {claimed.name} signed it on {claimed.on}."


def django(context: typer.Context) -> None:
    """Run one of Django's own commands as the web role."""
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.project.settings")
    execute_from_command_line(["goldenthread django", *context.args])
