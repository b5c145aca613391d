"""Forms as they are written in a browser: through the same classes as those of a file."""

from copy import deepcopy
from dataclasses import replace

import pytest

from goldenthread.content import catalogue
from goldenthread.language import drafting
from goldenthread.language.instrument import Instrument

OURS = [form for form in catalogue.declared(Instrument).values() if form.kept_here]
NEGLECT = catalogue.declared(Instrument)["neglect-toolkit"]


def drafted(form=NEGLECT):
    return deepcopy(drafting.body_of(form))


def questions(body):
    return [each for section in body["sections"] for each in section["questions"]]


@pytest.mark.parametrize("form", OURS, ids=lambda form: form.key)
def test_a_draft_that_changes_nothing_makes_the_same_form(form):
    again = drafting.made(drafting.body_of(form), base=form, version=form.version)

    assert [replace(each, law=None) for each in form.questions] == [
        replace(each, law=None) for each in again.questions
    ]
    assert (again.advice, again.counts) == (form.advice, form.counts)
    assert drafting.compared(form, again) == drafting.Comparison(added=(), changed=(), removed=())


def test_no_file_uses_what_the_browser_keeps_for_itself():
    for form in catalogue.declared(Instrument).values():
        assert all(each.version < drafting.FIRST for each in (form, *form.earlier))
        assert not [q.key for q in form.questions if q.key.startswith(drafting.OWN)], form.key


def test_a_new_key_is_never_one_there_was():
    taken = {"here_is_there_a_cot", "here_is_there_a_cot_2_evidence"}
    assert drafting.new_key("Is there a cot?", taken=()) == "here_is_there_a_cot"
    assert drafting.new_key("Is there a cot?", taken=taken) == "here_is_there_a_cot_3"
    assert drafting.new_key("¿?", taken=()) == "here_question"


def test_what_was_added_changed_and_removed():
    body = drafted()
    first, second = questions(body)[4:6]
    first["asks"] = "Love shown to the child"
    for section in body["sections"]:
        section["questions"] = [each for each in section["questions"] if each is not second]
    body["sections"][1]["questions"].append({**deepcopy(first), "key": "here_cot", "asks": "A cot"})

    made = drafting.made(body, base=NEGLECT, version=101)
    found = drafting.compared(NEGLECT, made)

    assert {each.question.key for each in found.added} == {"here_cot", "here_cot_evidence"}
    assert {each.question.key for each in found.removed} == {
        second["key"],
        f"{second['key']}_evidence",
    }
    (changed,) = found.changed
    assert changed.changes == (
        ("Question", "Warmth and affection towards the child", "Love shown to the child"),
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda body: questions(body)[0].update(key="neglect_bed"), "declared twice"),
        (lambda body: body["sections"][-1]["questions"].pop(), "not asked"),
        (lambda body: questions(body)[4].update(evidence=["never"]), "never answered"),
        (lambda body: questions(body)[4].update(options=[]), "must have options"),
        (lambda body: questions(body)[-1].update(required=False), "both be given"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_the_class_itself(change, says):
    body = drafted()
    change(body)
    with pytest.raises(ValueError, match=says):
        drafting.made(body, base=NEGLECT, version=101)
