"""The agencies of the partnership: who is in it, and one that leaves."""

from typing import Annotated, Any

import typer

from goldenthread.cli import session
from goldenthread.cli.refusal import Refusal
from goldenthread.kernel import words

app = typer.Typer(no_args_is_help=True)


@app.callback()
def agencies() -> None:
    """The agencies of the partnership."""


@app.command("list")
def list_() -> None:
    """List the agencies, and when those that have left did."""
    with session.opened():
        from goldenthread.records.agency import Agency

        for each in Agency.objects.order_by("name"):
            left = f", left {words.plain_moment(each.left_at)}" if each.left_at else ""
            typer.echo(f"{each.key}: {each.name}, {each.kind}{left}.")


@app.command()
def leave(
    key: Annotated[str, typer.Argument(help="the agency's key, as agency list shows it")],
    by: Annotated[str, typer.Option(prompt="Your e-mail address", help="an administrator's")],
    why: Annotated[str, typer.Option(prompt="Why, and who takes up what is in hand")],
) -> None:
    """Ask for an agency's part to be ended: another administrator agrees on the page Accounts."""
    with session.opened():
        from goldenthread.records.account import Account
        from goldenthread.records.agency import Agency

        agency = Agency.objects.filter(key=key, left_at=None).first()
        account = Account.objects.filter(email__iexact=by, is_active=True, is_service=False).first()
        if agency is None:
            raise Refusal(f"There is no agency {key}, or it has left.")
        if account is None:
            raise Refusal(f"There is no account for {by}.")
        _ask(agency=agency, account=account, why=why)
    typer.echo(f"Asked. Once another administrator agrees under Accounts, {agency.name} has left.")


def _ask(*, agency: Any, account: Any, why: str) -> None:
    from goldenthread.access import viewer as viewers
    from goldenthread.access.decision import Denied
    from goldenthread.actions import agencies as leaving
    from goldenthread.actions.conflict import Conflict, Refused
    from goldenthread.project import present
    from goldenthread.queries.access_changes import LEAVE
    from goldenthread.records.postgresql.identity import acting

    now = present.now()
    try:
        with acting(account.pk, now=now, purpose=LEAVE):
            by = viewers.of(account, now=now)
            leaving.ask_to_end(by=by, agency_id=agency.pk, why=why, at=now)
    except Denied as denied:
        raise Refusal(f"{account.email} does not look after every agency's accounts.") from denied
    except Refused as refused:
        raise Refusal(" ".join(f"{each.message}." for each in refused.problems)) from refused
    except Conflict as conflict:
        raise Refusal(conflict.says) from conflict
