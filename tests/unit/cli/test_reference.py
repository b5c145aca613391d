"""The reference: the same pages every time, and a ledger that only grows."""

from datetime import date

import pytest

from goldenthread.cli.reference import (
    agreements,
    clocks,
    dataset,
    diagram,
    fields,
    files,
    ledger,
    markdown,
    wording,
)
from goldenthread.cli.reference.specs import Specs
from goldenthread.content import catalogue
from goldenthread.content.front_door.contact import contact
from goldenthread.content.front_door.contact_decision_clock import contact_decision
from goldenthread.insight import declared
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import hours, working_days
from goldenthread.language.basis import Basis
from goldenthread.language.condition import answer
from goldenthread.language.need_to_know import FieldClass, Purpose
from goldenthread.language.question import Kind, Option, Question
from goldenthread.records import classification

CONTACT_SPEC = '''"""A contact."""

# Which days count.
DAYS_TABLE = """
| day | counts |
|---|---|
| Monday | yes |
"""
OTHER = "not a table"
'''


@pytest.fixture
def spec_folder(tmp_path):
    """A folder of spec tests with one in it, for the contact."""
    folder = tmp_path / "spec"
    (folder / "front_door").mkdir(parents=True)
    (folder / "front_door" / "test_contact_pathway.py").write_text(CONTACT_SPEC)
    return folder


def test_writing_twice_changes_nothing_the_second_time(tmp_path, spec_folder):
    folder = tmp_path / "reference"

    first = files.write(folder, specs=spec_folder)

    assert {file.name for file in first} == {
        "allowances.md",
        "clocks.md",
        "dataset.md",
        "fields.md",
        "impact-assessment.md",
        "indicators.md",
        "instruments.md",
        "joint-controllers.md",
        "keys.txt",
        "meetings.md",
        "need-to-know.csv",
        "need-to-know.md",
        "pathways.md",
        "privacy-notices.md",
        "roles.md",
        "sharing-agreement.md",
    }
    assert files.write(folder, specs=spec_folder) == []
    assert files.differing(folder, specs=spec_folder) == []


def test_a_page_changed_by_hand_differs(tmp_path, spec_folder):
    files.write(tmp_path, specs=spec_folder)
    (tmp_path / "roles.md").write_text("Everybody may do everything.")

    assert files.differing(tmp_path, specs=spec_folder) == [tmp_path / "roles.md"]


def test_a_page_shows_the_cases_its_declaration_is_tested_by(spec_folder):
    shown = Specs(spec_folder).of(contact)

    assert shown == (
        "Tested in `tests/spec/front_door/test_contact_pathway.py`, by these cases.\n\n"
        "**Days.** Which days count.\n\n"
        "| day | counts |\n|---|---|\n| Monday | yes |"
    )


def test_what_has_no_spec_test_shows_none(spec_folder):
    assert Specs(spec_folder).file(contact_decision) is None
    assert Specs(spec_folder).of(contact_decision) == ""


def test_the_ledger_keeps_a_key_that_has_gone_and_says_that_it_has():
    kept = ledger.text(so_far="step contact-forgotten\n")

    assert "step contact-forgotten\n" in kept
    assert "step contact-received\n" in kept
    assert ledger.text(so_far=kept) == kept
    assert ledger.lost(so_far=kept) == ["step contact-forgotten"]


def test_the_ledger_has_a_line_for_the_keys_inside_a_form():
    declared = set(ledger.declared())

    assert "section referral-form/children" in declared
    assert "question referral-form/children/given_name" in declared
    assert "question referral-form/worried_about" in declared
    assert "option referral-form/children/sex/F" in declared
    assert "lane contact/immediate" in declared


def test_a_renamed_question_keeps_the_line_it_had():
    question = Question(
        key="sex",
        formerly=("gender",),
        asks="Sex",
        kind=Kind.CHOICE,
        options=(Option(key="F", label="Female"),),
    )

    assert list(ledger._under("question", ["form"], question)) == [
        "question form/sex",
        "question form/gender",
    ]


def test_every_state_and_arrow_of_a_pathway_is_drawn():
    drawn = diagram.of(contact)

    assert drawn.startswith("stateDiagram-v2\n")
    for step in contact.steps:
        assert f'state "{step.title}" as {step.key.replace("-", "_")}' in drawn
    assert "[*] --> contact_received" in drawn
    assert "contact_screened --> contact_decided" in drawn
    assert "contact_outcome_told --> [*]" in drawn


def test_examples_of_a_limit_in_hours_have_a_time_and_pass_the_change_of_the_clocks():
    examples = {starts: due for starts, _, due in clocks._examples(hours(72))}

    assert examples["Monday 2 March 2020 at 8pm"] == "Thursday 5 March 2020 at 8pm"
    assert examples["Saturday 28 March 2020 at 8pm"] == "Tuesday 31 March 2020 at 9pm"


def test_a_limit_newer_than_the_examples_is_shown_by_its_own_first_week():
    examples = list(clocks._examples(working_days(1, since=date(2026, 4, 1))))

    assert examples[0] == ("Wednesday 1 April 2026", "", "Thursday 2 April 2026")
    assert len(examples) == 7


def test_a_condition_is_told_in_the_words_people_see():
    said = wording.naming(
        (
            Question(key="told", asks="Have you told them?", kind=Kind.YES_NO),
            Question(
                key="why_not",
                asks="Why not?",
                kind=Kind.CHOICE,
                options=(Option(key="urgent", label="There was no time"),),
            ),
        )
    )
    condition = answer("told").equals("no") & ~answer("why_not").equals("urgent")

    assert wording.where(condition, said) == (
        " where “Have you told them?” is no and “Why not?” is not “There was no time”"
    )
    assert answer("elsewhere").equals("x").in_words(said) == "`elsewhere` is `x`"


def test_a_citation_says_how_sure_we_are_of_it():
    assert wording.law(Citation("Children Act 1989", "section 47", status="seen")) == (
        "Children Act 1989, section 47"
    )
    assert wording.law(Citation("Front door procedure", status="LOCAL")).endswith(
        "(the partnership's own, with no statutory force)"
    )


def test_a_cell_may_hold_a_bar_and_a_line_break():
    assert markdown.table(("A",), [("one|two\nthree",)]) == (
        "| A |\n| --- |\n| one\\|two<br>three |"
    )
    assert markdown.table(("A",), []) == ""


def test_every_column_that_content_declares_says_what_fills_it():
    for table in declared.PATHWAY_OF:
        assert set(dataset._declared(table)) == set(declared.columns(table))


def test_every_field_that_is_kept_is_listed_with_its_six_answers():
    page = fields.page()

    for model in classification.FIELDS:
        for field in classification.of(model):
            assert f"| `{field}` | " in page.split(f"## `{model}`")[1].split("\n## ")[0]


def test_every_declared_key_is_somewhere_in_the_pages(spec_folder):
    pages = "\n".join(files.pages(specs=spec_folder, ledger_so_far="").values())

    for kind in catalogue.KINDS:
        assert [key for key in catalogue.declared(kind) if f"`{key}`" not in pages] == []


def test_what_partners_sign_has_every_purpose_basis_and_field_class_that_is_declared():
    papers = agreements.pages()
    written = papers["sharing-agreement.md"] + papers["impact-assessment.md"]

    for kind in (Purpose, Basis, FieldClass):
        for each in catalogue.declared(kind).values():
            assert each.title in written, each.key
