"""An analyst gives files on a page, sees how far it is, and reads what could not be read."""

import pytest
from playwright.sync_api import expect

from tests.functional import worker
from tests.made import cin, published
from tests.made.cin import Child, Referral

ROUGH = [Child(id=f"R{n}", referrals=[Referral(on=f"{n} May", source="9Z")]) for n in range(40)]
TABLE = published.referrals([("380", 2020, "9934")], names={"380": "Bradford"})


@pytest.fixture
def files(tmp_path):
    """A made-up return with much that cannot be read, a published table, and a spreadsheet."""
    made = {
        "return.xml": cin.written([Child(), *ROUGH], la="380").encode(),
        "referrals.csv": TABLE.encode(),
        "renamed.xml": b"PK\x03\x04" + bytes(2000),
    }
    folder = tmp_path / "given"
    folder.mkdir()
    for name, content in made.items():
        (folder / name).write_bytes(content)
    return folder


def give(visitor, *paths) -> None:
    visitor.page.get_by_label("Files").set_input_files([str(path) for path in paths])
    visitor.press("Load the files")


@pytest.mark.parametrize("width", [1280, 390])
def test_an_analyst_loads_a_return_and_reads_what_could_not_be_read(home, visit, files, width):
    tomasz = visit("Tomasz", viewport={"width": width, "height": 900})
    tomasz.follow("Load returns and published tables")
    tomasz.heading("Load returns and published tables")
    tomasz.picture(f"files-{width}")
    give(tomasz, files / "return.xml", files / "referrals.csv")
    tomasz.heading("Waiting to be read")
    tomasz.picture(f"files-waiting-{width}")
    assert worker.run_waiting() == ["load_dataset"]
    # The page asks for itself every two seconds.
    expect(tomasz.page.locator("h1")).to_contain_text("Loaded", timeout=10_000)
    tomasz.check()
    tomasz.reads("2 files loaded")
    tomasz.reads("41 children, 41 referrals")
    tomasz.reads("child 2, referral 1 (line ")
    tomasz.reads("Expected a code for the source of a referral.")
    tomasz.reads("Page 1 of 2")
    tomasz.picture(f"files-loaded-{width}")
    tomasz.follow("After")
    tomasz.reads("39 May")
    tomasz.follow("Show the vital signs counted from it")
    tomasz.heading("Vital Signs")
    tomasz.follow("Load returns and published tables")
    tomasz.reads("and 1 other")
    tomasz.picture(f"files-again-{width}")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_renamed_spreadsheet_is_refused_in_the_command_s_words(home, visit, files, scripts):
    tomasz = visit("Tomasz", java_script_enabled=scripts)
    tomasz.open("/vital-signs/files/")
    give(tomasz, files / "renamed.xml")
    worker.run_waiting()
    tomasz.follow("See how far it is now")
    tomasz.heading("Nothing was loaded")
    tomasz.reads(
        "renamed.xml: It is a zip file or a spreadsheet, whatever its name says, and is not "
        "opened: give the XML or CSV file itself."
    )
    tomasz.picture(f"files-refused-{scripts}")
    tomasz.follow("Give the files again")
    tomasz.press("Load the files")
    tomasz.reads("Choose at least one file")
    tomasz.picture(f"files-none-{scripts}")
