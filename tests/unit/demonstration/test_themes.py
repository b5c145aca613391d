"""The themes: every text can be said of every child, and is read in a way the front door may."""

import re
from datetime import date
from itertools import product

import pytest

from goldenthread.actions.demonstration import families, words
from goldenthread.actions.demonstration.course import DELEGATED
from goldenthread.actions.demonstration.families import Child, Family
from goldenthread.actions.demonstration.themes import THEMES
from goldenthread.content.front_door.contact import DELEGATED as BY_DELEGATION
from goldenthread.content.front_door.outcome import OPENS_REFERRAL, OUTCOMES
from goldenthread.content.front_door.screening_form import screening_form

ON = date(2020, 3, 3)
SITUATIONS = [(theme, situation) for theme in THEMES for situation in theme.situations]
NAMED = [f"{theme.key}-{theme.situations.index(each)}" for theme, each in SITUATIONS]
KNOWN = {outcome.option.key for outcome in OUTCOMES}


def voices():
    for sex, parent in product("FM", ("mum", "dad")):
        child = Child(
            person_id=None, given_name="Sam", family_name="Lee", born=date(2011, 1, 1), sex=sex
        )
        family = Family(children=(child,), parent=parent, area="Oxgarth", school=0)
        yield families.voice(family=family, child=child, day=date(2020, 3, 2), on=ON)


def texts(situation):
    yield from (situation.worry, *situation.words)
    yield from filter(None, (situation.well, situation.needs, situation.evidence))
    for reading in situation.reads:
        yield from (reading.summary, reading.why)


@pytest.mark.parametrize(("theme", "situation"), SITUATIONS, ids=NAMED)
def test_every_text_can_be_said_of_every_child(theme, situation):
    for voice in voices():
        for text in (*texts(situation), *theme.family_views):
            said = families.said(text, voice)
            assert not re.search(r"[{}]|  ", said)
            assert not re.search(r"\b(he|she|him) (have|were|do)\b", said), said
            assert re.match(r"[A-Z0-9£'“]", said), said
            assert said[-1] in ".?!'", said


@pytest.mark.parametrize(("theme", "situation"), SITUATIONS, ids=NAMED)
def test_every_reading_ends_in_an_outcome_there_is_and_says_why(theme, situation):
    assert situation.reads
    for reading in situation.reads:
        assert set(reading.outcomes) <= KNOWN
        assert reading.is_referral == all(each in OPENS_REFERRAL for each in reading.outcomes)
        assert reading.summary and reading.why
        assert "lado-transfer" not in reading.outcomes, "R1.8: it is never typed here"


@pytest.mark.parametrize(("theme", "situation"), SITUATIONS, ids=NAMED)
def test_a_situation_is_told_by_a_kind_of_agency_about_an_age_it_may_meet(theme, situation):
    first, last = theme.ages_of(situation)

    assert situation.kind in {"school", "police", "health", "council"}
    assert 0 <= first <= last <= families.OLDEST
    assert theme.ages[0] <= first <= last <= theme.ages[1]


def test_there_are_several_dozen_of_them():
    assert len(SITUATIONS) >= 60
    assert sum(len(situation.reads) for _, situation in SITUATIONS) >= 80


def test_what_a_practitioner_decides_alone_is_what_may_be_decided_alone():
    purpose = screening_form.questions[0]
    assert {theme.purpose for theme in THEMES} <= {option.key for option in purpose.options}
    for theme in THEMES:
        assert (theme.purpose in DELEGATED) == BY_DELEGATION.holds({"purpose": theme.purpose})
        if theme.purpose in DELEGATED:
            assert not any(s.read_as(referral=True) for s in theme.situations), theme.key


def test_words_common_to_all_can_be_said_too():
    outcomes = set(words.CLOSINGS)
    assert outcomes == set(words.LETTERS) == KNOWN - {"lado-transfer"}
    pools = [
        *words.CLOSINGS.values(),
        *words.LETTERS.values(),
        words.FAMILY_VIEWS,
        (words.DUPLICATE,),
    ]
    pools += [texts for _, _, texts in words.REFERRAL_ENDS] + [words.LEVEL_EVIDENCE]
    for voice in voices():
        for text in (text for pool in pools for text in pool):
            assert not re.search(r"[{}]|  ", families.said(text, voice))


def test_a_child_of_any_age_has_something_that_may_be_told_again():
    """Or a family that comes up twice would never find its second worry."""
    for age, referral in product(range(families.OLDEST + 1), (True, False)):
        fitting = [
            situation
            for theme, situation in SITUATIONS
            if not theme.only_once
            and theme.ages_of(situation)[0] <= age <= theme.ages_of(situation)[1]
            and situation.read_as(referral=referral)
        ]
        assert len(fitting) >= (1 if referral else 4), (age, referral)
