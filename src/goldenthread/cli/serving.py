"""Serving and stopping."""

from typing import Annotated

import typer

from goldenthread.cli import processes, service, session


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("serve")(serve)
    app.command("stop")(stop)


def serve(
    port: Annotated[int | None, typer.Option(help="8000, or the next that is free")] = None,
    host: Annotated[str, typer.Option(help="the address to listen on")] = service.HOST,
) -> None:
    """Run web and worker until Ctrl-C."""
    service.refuse_second()
    processes.listen_for_stop()
    try:
        with session.database():
            chosen = service.free_port(host=host, port=port)
            service.run(host=host, port=chosen, ready=service.announce)
    except processes.Told:
        typer.echo("Stopped.")


def stop() -> None:
    """Stop what runs for this home folder."""
    stopped = processes.stop_all()
    typer.echo("Stopped." if stopped else "Nothing was running here.")
