"""Need to know is whole: nothing is shown that nobody classified, and nothing named is missing.

SECURITY P1 and P2: a new field, question, pathway, route, verb or desk that nobody has said
anything about fails here.
"""

from itertools import chain

from goldenthread.access import need_to_know
from goldenthread.cli import routes
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import verbs
from goldenthread.language.instrument import Instrument
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass, GrantKind, Purpose, RecordState
from goldenthread.language.pathway import Pathway
from goldenthread.language.role import Role
from goldenthread.records import classification
from goldenthread.records.field_class import Access

ROLES = catalogue.declared(Role)
CLASSES = set(catalogue.declared(FieldClass))
STATES = catalogue.declared(RecordState)
KINDS = catalogue.declared(GrantKind)
ANYBODYS = {need_to_know.ANY}


def test_every_question_is_of_a_field_class():
    unsaid = [
        f"{form.key} version {version.version}: {question.key}"
        for form in catalogue.declared(Instrument).values()
        for version in (form, *form.earlier)
        for section in version.sections
        for question in section.questions
        if section.holds_of(question) not in CLASSES
    ]
    assert unsaid == []


def test_every_field_about_a_child_is_of_a_field_class_and_no_other_field_is():
    for model in classification.FIELDS:
        for field, kind in classification.of(model).items():
            about_a_child = kind.access is Access.RELATIONSHIP
            assert (kind.holds in CLASSES) is about_a_child, (model, field)
            assert about_a_child or kind.holds == "", (model, field)


def test_every_field_class_holds_something():
    held = {
        kind.holds for model in classification.FIELDS for kind in classification.of(model).values()
    }
    asked = {
        section.holds_of(question)
        for form in catalogue.declared(Instrument).values()
        for section in form.sections
        for question in section.questions
    }
    assert CLASSES - held - asked == set()


def test_every_pathway_says_what_stands_with_a_child_of_whom_one_is_open():
    assert {each.record_state for each in catalogue.declared(Pathway).values()} <= set(STATES)


def test_a_sight_names_only_what_there_is_and_a_sealed_record_is_seen_by_name_alone():
    for role in ROLES.values():
        for sight in role.sees:
            assert sight.by in KINDS, role.key
            assert {*sight.shows, *sight.hides} <= CLASSES, role.key
            assert set(sight.states) <= set(STATES), role.key
            sealed = {STATES[state].sealed for state in sight.states}
            assert sealed == {sight.level is Level.SEALED}, (role.key, sight.by)


def test_a_role_says_once_what_it_sees_of_a_state_through_a_relationship():
    for role in ROLES.values():
        said = [(sight.by, state) for sight in need_to_know.sees(role) for state in sight.states]
        assert len(said) == len(set(said)), role.key


def test_every_desk_a_role_sits_at_opens_something_to_it():
    for role in ROLES.values():
        seen = {sight.by for sight in role.sees}
        assert {f"{desk}-desk" for desk in role.desks} <= seen, role.key


def test_a_relationship_that_is_not_given_yet_opens_nothing():
    given = {sight.by for role in ROLES.values() for sight in role.sees}
    assert all(KINDS[kind].given_now for kind in given)
    assert {kind.key for kind in KINDS.values() if kind.given_now} == given | {"own"}


def test_a_relationship_has_a_purpose_and_what_follows_it_is_a_relationship():
    for kind in KINDS.values():
        assert kind.purpose in catalogue.declared(Purpose), kind.key
        assert not kind.afterwards or kind.afterwards in KINDS, kind.key


def test_every_verb_of_a_role_and_of_a_route_is_in_the_table_and_no_other_is():
    used = set(chain.from_iterable(role.may for role in ROLES.values()))
    used |= {route["verb"] for route in routes.every() if route["verb"]}
    assert used == set(verbs.NEEDS)


def test_no_two_states_stand_in_each_others_way():
    orders = [state.order for state in STATES.values()]
    assert len(orders) == len(set(orders))


def test_who_looks_after_the_machine_and_who_counts_sees_no_record():
    for key in ("system-administrator", "backup-operator", "analyst", "register-keeper"):
        assert ROLES[key].sees == (), key
    # Of the meetings they arrange, what the meeting holds.
    arranges = {sight.by for sight in ROLES["business-unit-administrator"].sees}
    assert arranges == {"conference-invitee", "meeting-chair"}


def test_who_keeps_the_exclusion_list_sees_no_more_of_anybody_than_a_name():
    (seen,) = {(each.by, each.level) for each in ROLES["caldicott-guardian"].sees}
    assert seen == ("exclusions-desk", Level.STUB)


def test_everybody_who_signs_in_may_read_what_their_role_sees():
    assert all(role.may >= verbs.EVERYBODY for role in ROLES.values() if not role.service)
