"""Telling somebody by e-mail that something waits for them, with no word of what it is."""

from uuid import UUID

from django.core.mail import send_mail

from goldenthread.records.account import Account

# Nothing about a child leaves by e-mail (SECURITY section 0, I5): a subject, and where to look.
NOTICES = {
    "passed": ("Something has come in about a child you work with", "My children"),
    "quarantined": ("Something has been withdrawn and waits for you", "Quarantine"),
    "withdrawn": ("Something has been withdrawn by who wrote it down", "the queue"),
    "put-right": ("Something you may have read of a child was withdrawn", "the first page"),
    "invited": ("You are asked to a meeting", "Meetings"),
    "told": ("You have been told something about a child", "Told to us"),
    "glass-broken": ("Somebody opened a record by break-glass", "Break-glass"),
    "taken-off": ("A child waits for somebody new to hold their case", "the queue"),
    "guessed-at": ("Somebody is guessing at the password of an account", "System"),
    "restricted-looked-up": ("Somebody has looked up a record you keep", "Restricted records"),
    "access-asked": ("Something asked of an account waits for a second person", "Accounts"),
    "handed-over": ("You have been given something to hold", "the first page"),
}
BODY = """{subject}.

Sign in and open {where} to read it. This message says nothing about it.
"""


def send(*, notice: str, account_id: UUID) -> bool:
    """Send one notice to one account; return whether it has an address to send to."""
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None:
        return False
    subject, where = NOTICES[notice]
    send_mail(
        subject=subject,
        message=BODY.format(subject=subject, where=where),
        from_email=None,
        recipient_list=[account.email],
    )
    return True
