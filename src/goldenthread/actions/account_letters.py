"""A letter to somebody who was given an account: one link to choose a password by, and no more."""

from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail

from goldenthread.records.access_change import AccessChange
from goldenthread.records.account import Account

LINK = """{name}

You have been given an account of Golden Thread as {email}.

Open this link to choose your password. It works once, for three days:
{came_by}password/new/{who}-{token}/

You are then asked to set up a second way of showing that it is you: an app on your telephone, or a
security key. If the link no longer works, ask for another: {came_by}password/forgotten/

If you do not work with children here, do nothing: somebody gave your address by mistake. This
mailbox is not read.
"""


def invite(*, asked_id: UUID, account_id: UUID) -> bool:
    """Send the link by which somebody first signs in; return whether there is such an account."""
    account = Account.objects.filter(pk=account_id, is_active=True, is_service=False).first()
    change = AccessChange.objects.filter(pk=asked_id).first()
    if account is None or change is None:
        return False
    body = LINK.format(
        name=account.full_name,
        email=account.email,
        came_by=change.came_by,
        who=user_pk_to_url_str(account),
        token=default_token_generator.make_token(account),
    )
    subject = "Your account of Golden Thread"
    send_mail(subject=subject, message=body, from_email=None, recipient_list=[account.email])
    return True
