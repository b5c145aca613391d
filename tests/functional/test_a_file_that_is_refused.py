"""An analyst gives a file that is none we read, and is told why in the words of the command."""

import pytest
from playwright.sync_api import expect

from goldenthread.cli import shell
from goldenthread.insight import dataset
from tests.functional import worker
from tests.made.refusals import CASES

# One of each kind.
REFUSED = (
    "another XML",
    "another table",
    "cut short",
    "an entity",
    "a DTD elsewhere",
    "UTF-7",
    "Latin letters said to be UTF-8",
    "a spreadsheet renamed",
    "deep nesting",
    "a zip bomb",
    "nothing",
)
# Pressed until the field of files has the focus: no more than there are things to stop at.
STOPS = 40


@pytest.fixture(params=REFUSED)
def bad(request, tmp_path):
    """A file of this kind."""
    name, content, _ = CASES[request.param]
    path = tmp_path / "given" / name
    path.parent.mkdir()
    path.write_bytes(content)
    return path


@pytest.fixture
def large(tmp_path):
    """A file of 200 MB, which is not read to say so."""
    path = tmp_path / "given" / "large.xml"
    path.parent.mkdir()
    with path.open("wb") as file:
        file.truncate(200_000_000)
    return path


def words_of_the_command(path, capsys) -> str:
    capsys.readouterr()
    assert shell.run(["import", str(path)]) == 2
    return capsys.readouterr().err.strip()


def give_by_keyboard(visitor, path) -> None:
    """Go to the field and to the button by Tab alone, and press it with Enter."""
    field = visitor.page.get_by_label("Files")
    for _ in range(STOPS):
        visitor.page.keyboard.press("Tab")
        if field.evaluate("each => each === document.activeElement"):
            break
    expect(field).to_be_focused()
    field.set_input_files(str(path))
    for _ in range(STOPS):
        if visitor.page.evaluate("document.activeElement.innerText") == "Load the files":
            break
        visitor.page.keyboard.press("Tab")
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    visitor.check()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_bad_file_is_refused_in_the_command_s_words(visit, home, bad, width, capsys, request):
    tomasz = visit("Tomasz", viewport={"width": width, "height": 900})
    tomasz.open("/vital-signs/files/")
    give_by_keyboard(tomasz, bad)
    worker.run_waiting()
    # The page asks for itself every two seconds.
    expect(tomasz.page.locator("h1")).to_contain_text("Nothing was loaded", timeout=10_000)
    tomasz.check()
    tomasz.reads(words_of_the_command(bad, capsys))
    tomasz.picture(f"refused-{request.node.callspec.id}")
    tomasz.follow("Give the files again")
    tomasz.heading("Load returns and published tables")
    assert dataset.newest(home=home, kind="imported") is None


@pytest.mark.parametrize("width", [1280, 390])
def test_two_hundred_megabytes_are_refused_as_the_command_refuses_them(
    visit, home, large, width, capsys
):
    tomasz = visit("Tomasz", viewport={"width": width, "height": 900})
    tomasz.open("/vital-signs/files/")
    tomasz.page.context.set_default_timeout(60_000)
    give_by_keyboard(tomasz, large)
    tomasz.reads(words_of_the_command(large, capsys))
    tomasz.picture(f"refused-large-{width}")
    assert worker.run_waiting() == []
    assert dataset.newest(home=home, kind="imported") is None
    assert list((home / "uploads").rglob("*")) == []
