"""The story as rows, without a database: valid, lawful, in order, and the same every time."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from goldenthread.actions.demonstration import acts, chance, hours, place, plan, telling, today
from goldenthread.actions.demonstration.people import People
from goldenthread.content import catalogue
from goldenthread.kernel import calendar, check_digit
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways
from goldenthread.language import step as steps
from goldenthread.language.duty import Duty
from goldenthread.records.account import Account
from goldenthread.records.address import Address
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.entry import Entry
from goldenthread.records.episode import Episode
from goldenthread.records.identification import Identification
from goldenthread.records.identifier import Identifier
from goldenthread.records.occasion import Occasion
from goldenthread.records.person import Person

SCALE = 0.02


class Told:
    """Every row of a story, by kind."""

    def __init__(self, *, scale: float = SCALE, seed: int = 1) -> None:
        self.people = People(scale=scale, seed=seed)
        self.rows = defaultdict(list)
        years = telling.numbered(scale=scale, seed=seed)
        for row in (
            *self.people.rows(),
            *telling.morning(people=self.people, seed=seed),
            *telling.families(years, people=self.people, seed=seed),
        ):
            self.rows[type(row)].append(row)
        self.occasions = {row.pk: row for row in self.rows[Occasion]}
        self.episodes = {row.pk: row for row in self.rows[Episode]}
        self.roles = {row.pk: row.role for row in self.rows[Account]}
        self.roles[self.people.staff.correspondence.account_id] = "correspondence"
        self.roles[self.people.staff.feeds["police"].account_id] = "intake"
        self.entries = defaultdict(list)
        for row in self.rows[Entry]:
            self.entries[row.episode_id].append(row)

    def everything(self):
        return [
            {name: value for name, value in vars(row).items() if not name.startswith("_")}
            for kind in self.rows
            for row in self.rows[kind]
        ]


@pytest.fixture(scope="module")
def told() -> Told:
    return Told()


def test_the_same_seed_tells_the_same_story_and_another_another():
    one = Told(scale=0.005).everything()

    assert Told(scale=0.005).everything() == one
    assert Told(scale=0.005, seed=2).everything() != one


def test_every_answer_is_one_the_form_would_have_taken(told):
    for occasion in told.occasions.values():
        form = catalogue.instrument(occasion.instrument)
        children = [
            entry.answers
            for entry in told.rows[Entry]
            if entry.occasion_id == occasion.pk and entry.step == "contact-received"
        ]
        shared = {key: value for key, value in occasion.answers.items() if key != "source_code"}
        answers = {**shared, "children": children}
        assert reading.check(form, answers, on=occasion.submitted_at.date()) == ()


def test_every_step_was_recorded_by_one_who_may_when_it_may_with_answers_that_will_do(told):
    for episode in told.episodes.values():
        pathway = catalogue.pathway(episode.pathway)
        occasion = told.occasions.get(episode.occasion_id)
        merged = dict(occasion.answers) if occasion else {}
        recorded: list[str] = []
        for entry in told.entries[episode.pk]:
            step = pathway.step(entry.step)
            merged |= entry.answers
            if entry.supersedes_id is None:
                may = pathways.may_follow(
                    pathway, recorded, answers=merged, on=entry.recorded_at.date()
                )
                assert step in may, (episode.reference, entry.step, recorded)
            else:
                assert entry.why_corrected
            if not step.first:
                assert steps.may_record(
                    step, told.roles[entry.by_id], merged, under=catalogue.declared(Duty)
                ), entry.step
                problems = (
                    reading.check(step.asks, entry.answers, so_far=merged) if step.asks else ()
                )
                assert (*problems, *steps.refusals(step, merged)) == ()
            recorded.append(entry.step)


def test_nothing_happens_out_of_order_or_after_the_morning(told):
    for entries in told.entries.values():
        moments = [entry.recorded_at for entry in entries]
        assert moments == sorted(moments)
        # What is found of a notification is recorded in the stroke that receives it.
        received = {entry.step for entry in entries} & {"domestic-abuse-matched"}
        assert len(set(moments)) == len(moments) - 2 * len(received)
        assert moments[-1] < place.MORNING
        assert moments[0] >= place.OPENED - timedelta(hours=8)


def test_the_front_door_works_in_its_hours(told):
    for entry in told.rows[Entry]:
        if entry.step in {"contact-screened", "contact-decided", "contact-outcome-told"}:
            if told.roles[entry.by_id] == "emergency-duty-worker":
                continue
            local = entry.recorded_at.astimezone(calendar.LONDON)
            assert calendar.is_working_day(local.date())
            assert 8.4 <= hours.hour(local) <= 18.2, local


def test_a_school_sends_on_school_days_only(told):
    for occasion in told.occasions.values():
        if occasion.answers["source_code"] == "2A":
            assert hours.is_school_day(occasion.submitted_at.date()), occasion.submitted_at


def test_a_child_has_one_open_referral_at_a_time_and_none_before_birth(told):
    born = {row.pk: row.date_of_birth for row in told.rows[Person]}
    by_child = defaultdict(list)
    for episode in told.episodes.values():
        birth = born[episode.subject_person_id]
        assert birth is None or calendar.london_date(episode.opened_at) > birth
        if episode.pathway == "referral":
            by_child[episode.subject_person_id].append(episode)
    assert 2 <= max(len(referrals) for referrals in by_child.values()) <= 4
    for referrals in by_child.values():
        ordered = sorted(referrals, key=lambda each: each.opened_at)
        for before, after in pairwise(ordered):
            assert before.closed_at is not None and before.closed_at < after.opened_at


def test_siblings_are_told_of_together(told):
    together = defaultdict(set)
    for episode in told.episodes.values():
        if episode.pathway == "contact":
            together[episode.occasion_id].add(episode.subject_person_id)
    sizes = [len(children) for children in together.values()]
    assert max(sizes) >= 3
    assert 0.3 < sum(size > 1 for size in sizes) / len(sizes) < 0.7


def test_decisions_come_sooner_as_the_year_goes_on(larger):
    told = larger
    by_quarter = defaultdict(list)
    for run in told.rows[ClockRun]:
        measured = calendar.london_date(run.started_at) >= date(2019, 4, 1)
        if run.clock == "contact-decision" and run.stopped_at is not None and measured:
            months = (run.started_at.year - 2019) * 12 + run.started_at.month - 4
            by_quarter[months // 3].append(run.status == "met")
    shares = [sum(found) / len(found) for _, found in sorted(by_quarter.items())]
    assert 0.2 < shares[0] < 0.45 and 0.78 < shares[3] < 0.95
    assert shares == sorted(shares)


def test_identifiers_are_of_the_range_for_tests_and_no_two_alike(told):
    kept = defaultdict(set)
    children = {row.pk: row.same_as_id or row.pk for row in told.rows[Person]}
    for row in told.rows[Identifier]:
        kept[row.kind, row.value].add(children[row.person_id])

    assert {kind for kind, _ in kept} == {"nhs", "upn"}
    for kind, value in kept:
        assert value.startswith("999") if kind == "nhs" else value[1:4] == "999"
        read = check_digit.nhs_number if kind == "nhs" else check_digit.upn
        assert read(value) == value
    assert all(len(who) == 1 for who in kept.values())


def test_every_year_has_exactly_the_totals_of_its_scale(told):
    contacts = Counter(_year(e.opened_at) for e in told.episodes.values() if e.pathway == "contact")
    referrals = [e for e in told.episodes.values() if e.pathway == "referral"]
    again = _again(referrals)
    nothing = {
        entry.episode_id
        for entry in told.rows[Entry]
        if entry.answers.get("referral_outcome") == "nothing-further"
    }

    for year, wanted in plan.totals(SCALE).items():
        of_year = [e for e in referrals if _year(e.opened_at) == year]
        assert contacts[year] == wanted.contacts
        assert len(of_year) == wanted.referrals
        assert len({e.subject_person_id for e in of_year}) == wanted.children
        assert sum(e.pk in nothing for e in of_year) == wanted.nothing
        if year > plan.FIRST:
            assert sum(e.pk in again for e in of_year) == wanted.again
    this_morning = today.children(SCALE) - today.totals(SCALE).contacts
    assert contacts[plan.LAST + 1] >= this_morning > 0


@pytest.fixture(scope="module")
def larger() -> Told:
    return Told(scale=0.05)


@pytest.mark.parametrize("since", [date(2014, 4, 1), date(2019, 4, 1)])
def test_referrals_come_from_whom_they_are_published_to_come_from(larger, since):
    told = larger
    contacts = {e.pk: e.occasion_id for e in told.episodes.values() if e.pathway == "contact"}
    referrals = [
        e
        for e in told.episodes.values()
        if e.pathway == "referral" and calendar.london_date(e.opened_at) >= since
    ]
    sources = Counter(
        told.occasions[contacts[e.opened_from_id]].answers["source_code"] for e in referrals
    )

    shares = {source: 100 * number / len(referrals) for source, number in sources.items()}
    assert shares["6"] == pytest.approx(38.5, abs=1)
    assert shares["2A"] == pytest.approx(18.8, abs=1)
    assert shares["3F"] == pytest.approx(15.4, abs=1)


def test_nobody_is_told_of_as_a_child_who_has_come_of_age(told):
    born = {row.pk: row.date_of_birth for row in told.rows[Person]}

    for episode in told.episodes.values():
        day, birth = calendar.london_date(episode.opened_at), born[episode.subject_person_id]
        if birth is None:
            continue
        assert (day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))) < 18


def _year(moment) -> int:
    day = calendar.london_date(moment)
    return day.year + (day.month >= 4)


def _again(referrals) -> set:
    """Return those opened within twelve months of an earlier one of the same child."""
    days = defaultdict(list)
    for each in referrals:
        days[each.subject_person_id].append(calendar.london_date(each.opened_at))
    return {
        each.pk
        for each in referrals
        for opened in [calendar.london_date(each.opened_at)]
        if any(
            calendar.add_months(opened, -12) <= day < opened for day in days[each.subject_person_id]
        )
    }


def test_one_is_told_of_before_birth_and_again_when_born(told):
    (unborn,) = [row for row in told.rows[Person] if row.kind == "unborn"]
    (born,) = [row for row in told.rows[Person] if row.same_as_id == unborn.pk]

    assert unborn.date_of_birth is None and unborn.sex == "U"
    assert abs(born.date_of_birth - unborn.expected_date_of_birth) < timedelta(days=21)


def test_who_comes_up_again_is_a_person_of_their_own_known_to_be_the_same(larger):
    people = {row.pk: row for row in larger.rows[Person]}
    again = [row for row in people.values() if row.same_as_id]
    other = [
        (row, people[row.same_as_id])
        for row in again
        if (row.given_name, row.family_name, row.date_of_birth)
        != (
            people[row.same_as_id].given_name,
            people[row.same_as_id].family_name,
            people[row.same_as_id].date_of_birth,
        )
    ]
    decided = {row.person_id: row.child_id for row in larger.rows[Identification]}

    assert decided == {row.pk: row.same_as_id for row in again}
    assert not any(people[row.same_as_id].same_as_id for row in again), "one step, never two"
    assert 0.05 < len(other) / len(again) < 0.2, "some written another way"


def test_there_are_twins_and_they_are_two(larger):
    people = {row.pk: row for row in larger.rows[Person]}
    twins = defaultdict(set)
    for episode in larger.episodes.values():
        if episode.pathway == "contact":
            person = people[episode.subject_person_id]
            twins[episode.occasion_id, person.date_of_birth].add(person.given_name)
    assert sum(len(names) == 2 for names in twins.values()) > 5
    assert max(len(names) for names in twins.values()) == 2


def test_some_of_those_being_looked_at_have_moved(told):
    lived = defaultdict(list)
    for row in told.rows[Address]:
        lived[row.person_id].append(row)
    moved = [rows for rows in lived.values() if len(rows) > 1]

    assert moved and len(moved) < len(lived) / 2
    for told_first, ended, now in moved:
        assert told_first.valid_to is None and ended.supersedes_id == told_first.pk
        assert ended.why_ended and ended.lines == told_first.lines
        assert ended.valid_to + timedelta(days=1) == now.valid_from and now.valid_to is None
        assert now.lines != ended.lines


def test_no_two_references_are_alike_however_large_the_city(told):
    quoted = [row.reference for row in told.occasions.values()]
    numbered = {acts.numbered(number) for number in range(0, 8_000_000, 16)}
    drawn = {acts.reference(chance.of("reference", 1)) for _ in range(10)}

    assert len(set(quoted)) == len(quoted)
    assert len(numbered) == 500_000 and not numbered & drawn
    assert not {each[0] for each in numbered} & {each[0] for each in drawn}
