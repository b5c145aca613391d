"""The jobs by name: what actions defer, so renaming one strands what is already queued."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goldenthread.actions import (
    account_letters,
    accounts,
    acknowledgements,
    guessing,
    guest_letters,
    notices,
    outcomes,
    paging,
    uploads,
)
from goldenthread.jobs import nightly, watching
from goldenthread.jobs.queues import SEALING
from goldenthread.project import home, present

# A mail server that is down comes back: tries after 30 s, 1 min, 2 min ... for about eight hours.
AGAIN = RetryStrategy(max_attempts=10, exponential_wait=2, wait=30)


@app.task(name="acknowledge_occasion", retry=AGAIN)
def acknowledge_occasion(occasion_id: str) -> None:
    """Acknowledge one submission to whoever sent it."""
    acknowledgements.send(occasion_id=UUID(occasion_id), now=present.now())


@app.task(name="tell_referrer", retry=AGAIN)
def tell_referrer(account_id: str) -> None:
    """Tell a referrer that an outcome is waiting to be read."""
    outcomes.notify(account_id=UUID(account_id))


@app.task(name="invite_guest", retry=AGAIN)
def invite_guest(guest_id: str) -> None:
    """Send somebody without an account a link to what is theirs."""
    guest_letters.invite(guest_id=UUID(guest_id), now=present.now())


@app.task(name="tell_guest", retry=AGAIN)
def tell_guest(guest_id: str) -> None:
    """Tell somebody without an account that an answer waits for them."""
    guest_letters.invite(guest_id=UUID(guest_id), now=present.now(), told=True)


@app.task(name="send_guest_code", retry=AGAIN)
def send_guest_code(guest_id: str) -> None:
    """Send somebody without an account the code that opens the answer."""
    guest_letters.send_code(guest_id=UUID(guest_id), now=present.now())


@app.task(name="page_duty", retry=AGAIN)
def page_duty(occasion_id: str) -> None:
    """Page whoever is on duty about one submission, if nobody has taken it in hand."""
    paging.sweep(
        now=present.now(),
        addresses=settings.GOLDENTHREAD_PAGING,
        occasion_id=UUID(occasion_id),
    )


@app.periodic(cron="* * * * *")
@app.task(name="page_waiting", queueing_lock="page_waiting", lock="page_waiting")
def page_waiting(timestamp: int) -> None:
    """Page about whatever has waited too long, however it came to wait."""
    del timestamp
    paging.sweep(now=present.now(), addresses=settings.GOLDENTHREAD_PAGING)


@app.task(name="tell_worker", retry=AGAIN)
def tell_worker(account_id: str) -> None:
    """Tell a worker that something has come in about a child of theirs."""
    notices.send(notice="passed", account_id=UUID(account_id))


@app.task(name="tell_holder", retry=AGAIN)
def tell_holder(account_id: str) -> None:
    """Tell somebody that they have been given something to hold."""
    notices.send(notice="handed-over", account_id=UUID(account_id))


@app.task(name="tell_custodian", retry=AGAIN)
def tell_custodian(account_id: str) -> None:
    """Tell a custodian that somebody was given their number."""
    notices.send(notice="restricted-looked-up", account_id=UUID(account_id))


@app.task(name="tell_of_break_glass", retry=AGAIN)
def tell_of_break_glass(account_id: str) -> None:
    """Tell a privacy officer that somebody broke the glass, and not whose record it is."""
    notices.send(notice="glass-broken", account_id=UUID(account_id))


@app.task(name="tell_manager_taken_off", retry=AGAIN)
def tell_manager_taken_off(account_id: str) -> None:
    """Tell a manager that a case waits for somebody new, and not why."""
    notices.send(notice="taken-off", account_id=UUID(account_id))


@app.task(name="tell_privacy_officer", retry=AGAIN)
def tell_privacy_officer(account_id: str) -> None:
    """Tell a privacy officer that something has been withdrawn."""
    notices.send(notice="quarantined", account_id=UUID(account_id))


@app.task(name="tell_manager_withdrawn", retry=AGAIN)
def tell_manager_withdrawn(account_id: str) -> None:
    """Tell a manager that somebody withdrew what they had written down that day."""
    notices.send(notice="withdrawn", account_id=UUID(account_id))


@app.task(name="tell_holder_withdrawn", retry=AGAIN)
def tell_holder_withdrawn(account_id: str) -> None:
    """Tell who holds a child, or was given a copy, that what they may have gone by is withdrawn."""
    notices.send(notice="put-right", account_id=UUID(account_id))


@app.task(name="tell_shared_with", retry=AGAIN)
def tell_shared_with(account_id: str) -> None:
    """Tell somebody that another agency gave them something to read."""
    notices.send(notice="told", account_id=UUID(account_id))


@app.task(name="tell_invited", retry=AGAIN)
def tell_invited(account_id: str) -> None:
    """Tell somebody that they are asked to a meeting, and no word of what it is about."""
    notices.send(notice="invited", account_id=UUID(account_id))


@app.periodic(cron="*/5 * * * *")
@app.task(name="tell_of_guessing", queueing_lock="tell_of_guessing", lock="tell_of_guessing")
def tell_of_guessing(timestamp: int) -> None:
    """Tell the administrators of an account somebody has been guessing at all day."""
    del timestamp
    guessing.alert(now=timezone.now())


@app.periodic(cron="10 2 * * *")
@app.task(name="close_dormant", queueing_lock="close_dormant", lock="close_dormant")
def close_dormant(timestamp: int) -> None:
    """Close the accounts nobody signs in to; a demonstration's people are always there."""
    del timestamp
    if not settings.GOLDENTHREAD_DEMONSTRATION:
        accounts.close_dormant(now=present.now())


@app.task(name="tell_administrator", retry=AGAIN)
def tell_administrator(account_id: str) -> None:
    """Tell an administrator that somebody is guessing at a password."""
    notices.send(notice="guessed-at", account_id=UUID(account_id))


@app.task(name="tell_keeper", retry=AGAIN)
def tell_keeper(account_id: str) -> None:
    """Tell who looks after accounts that something asked of one waits for a second person."""
    notices.send(notice="access-asked", account_id=UUID(account_id))


@app.task(name="invite_account", retry=AGAIN)
def invite_account(asked_id: str, account_id: str) -> None:
    """Send somebody the link by which they first sign in to the account they were given."""
    account_letters.invite(asked_id=UUID(asked_id), account_id=UUID(account_id))


@app.task(name="load_dataset", lock="load_dataset")
def load_dataset(upload_id: str, account_id: str) -> None:
    """Read the files somebody gave on a page into the dataset."""
    uploads.read(
        upload_id=UUID(upload_id), account_id=UUID(account_id), home=home.folder(), now=present.now
    )


@app.periodic(cron="30 1 * * *")
@app.task(name="extract", queueing_lock="extract", lock="extract")
def extract(timestamp: int) -> None:
    """Write the night's snapshot; `timestamp` is the minute it was due, which it does not need."""
    del timestamp
    nightly.extract(now=present.now())


# By seconds, which stand last.
@app.periodic(cron="* * * * * */5")
@app.task(name="seal_trail", queue=SEALING, queueing_lock="seal_trail", lock="seal_trail")
def seal_trail(timestamp: int) -> None:
    """Chain what was written to the trail."""
    del timestamp
    watching.seal()


@app.periodic(cron="* * * * *")
@app.task(name="anchor_trail", queue=SEALING, queueing_lock="anchor_trail", lock="anchor_trail")
def anchor_trail(timestamp: int) -> None:
    """Write the newest heads of the trail down elsewhere."""
    del timestamp
    watching.anchor()


@app.periodic(cron="*/3 * * * *")
@app.task(name="watch_trail", queueing_lock="watch_trail", lock="watch_trail")
def watch_trail(timestamp: int) -> None:
    """Raise each look a privacy officer should be asked about, within five minutes of it."""
    del timestamp
    watching.notice(now=present.now())


# Each night and not each week: one that was missed is made good, and none is drawn twice.
@app.periodic(cron="15 2 * * *")
@app.task(name="draw_looks", queueing_lock="draw_looks", lock="draw_looks")
def draw_looks(timestamp: int) -> None:
    """Draw last week's looks for line managers to read."""
    del timestamp
    watching.draw(now=present.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="take_up_stalled", queueing_lock="take_up_stalled")
async def take_up_stalled(timestamp: int) -> None:
    """Put back what a killed worker left half done; every job is safe to repeat."""
    del timestamp
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)
