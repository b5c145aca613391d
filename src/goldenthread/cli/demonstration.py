"""The demonstration: set up, loaded with invented people, and served, in one command."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Annotated, Any

import psycopg
import typer

from goldenthread.cli import installation, processes, progress, service, session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import fingerprint, server, stamp


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    scale: Annotated[float | None, typer.Option(help="1 is a city; 0.01 unless said")] = None,
    seed: Annotated[int | None, typer.Option(help="another seed, other people")] = None,
    port: Annotated[int | None, typer.Option(help="8000, or the next that is free")] = None,
) -> None:
    """Start a demonstration on this machine, made on its first start, and print its address."""
    service.refuse_second()
    session.require_demonstration(doing="be made a demonstration")
    if not databases.is_embedded():
        raise Refusal("A demonstration runs a database of its own: unset DATABASE_URL.")
    processes.listen_for_stop()
    installation.furnish(kind=stamp.DEMONSTRATION)
    try:
        with server.held(home.folder()):
            _set_up()
            _load(scale=scale, seed=seed)
            chosen = service.free_port(host=service.HOST, port=port)
            service.run(host=service.HOST, port=chosen, ready=service.announce)
    except processes.Told:
        typer.echo("Stopped.")


def _set_up() -> None:
    """Set the database up unless this version already did."""
    if not fingerprint.is_current(databases.url("gt_web")):
        typer.echo("Setting up the database.", err=True)
        session.load()
        installation.set_up(owner_url=server.url(home.folder()), kind=stamp.DEMONSTRATION)


def _load(*, scale: float | None, seed: int | None) -> None:
    """Load the invented people once; raises Refusal when others are there already."""
    loaded = _loaded()
    if loaded is None:
        _make_up(scale=scale, seed=seed)
    elif scale not in (None, loaded["scale"]) or seed not in (None, loaded["seed"]):
        raise Refusal(
            f"{home.folder()} holds the demonstration of scale {loaded['scale']:g} and seed "
            f"{loaded['seed']}. For another, name another folder in GOLDENTHREAD_HOME."
        )


def _make_up(*, scale: float | None, seed: int | None) -> None:
    session.load()
    from goldenthread.actions import demonstration

    gathered: list[Future[None]] = []
    with progress.shown() as report, ThreadPoolExecutor(max_workers=1) as beside:
        made = demonstration.load(
            url=databases.url("gt_loader"),
            home=home.folder(),
            scale=demonstration.SMALL if scale is None else scale,
            seed=demonstration.SEED if seed is None else seed,
            progress=report,
            extract_url=databases.url("gt_extract"),
            # The server's other core would have nothing to do while the dataset is filled.
            written=lambda: gathered.append(beside.submit(_gather_statistics)),
        )
    for each in gathered:
        each.result()
    _file().write_text(json.dumps({"scale": made.scale, "seed": made.seed}))
    typer.echo(
        f"{made.place}, an invented city: {made.contacts:,} contacts, "
        f"{made.referrals:,} referrals, {made.waiting:,} waiting at the front door.",
        err=True,
    )


def _gather_statistics() -> None:
    """Let the planner know what was just loaded, which it would learn by itself a minute later."""
    with psycopg.connect(server.url(home.folder()), autocommit=True) as connection:
        connection.execute("ANALYZE")


def _loaded() -> dict[str, Any] | None:
    """Return the scale and seed loaded into this home, None when nothing was."""
    try:
        told: dict[str, Any] = json.loads(_file().read_text())
    except FileNotFoundError:
        return None
    return told


def _file() -> Path:
    return home.folder() / "demonstration.json"
