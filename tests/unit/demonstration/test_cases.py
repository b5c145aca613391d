"""The cases told by hand hold nothing the product would have refused to record."""

import pytest

from goldenthread.actions.demonstration import cases, hours, hub
from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration.people import People
from goldenthread.content import catalogue
from goldenthread.kernel import calendar
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.duty import Duty
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.notification import Notification

PEOPLE = People(scale=0.005, seed=1)
ROLES = {made.email: made.role for made, _ in PEOPLE._accounts}
EVERY = [case for family in (*hub.FAMILIES, *hub.APART) for case in family]


def rows() -> list:
    return list(hub.of(people=PEOPLE, chance=chances.of("hub", 1)))


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.children[0].given}-{case.at}")
def test_each_step_would_have_been_taken(case):
    pathway = catalogue.pathway("contact")
    form = "domestic-abuse-form" if "police_reference" in case.shared else "referral-form"
    children = [cases._about(who) for who in case.children]
    shared = cases.one_line(case.shared)
    on = cases.moment(case.at).date()
    told = {**shared, "children": children}
    assert not reading.check(catalogue.instrument(form), told, on=on)
    done, answers = ["contact-received"], {**shared, **children[0]}
    done += ["domestic-abuse-matched"] * (form == "domestic-abuse-form")
    times = [cases.moment(did.at) for did in case.did]
    assert times == sorted(times) and all(at > cases.moment(case.at) for at in times)
    for did in case.did:
        step, said = pathway.step(did.step), cases.one_line(did.answers)
        at, before = cases.moment(did.at), dict(answers)
        answers |= said
        follows = pathways.may_follow(pathway, done, answers=answers, on=at.date())
        assert step.key in {each.key for each in follows}, did
        under = tuple(catalogue.declared(Duty))
        assert steps.may_record(step, ROLES[did.by], answers, under=under), did
        assert not reading.check(step.asks, said, so_far=before, on=at.date()), did
        assert not steps.refusals(step, answers, before=before), did
        done.append(did.step)


def test_it_is_told_the_same_every_time_and_counts_itself():
    first, again = rows(), rows()

    assert [vars(row).get("id") for row in first] == [vars(row).get("id") for row in again]
    episodes = [row for row in first if isinstance(row, Episode)]
    this_morning = [e for e in episodes if calendar.london_date(e.opened_at) == hours.LAST]
    contacts = sum(e.pathway == "contact" for e in episodes)
    assert this_morning and contacts == hub.totals().contacts + len(this_morning)
    assert sum(e.pathway == "referral" for e in episodes) == hub.totals().referrals
    assert len({row.pk for row in first if isinstance(row, Entry)}) == sum(
        isinstance(row, Entry) for row in first
    )


def test_a_second_notification_says_that_it_is_the_second_and_an_open_case_that_it_is_open():
    told = rows()
    found = [row.answers for row in told if getattr(row, "step", "") == "domestic-abuse-matched"]

    assert sorted(each["notified_before"] for each in found)[-2:] == ["1", "2"]
    assert [each["case_open"] for each in found].count("yes") == 1
    assert {each["dash_says"] for each in found} == {"high", "below-high"}
    notified = [row for row in told if isinstance(row, Notification)]
    assert len({row.police_reference for row in notified}) == len(notified) == 7
