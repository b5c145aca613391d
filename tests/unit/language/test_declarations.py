"""A declaration that makes no sense is refused when it is made."""

from datetime import date

import pytest

from goldenthread.kernel import limit
from goldenthread.kernel.citation import Citation
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.clock import Clock
from goldenthread.language.condition import answer
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.pathway import Pathway
from goldenthread.language.question import Kind, Option, Question
from goldenthread.language.role import Role
from goldenthread.language.step import By, Step

YES, NO = Option(key="yes", label="Yes"), Option(key="no", label="No")
NAME = Question(key="given_name", asks="Given name", kind=Kind.TEXT)


def question(key="given_name", **given):
    return Question(**{"key": key, "asks": "Asked", "kind": Kind.TEXT, **given})


def section(key="about", *questions, **given):
    return Section(key=key, title="About", questions=questions, **given)


def instrument(*sections):
    return Instrument(key="form", version=1, title="Form", sections=sections)


def step(key, **given):
    return Step(**{"key": key, "title": key, "state": key, "by": (By(role="teacher"),), **given})


def pathway(*steps):
    return Pathway(key="contact", title="Contact", steps=steps, reference_prefix="C")


REFUSED = {
    "a question's key with a hyphen": (lambda: question("given-name"), "underscores"),
    "a question's key with a capital": (lambda: question("givenName"), "underscores"),
    "a choice without options": (lambda: question(kind=Kind.CHOICE), "options"),
    "options on what is no choice": (lambda: question(options=(YES, NO)), "options"),
    "one option twice": (lambda: question(kind=Kind.CHOICE, options=(YES, YES)), "twice"),
    "one question twice in a section": (lambda: section("about", NAME, NAME), "twice"),
    "one question twice in a form": (
        lambda: instrument(section("about", NAME), section("more", NAME)),
        "twice",
    ),
    "a repeating section called like a question": (
        lambda: instrument(
            section("about", NAME), section("given_name", question("age"), repeats=Repeat())
        ),
        "twice",
    ),
    "a question that hangs on a later one": (
        lambda: instrument(
            section("about", question("why", only_if=answer("told").equals("no"))),
            section("more", question("told")),
        ),
        "not asked before",
    ),
    "a section repeated at most less than at least": (lambda: Repeat(least=3, most=2), "repeat"),
    "a role's key with an underscore": (
        lambda: Role(
            key="front_door",
            title="Screener",
            question="Which contact needs me now?",
            agency_kinds=("council",),
            may=frozenset(),
            home="queue",
        ),
        "hyphens",
    ),
    "an agency kind without a key": (lambda: AgencyKind(key="", title="School"), "hyphens"),
    "a pathway nobody can begin": (lambda: pathway(step("received")), "first"),
    "a pathway with one step twice": (
        lambda: pathway(step("received", first=True), step("received")),
        "twice",
    ),
    "a step that follows another pathway's": (
        lambda: pathway(step("received", first=True), step("decided", follows=("screened",))),
        "not on this pathway",
    ),
    "a clock without a limit": (
        lambda: Clock(
            key="decision",
            title="Decision",
            starts="received",
            stops="decided",
            limits=(),
            law=Citation("Working Together to Safeguard Children"),
        ),
        "no limit",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_declaration_that_makes_no_sense_is_refused(what):
    make, says = REFUSED[what]
    with pytest.raises(ValueError, match=says):
        make()


def test_a_question_in_two_repeating_sections_is_no_clash():
    children, adults = Repeat(), Repeat(one="adult", many="adults")
    form = instrument(
        section("children", NAME, repeats=children), section("adults", NAME, repeats=adults)
    )
    assert form.questions == (NAME, NAME)
    assert form.section("adults").repeats is adults


def test_an_option_is_offered_from_its_first_day_to_its_last():
    option = Option(key="a", label="A", since=date(2019, 4, 1), until=date(2020, 3, 31))
    assert option.offered(date(2019, 4, 1))
    assert option.offered(date(2020, 3, 31))
    assert not option.offered(date(2019, 3, 31))
    assert not option.offered(date(2020, 4, 1))
    assert option.offered(None)


def test_an_option_that_is_no_longer_there_is_shown_by_its_key():
    choice = question(kind=Kind.CHOICE, options=(YES, NO))
    assert choice.label_of("yes") == "Yes"
    assert choice.label_of("perhaps") == "perhaps"


def test_the_newest_limit_in_force_counts():
    old = limit.days(7, until=date(2018, 7, 3))
    new = limit.working_days(1, since=date(2018, 7, 4))
    local = limit.hours(24, since=date(2019, 7, 1))
    clock = Clock(
        key="decision",
        title="Decision",
        starts="received",
        stops="decided",
        limits=(local, old, new),
        law=Citation("Working Together to Safeguard Children"),
    )
    assert clock.limit_on(date(2018, 7, 3)) is old
    assert clock.limit_on(date(2018, 7, 4)) is new
    assert clock.limit_on(date(2019, 7, 1)) is local
