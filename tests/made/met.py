"""Meetings to test upon: two brothers with a social worker, and a conference called about them."""

from datetime import timedelta
from uuid import UUID

from goldenthread.actions import contacts, held_meetings, invitations, meetings
from goldenthread.records.episode import Episode
from goldenthread.records.invitation import Invitation
from goldenthread.records.meeting import Meeting
from goldenthread.records.meeting_child import MeetingChild
from tests.made import casework
from tests.made.casework import NOW

HELD = NOW + timedelta(days=7)
AFTER = HELD + timedelta(hours=3)


def allocated(sent):
    """Have Amir's referral and Zain's both allocated to the social worker; return what was sent."""
    for contact in (sent.amir, sent.zain):
        casework.claim(sent.people["screener"], contact)
        casework.screen(sent.people, contact)
        casework.decide(sent.people, contact, casework.REFER)
        casework.tell(sent.people, contact)
        with casework.working(sent.people["manager"]) as by:
            referral = Episode.objects.get(opened_from=contact, pathway="referral")
            contacts.hand_over(
                by=by,
                episode_id=referral.pk,
                to=sent.people["social worker"],
                why="Canary: she knows the family",
                version=referral.version,
                at=NOW,
            )
    return sent


def child_of(bare, contact: UUID) -> UUID:
    found = bare.one("select subject_person_id from gt_episode where id = %s", contact)
    return UUID(str(found["subject_person_id"]))


def call(sent, bare, *contacts_about, kind="initial-conference", chair="chair", **more) -> Meeting:
    about = [child_of(bare, each) for each in contacts_about or (sent.amir,)]
    with casework.working(sent.people[more.pop("who", "social worker")]) as by:
        return meetings.call(
            by=by,
            kind=kind,
            about=more.pop("about", about),
            chair=sent.people[chair],
            planned_at=more.pop("planned_at", HELD),
            at=NOW,
            place="The town hall",
            **more,
        )


def ask(sent, meeting: Meeting, who: str, *, at=NOW, children=None) -> Invitation:
    with casework.working(sent.people["social worker"], at=at) as by:
        account = sent.people[who]
        return invitations.invite(
            by=by, meeting_id=meeting.pk, account=account, children=children, at=at
        )


def hold(sent, meeting: Meeting, came, *, who="chair", at=AFTER, **more) -> Meeting:
    with casework.working(sent.people[who], at=at) as by:
        return held_meetings.hold(
            by=by, meeting_id=meeting.pk, held_at=more.pop("held_at", HELD), came=came, at=at,
            **more,
        )  # fmt: skip


def children_of(sent, meeting: Meeting, who="social worker") -> dict[str, MeetingChild]:
    with casework.working(sent.people[who]):
        found = MeetingChild.objects.filter(meeting=meeting)
        return {each.given_name: each for each in found}


def seen(sent, who: str, model, *, at=AFTER) -> int:
    with casework.working(sent.people[who], at=at):
        return model.objects.count()


def conference(case, bare, *, about=None) -> tuple[Meeting, dict[str, Invitation]]:
    meeting = call(case, bare, *(about or (case.amir,)))
    asked = ("social worker", "health visitor", "protection officer", "lead")
    return meeting, {who: ask(case, meeting, who) for who in asked}
