"""The how-to pages are true: what they say to write is written, and what they promise happens."""

import hashlib
import json
import re

import pytest

from tests.architecture import tree
from tests.made import cin, dataset, how_to

INDICATOR = "add-an-indicator.md"
STEP = "add-a-step-with-a-clock.md"
READ_BACK = "read-a-number-back-to-its-file.md"
DOCS = ("-c", "from goldenthread.cli import main; main()", "docs")

SIGNS = """
import json
from datetime import date
from pathlib import Path
from goldenthread.insight import signs
from tests.made import dataset

home = Path("var")
dataset.live(home, contacts=[
    {
        "received_on": date(2019, 4, 1),
        "decided_on": date(2020, 3, 3),
        "referrer_level": "3",
        "front_door_level": level,
    }
    for level in ("1", "2", "4")
])
print(signs.as_json(signs.rows(home=home, period="2019-20")))
"""

PATHWAY = """
import json
from goldenthread.content import catalogue
from goldenthread.insight import schema
from goldenthread.language import pathway as pathways

contact = catalogue.pathway("contact")
following = pathways.may_follow(contact, ["contact-received", "contact-screened"])
print(json.dumps({
    "following": [step.key for step in following],
    "clocks": [clock.key for clock in catalogue.clocks_of("contact")],
    "columns": schema.TABLES["contacts"].names,
}))
"""


@pytest.fixture(scope="module", params=[INDICATOR, STEP])
def either(request, tmp_path_factory) -> tuple[str, how_to.Copy]:
    """Each how-to done in a copy of its own."""
    return request.param, how_to.done(request.param, into=tmp_path_factory.mktemp("copy"))


def test_it_costs_two_files_the_declaration_and_its_spec(either):
    page, _ = either

    declaration, spec = how_to.files(page)

    assert declaration.startswith("src/goldenthread/content/")
    area, _, module = declaration.removeprefix("src/goldenthread/content/").rpartition("/")
    assert spec == f"tests/spec/{area}/test_{module}"


def test_the_copy_is_what_is_run(either):
    _, copy = either

    ran = copy.run("-c", "import goldenthread; print(goldenthread.__file__)")

    assert ran.strip() == str(copy.folder / "src/goldenthread/__init__.py")


def test_its_files_are_in_the_style_of_the_house(either):
    page, copy = either

    copy.run("-m", "ruff", "check", "--no-cache", *how_to.files(page))
    copy.run("-m", "ruff", "format", "--no-cache", "--check", *how_to.files(page))


def test_its_spec_passes_and_content_still_holds_together(either):
    page, copy = either
    _, spec = how_to.files(page)

    assert " passed" in copy.test(spec)
    assert " passed" in copy.test("tests/architecture/test_content.py")


def test_the_reference_and_the_ledger_take_it_up(either):
    _, copy = either
    before = copy.read("docs/reference/keys.txt")

    copy.run(*DOCS)
    copy.run(*DOCS, "--check")

    assert set(before.splitlines()) < set(copy.read("docs/reference/keys.txt").splitlines())


def test_an_added_indicator_is_counted_and_printed(tmp_path):
    copy = how_to.done(INDICATOR, into=tmp_path)

    signs = json.loads(copy.run("-c", SIGNS))

    (sign,) = [sign for sign in signs if sign["id"] == "IND-FD-14"]
    assert (sign["numerator"], sign["denominator"], sign["value"]) == (2, 3, 66.7)
    copy.run(*DOCS)
    assert "## IND-FD-14 " in copy.read("docs/reference/indicators.md")
    assert "indicator contacts-below-level-3\n" in copy.read("docs/reference/keys.txt")


def test_an_added_step_may_follow_and_its_clock_runs(tmp_path):
    copy = how_to.done(STEP, into=tmp_path)

    found = json.loads(copy.run("-c", PATHWAY))

    assert "contact-strategy-asked-for" in found["following"]
    assert "contact-decided" in found["following"]
    assert "contact-decided-after-strategy" in found["clocks"]
    assert {
        "contact_strategy_asked_for_on",
        "contact_decided_after_strategy_due_on",
        "contact_decided_after_strategy_measurable",
    } <= set(found["columns"])
    copy.run(*DOCS)
    ledger = copy.read("docs/reference/keys.txt")
    assert "step contact-strategy-asked-for\n" in ledger
    assert "clock contact-decided-after-strategy\n" in ledger
    assert "question strategy-request/strategy_why\n" in ledger
    drawn = copy.read("docs/reference/pathways.md")
    assert "contact_screened --> contact_strategy_asked_for" in drawn
    assert "Friday 6 March 2020 at 8pm | a Friday | Saturday 7 March 2020 at midnight" in (
        copy.read("docs/reference/clocks.md")
    )


def test_a_number_is_read_back_to_its_file(tmp_path):
    """Its blocks are run in turn in the folder of a snapshot of two files, one badly filled in."""
    page = (how_to.PAGES / READ_BACK).read_text()
    blocks = re.findall(r"```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    referrals = [cin.Referral(), cin.Referral(on="yesterday")]
    snapshot = dataset.load(
        tmp_path, return_xml=cin.written([cin.Child(referrals=referrals)])
    ).snapshot
    here = how_to.Copy(folder=tmp_path / "dataset" / "snapshots" / snapshot)

    files, rows = (here.run("-c", block) for block in blocks)

    fingerprint = hashlib.sha256((tmp_path / "return.xml").read_bytes()).hexdigest()
    assert f"return.xml 975 2022 2 {fingerprint}" in files
    assert "2021-05-06" in rows
    assert rows.count("yesterday") == 2


def test_every_how_to_that_gives_files_is_done_here():
    giving = {page.name for page in how_to.PAGES.glob("*.md") if how_to.files(page.name)}

    assert giving == {INDICATOR, STEP}
    assert (tree.ROOT / "docs" / "how-to").is_dir()
