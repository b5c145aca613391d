"""Letters to guests: a link, or a code, with no word of what was sent."""

from datetime import datetime
from uuid import UUID

from django.core.mail import send_mail

from goldenthread.actions import guests
from goldenthread.records.guest import Guest
from goldenthread.records.postgresql.identity import acting

LINK = """{says}

Open this link on any machine. It works once, for seven days:
{came_by}tell-us/link/{token}/

If it no longer works, ask for another: {came_by}tell-us/come-back/

This message says nothing about what you wrote. If you wrote nothing, do nothing: somebody gave your
address by mistake. If a child is in danger now, ring 999. This mailbox is not read.
"""
BEGUN = "You began to tell the front door about a worry. Nothing has been sent yet."
SENT = "The front door has what you sent. Please show that this address is yours."
TOLD = "The front door has answered what you sent. Come and read it."

CODE = """Your code is {code}. It works once, for fifteen minutes.

If you did not ask for it, do nothing. Nobody from the front door asks you for it.
"""


def invite(*, guest_id: UUID, now: datetime, told: bool = False) -> bool:
    """Send a guest a link to what is theirs; return whether there is such a guest."""
    with acting(guest_id, now=now, purpose="write to a guest"):
        guest = Guest.objects.filter(pk=guest_id).first()
        if guest is None:
            return False
        says = TOLD if told else SENT if guests.sent(guest_id=guest_id) else BEGUN
        token = guests.mint(guest_id=guest_id, purpose=guests.LINK, at=now)
        body = LINK.format(says=says, came_by=guest.came_by, token=token)
        _send(guest, subject="Your link to the front door", body=body)
    return True


def send_code(*, guest_id: UUID, now: datetime) -> bool:
    """Send a guest the code that opens what the front door answered."""
    with acting(guest_id, now=now, purpose="write to a guest"):
        guest = Guest.objects.filter(pk=guest_id, verified_at__isnull=False).first()
        if guest is None:
            return False
        code = guests.mint(guest_id=guest_id, purpose=guests.CODE, at=now)
        _send(guest, subject="Your code", body=CODE.format(code=code))
    return True


def _send(guest: Guest, *, subject: str, body: str) -> None:
    send_mail(subject=subject, message=body, from_email=None, recipient_list=[guest.email])
