"""Telling the referrer that an outcome is waiting, with no word of what it is."""

from uuid import UUID

from django.core.mail import send_mail

from goldenthread.content import catalogue
from goldenthread.records.account import Account

BODY = """The front door has answered what you raised.

Sign in and open "My referrals" to read it. This message says nothing about it.
"""


def notify(*, account_id: UUID) -> bool:
    """Send one message to one account; return whether it has an address to send to."""
    account = Account.objects.filter(pk=account_id, is_active=True, is_service=False).first()
    if account is None or "referral.follow" not in catalogue.role(account.role).may:
        # Whoever wrote a call down has nothing to follow: the caller is rung back.
        return False
    send_mail(
        subject="The front door has answered",
        message=BODY,
        from_email=None,
        recipient_list=[account.email],
    )
    return True
