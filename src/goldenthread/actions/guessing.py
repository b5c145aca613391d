"""Telling the administrators that somebody is guessing at an account's password."""

from datetime import datetime, timedelta

from goldenthread.actions import jobs
from goldenthread.content import catalogue
from goldenthread.language.role import Role
from goldenthread.queries import system
from goldenthread.records.account import Account

# How often this is asked, so that each account is told of once as it comes to be too many.
EVERY = timedelta(minutes=5)


def alert(*, now: datetime) -> int:
    """Ask for one notice to each administrator for each account guessed at since it was last asked.

    Returns how many accounts that was. The notice names none; the System page does.
    """
    before = {each.account_id for each in system.guessed_at(now=now - EVERY)}
    since = [each for each in system.guessed_at(now=now) if each.account_id not in before]
    keep = [key for key, role in catalogue.declared(Role).items() if "system.read" in role.may]
    told = Account.objects.filter(role__in=keep, is_active=True, is_service=False)
    for account in told if since else ():
        jobs.defer("tell_administrator", account_id=account.pk)
    return len(since)
