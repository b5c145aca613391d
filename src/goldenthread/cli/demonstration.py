"""The demonstration: set up, loaded with invented people, and served, in one command."""

import json
from typing import Annotated

import typer

from goldenthread.cli import installation, processes, progress, service, session
from goldenthread.cli.refusal import Refusal
from goldenthread.project import databases, home
from goldenthread.records.postgresql import fingerprint, server, stamp


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    scale: Annotated[float | None, typer.Option(min=0.1, help="1 is a small place")] = None,
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
            _make(scale=scale, seed=seed)
            chosen = service.free_port(host=service.HOST, port=port)
            service.run(host=service.HOST, port=chosen, ready=service.announce)
    except processes.Told:
        typer.echo("Stopped.")


def _make(*, scale: float | None, seed: int | None) -> None:
    """Set up and load whatever is not there yet; a second start finds nothing to do."""
    if not fingerprint.is_current(databases.url("gt_web")):
        typer.echo("Setting up the database.", err=True)
        session.load()
        installation.set_up(owner_url=server.url(home.folder()), kind=stamp.DEMONSTRATION)
    _load(_wanted(scale=scale, seed=seed))


def _wanted(*, scale: float | None, seed: int | None) -> dict[str, float]:
    """Return the scale and seed to load; raises Refusal when others were loaded already."""
    loaded = _loaded() or {"scale": 1.0, "seed": 1}
    wanted = {
        "scale": loaded["scale"] if scale is None else scale,
        "seed": loaded["seed"] if seed is None else seed,
    }
    if _loaded() and wanted != loaded:
        raise Refusal(
            f"{home.folder()} holds the demonstration of scale {loaded['scale']:g} and seed "
            f"{loaded['seed']}. For another, name another folder in GOLDENTHREAD_HOME."
        )
    return wanted


def _load(wanted: dict[str, float]) -> None:
    if _loaded():
        return
    from goldenthread.actions import demonstration

    session.load()
    typer.echo("Making up the people of the demonstration.", err=True)
    with progress.shown() as report:
        demonstration.load(
            url=databases.url("gt_loader"),
            home=home.folder(),
            scale=wanted["scale"],
            seed=int(wanted["seed"]),
            progress=report,
        )
    (home.folder() / "demonstration.json").write_text(json.dumps(wanted))


def _loaded() -> dict[str, float] | None:
    """Return what was loaded into this home, None when nothing was."""
    try:
        told: dict[str, float] = json.loads((home.folder() / "demonstration.json").read_text())
    except FileNotFoundError:
        return None
    return told
