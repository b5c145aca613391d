"""Who a member of the public is is sealed; that they were of the public is not."""

import pytest

from goldenthread.content.front_door import who_told_us as declared
from goldenthread.content.front_door.telephone_form import caller
from goldenthread.content.need_to_know import record_states
from goldenthread.language import pathway as pathways


@pytest.mark.parametrize(
    ("kind", "sealed"), [("public", True), ("professional", False), ("", False)]
)
def test_whose_identity_is_sealed(kind, sealed):
    assert declared.SEALED_IF.holds({"caller_kind": kind} if kind else {}) is sealed


def test_what_is_sealed_is_what_names_them_and_what_is_counted_stays():
    asked = {question.key for question in caller.questions}
    assert set(declared.KEPT) == {"caller_name", "caller_number"} <= asked
    (section,) = declared.who_told_us_form.sections
    assert {section.holds_of(each) for each in section.questions} == {"source-identity"}


def test_it_is_born_sealed_and_no_desk_holds_it():
    assert declared.who_told_us.sealed == record_states.source.key and record_states.source.sealed
    assert pathways.desks(declared.who_told_us) == ()
    assert {each.role for each in declared.kept.by} == {
        "front-door-screener", "front-door-manager", "emergency-duty-worker",
    }  # fmt: skip
