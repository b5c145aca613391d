"""Looking at an installation: its addresses, a hash of its tables, whether all is well."""

import json
from typing import Annotated

import typer

from goldenthread.cli import session, table_hashes
from goldenthread.project import databases


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("routes")(routes)
    app.command("dbhash")(dbhash)
    app.command("selfcheck")(selfcheck)


def routes(
    as_json: Annotated[bool, typer.Option("--json", help="as JSON, for machines")] = False,
) -> None:
    """List every address served: its path, name, methods and the verb a viewer needs."""
    from goldenthread.cli import routes as route_list

    session.load()
    found = route_list.every()
    if as_json:
        typer.echo(json.dumps(found, indent=2))
        return
    for route in found:
        methods = ",".join(route["methods"]) or "any"
        typer.echo(f"{route['path']:<55} {methods:<15} {route['verb'] or '-':<18} {route['name']}")


def dbhash() -> None:
    """Print a hash of each table's rows, to tell whether anything changed.

    Left out: the trail, drafts, sessions, lock-outs, jobs and when the database was made.
    """
    with session.database():
        for table, digest in table_hashes.of(databases.url("gt_loader")).items():
            typer.echo(f"{digest}  {table}")


def selfcheck() -> None:
    """Say whether this installation is fit to serve, and what is wrong if it is not."""
    from goldenthread.cli import selfcheck as checks

    with session.opened():
        results = checks.results()
    for result in results:
        typer.echo(f"{'ok' if result.well else 'WRONG':<6} {result.what}: {result.says}")
    if not all(result.well for result in results):
        raise typer.Exit(2)
