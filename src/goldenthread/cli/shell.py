"""The shell: every command in one place, and what happens when one is refused or goes wrong."""

import sys
import traceback
from collections.abc import Sequence

import typer

from goldenthread.cli import (
    accounts,
    agencies,
    counting,
    demonstration,
    developing,
    due,
    feed_keys,
    looking,
    notifying,
    refusal,
    seeding,
    serving,
    setting_up,
    settling,
    trailing,
)

app = typer.Typer(
    name="goldenthread",
    help="One thread from a first worry about a child to the board table.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(accounts.app, name="account", help="The people who sign in.")
app.add_typer(agencies.app, name="agency", help="The agencies of the partnership.")
app.add_typer(settling.app, name="settings", help="Schools, surgeries and homes.")
app.add_typer(notifying.app, name="notifications", help="Police notifications.")
app.add_typer(feed_keys.app, name="feed-key", help="The keys other agencies' systems send with.")
app.add_typer(seeding.app, name="seed", help="Made-up people to test a service by.")
app.add_typer(trailing.app, name="trail", help="Who looked at or did what.")
for group in (setting_up, demonstration, serving, counting, due, looking, developing):
    group.add_to(app)


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0 when done, 2 when refused, 1 for a fault of ours."""
    try:
        code = app(args=list(arguments), standalone_mode=False)
    except typer.Abort:
        return refused("Stopped before it was done.")
    except typer.TyperException as misused:
        return refused(misused.format_message())
    except KeyboardInterrupt:
        return refused("Stopped.")
    except Exception as error:  # noqa: BLE001 - whatever it is, nobody is shown a traceback
        said = refusal.sentence(error)
        return refused(said) if said else _fault(error)
    return code if isinstance(code, int) else refusal.DONE


def refused(said: str) -> int:
    """Say why, once, and return the exit code of a refusal."""
    sys.stderr.write(f"{said}\n")
    return refusal.REFUSED


def _fault(error: Exception) -> int:
    """Keep the traceback in the home folder, where it can be sent to whoever mends it."""
    from goldenthread.project import home

    kept = home.run() / "fault.txt"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("".join(traceback.format_exception(error)))
    sys.stderr.write(f"Something went wrong that is ours to mend. The details are in {kept}.\n")
    return refusal.FAULT
