"""Looking a notification's child up in our own record as it arrives, and keeping what was found."""

from datetime import datetime

from django.db import connection

from goldenthread.access.viewer import Viewer
from goldenthread.actions import desks, entries, projection
from goldenthread.content import catalogue
from goldenthread.content.front_door import domestic_abuse_incident
from goldenthread.kernel import calendar
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode

FORM = "domestic-abuse-form"
FOUND, HAPPENED = "domestic-abuse-matched", "domestic-abuse-incident"
WHY_AGAIN = "Looked up again for what police changed"


def record(*, by: Viewer, episode: Episode, at: datetime) -> None:
    """Record when the incident happened and what our record says of the child.

    Recorded again after a change, each supersedes what it said before. `by` is the intake service.
    """
    standing = {
        entry.step: entry
        for entry in Entry.objects.filter(episode=episode, superseded_by__isnull=True)
    }
    received = standing["contact-received"]
    answers = {**projection.beneath(episode), **received.answers}
    found = {
        **_found(episode=episode, at=at),
        "dash_says": domestic_abuse_incident.dash_says(answers),
    }
    for key, said, when in (
        (HAPPENED, {}, domestic_abuse_incident.happened(answers)),
        (FOUND, found, None),
    ):
        old = standing.get(key)
        # When something happened stays as it was first recorded, so an incident is recorded once.
        if old is not None and (key == HAPPENED or old.answers == said):
            continue
        entries.insert(
            step=catalogue.step(key),
            episode=episode,
            answers=said,
            by=by,
            at=at,
            happened=when,
            old=old,
            why=WHY_AGAIN if old else "",
        )
    projection.keep(episode=episode)
    desks.follow(episode=episode, answers={**answers, **found}, at=at)


def _found(*, episode: Episode, at: datetime) -> dict[str, str]:
    since = calendar.start_of_day(calendar.add_months(calendar.london_date(at), -12))
    with connection.cursor() as cursor:
        cursor.execute(
            "select notified, case_open from gt_notified(%s, %s, 'referral', %s)",
            [episode.subject_person_id, FORM, since],
        )
        notified, case_open = cursor.fetchone()
    return {
        "notified_before": str(notified) if notified < 3 else "3-or-more",
        "case_open": "yes" if case_open else "no",
    }
