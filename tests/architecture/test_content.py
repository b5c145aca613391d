"""Content: each item cites its law, has its own key, names only what there is, and is tested."""

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import chain

import pytest

from goldenthread.cli.reference import ledger
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue, exclusions, quarantine
from goldenthread.language import pathway as pathways
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.language.allowance import Allowance
from goldenthread.language.clock import Clock
from goldenthread.language.condition import Condition
from goldenthread.language.indicator import Indicator
from goldenthread.language.instrument import Instrument
from goldenthread.language.meeting_kind import MeetingKind
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState
from goldenthread.language.pathway import Pathway
from goldenthread.language.question import Kind
from goldenthread.language.role import Role
from goldenthread.language.step import Step
from goldenthread.language.target import Target
from tests.architecture import tree

CITING = (
    Pathway, Step, Clock, Instrument, Indicator, Target, Allowance,
    FieldClass, RecordState, Purpose, GrantKind, MeetingKind,
)  # fmt: skip
TESTED = (Pathway, Clock, Instrument, Indicator, Target, Allowance, MeetingKind)
# Said by every area, or standing above them all: see the import contract "content-areas".
AREAS = {"front_door", "protection", "care", "contextual", "reviews", "assurance", "partnership"}
LEDGER = tree.ROOT / "docs" / "reference" / "keys.txt"


@pytest.mark.parametrize("kind", CITING)
def test_every_item_cites_its_law(kind):
    declared = catalogue.declared(kind).values()

    assert declared
    assert [item.key for item in declared if item.law is None or not item.law.source] == []


def test_every_rule_that_refuses_cites_its_law():
    rules = [rule for step in catalogue.declared(Step).values() for rule in step.rules]

    assert rules
    assert [rule.says for rule in rules if not rule.law.source] == []


def test_no_number_or_prefix_people_quote_is_given_twice():
    quoted = chain(
        (clock.id for clock in catalogue.declared(Clock).values()),
        (indicator.id for indicator in catalogue.declared(Indicator).values()),
        (pathway.reference_prefix for pathway in catalogue.pathways().values()),
    )

    assert [name for name, times in Counter(filter(None, quoted)).items() if times > 1] == []


@pytest.mark.parametrize("kind", TESTED)
def test_every_item_has_a_spec_test_that_mirrors_it(kind):
    specs = Specs(tree.ROOT / "tests" / "spec")

    untested = [key for key, item in catalogue.declared(kind).items() if specs.file(item) is None]

    assert untested == []


def test_every_step_is_on_one_pathway():
    on = Counter(step.key for pathway in catalogue.pathways().values() for step in pathway.steps)

    assert on == Counter(catalogue.declared(Step).keys())


def test_a_step_names_only_what_there_is():
    roles, pathways = catalogue.declared(Role), catalogue.pathways()
    for step in catalogue.declared(Step).values():
        assert {by.role for by in step.by} <= set(roles), step.key
        assert not step.on or step.on in pathways, step.key
        for opens in step.opens:
            assert pathways[opens.pathway].step(opens.step).first, step.key


def test_only_what_is_chosen_is_counted_never_what_is_written():
    """docs/adr/0003: the extract reads columns, and words people wrote are in none of them."""
    written = {Kind.TEXT, Kind.LONG_TEXT, Kind.PHONE, Kind.EMAIL}
    questions = [q for form in catalogue.declared(Instrument).values() for q in form.questions]

    assert [q.key for q in questions if q.column and q.kind in written] == []
    assert any(q.column for q in questions)


def test_a_kind_of_meeting_names_only_what_there_is():
    roles, kinds = set(catalogue.declared(Role)), set(catalogue.declared(AgencyKind))
    for kind in catalogue.declared(MeetingKind).values():
        assert {*kind.called_by, *kind.chaired_by} <= roles, kind.key
        assert {one for each in kind.invites for one in each.kinds} <= kinds, kind.key
        for records in kind.records:
            on = catalogue.pathway(records.pathway)
            assert all(on.step(key) for key in (records.step, records.short) if key), kind.key


def test_a_rule_speaks_of_what_its_pathway_asks():
    for pathway in catalogue.pathways().values():
        asked = _known_on(pathway)
        for condition in _conditions(pathway):
            assert condition.keys() <= asked, f"{pathway.key}: {condition}"
        for step in pathway.steps:
            own = {question.key for question in step.questions}
            assert {rule.field for rule in step.rules} <= own, step.key


def test_a_step_that_says_when_it_happened_says_a_day_that_has_been():
    for step in catalogue.declared(Step).values():
        for question in step.questions:
            if question.key == step.dated_by:
                assert question.kind is Kind.DATE, step.key
                assert question.within is not None, step.key
                assert question.within.days == 0, step.key


def test_whoever_gives_a_case_to_somebody_else_says_why():
    for pathway in catalogue.pathways().values():
        giving = [step for step in pathway.steps if step.allocates]
        assert len(giving) == 1 or not pathway.allocated_to, pathway.key
        assert all(len(step.questions) == 1 for step in giving), pathway.key


def test_what_is_handed_on_is_asked_where_it_goes():
    for step in catalogue.declared(Step).values():
        for opens in (*step.opens, *step.ends):
            there = catalogue.pathway(opens.pathway).step(opens.step)
            assert set(opens.gives) <= {question.key for question in there.questions}, step.key
        for ends in step.ends:
            assert catalogue.pathway(ends.pathway).step(ends.step).closes, step.key
        assert set(step.waits_for) <= set(catalogue.pathways()), step.key


def test_a_clock_asks_only_what_its_pathway_does():
    for clock in catalogue.declared(Clock).values():
        pathway = catalogue.pathway_of(clock.starts)
        assert {clock.counts_from, clock.late_because} - {""} <= _known_on(pathway), clock.key


def test_a_clock_runs_between_steps_of_one_pathway():
    for clock in catalogue.declared(Clock).values():
        on = {*clock.starting, *clock.stopping, *clock.cancels}
        holding = [
            pathway.key
            for pathway in catalogue.pathways().values()
            if on <= {step.key for step in pathway.steps}
        ]
        assert len(holding) == 1, clock.key


def test_a_role_works_somewhere_and_its_desk_holds_something():
    desks = {desk for pathway in catalogue.pathways().values() for desk in pathways.desks(pathway)}
    # What was withdrawn is held there, of whatever pathway it was.
    desks |= {quarantine.DESK, exclusions.DESK}
    for role in catalogue.declared(Role).values():
        assert set(role.agency_kinds) <= set(catalogue.declared(AgencyKind)), role.key
        assert set(role.desks) <= desks, role.key
        assert role.service == (not role.agency_kinds), role.key


def test_areas_of_content_know_nothing_of_each_other():
    for path, module in tree.modules().items():
        area = path.split("/")[1] if tree.room(path) == "content" else ""
        if area in AREAS:
            assert _areas_imported(module) <= {area}, path


def test_no_key_of_content_has_gone():
    lost = ledger.lost(so_far=LEDGER.read_text())

    assert lost == [], "Bring it back, or name it in the `formerly` of what took its place."


def _known_on(pathway: Pathway) -> set[str]:
    """Every answer there may be on a pathway, the days of its steps among them."""
    asked = {question.key for step in pathway.steps for question in step.questions}
    return asked | {step.dated_by for step in pathway.steps if step.dated_by}


def _conditions(pathway: Pathway) -> Iterator[Condition]:
    yield from (lane.only_if for lane in pathway.lanes if lane.only_if)
    for step in pathway.steps:
        yield from (by.only_if for by in step.by if by.only_if)
        yield from (opens.only_if for opens in (*step.opens, *step.ends) if opens.only_if)
        yield from (rule.refuses_if for rule in step.rules)
        if isinstance(step.closes, Condition):
            yield step.closes


def _areas_imported(module: ast.Module) -> set[str]:
    names = (node.module or "" for node in ast.walk(module) if isinstance(node, ast.ImportFrom))
    parts = (name.split(".") for name in names if name.startswith("goldenthread.content."))
    return {part[2] for part in parts} & AREAS
