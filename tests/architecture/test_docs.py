"""The documents: what they name is there, what they say to type can be typed, words are plain."""

import re
from pathlib import Path

import pytest
import typer.main

from goldenthread.cli import shell
from goldenthread.content import catalogue
from goldenthread.kernel import limit as limits
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.limit import Limit
from goldenthread.kernel.moment import Moment
from goldenthread.kernel.period import Period
from goldenthread.language.condition import Condition
from goldenthread.language.instrument import Section
from goldenthread.language.pathway import Lane
from goldenthread.language.question import Option, Question
from goldenthread.language.step import Rule
from tests.architecture import tree
from tests.architecture.test_rooms import ROOMS
from tests.architecture.test_words import AMERICAN, PICTURES
from tests.made import how_to

WRITTEN = [
    *(tree.ROOT / name for name in ("README.md", "DEVELOPERS.md", "GLOSSARY.md")),
    *sorted((tree.ROOT / "docs" / "adr").glob("*.md")),
    *sorted(how_to.PAGES.glob("*.md")),
]
NOUNS = (
    *catalogue.KINDS,
    *(Citation, Condition, Lane, Limit, Moment, Option, Period, Question, Rule, Section),
)
# Rooms named for what they translate, or whose own word stands there in the singular.
PLAIN_ROOMS = {"web", "api", "jobs", "cli", "project", "actions", "queries"}
CODE = re.compile(r"```[\s\S]*?```|^ {4}\S.*$|`[^`\n]+`", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)*\.(?:py|md|txt|toml|yml|lock|json))`")
FOLDER = re.compile(r"`((?:src|tests|docs|frontend|bench)/[\w./-]+)`")
TERM = re.compile(r"^- \*\*(.+?)\*\*: (.+)$", re.MULTILINE)
SELLING = re.compile(
    r"\b(seamless(?:ly)?|leverag\w+|robust(?:ly)?|cutting.edge|world.class|best.in.class|empower\w*"
    r"|holistic\w*|synerg\w+|stakeholders?|powerful|revolutionary|effortless(?:ly)?|state.of.the.art"
    r"|delight\w*|unlock\w*|solutions?|simply|obviously|blazing\w*|next.generation)\b",
    re.IGNORECASE,
)
# A folder of somebody's own machine; what a reader is told to make is under /srv.
OWN_MACHINE = re.compile(r"(?<![\w.:/}-])/(?!srv\b|healthz\b)[a-z]+/[\w./-]*")
# Made by running, by a tool, or in the reader's own folder.
MADE_LATER = {"manifest.json", "CURRENT", "loaded.parquet"}


def _name(file: Path) -> str:
    return str(file.relative_to(tree.ROOT))


@pytest.fixture(params=WRITTEN, ids=_name)
def written(request) -> Path:
    """Each document written by hand."""
    return request.param


def test_the_readme_names_both_commands():
    text = (tree.ROOT / "README.md").read_text()

    assert "make demo" in text
    assert "make test" in text


def test_what_the_readme_says_is_due_is_due():
    text = (tree.ROOT / "README.md").read_text()
    asked = re.findall(r"\$ \S*goldenthread due (\S+) (\S+)\n +(\S+)", text)

    assert len(asked) >= 2
    assert [
        (start, limit, limits.due(start, limit).isoformat()) for start, limit, _ in asked
    ] == asked


def test_every_link_leads_somewhere(written):
    links = [link for link in LINK.findall(written.read_text()) if "://" not in link]

    assert [link for link in links if not (written.parent / link).exists()] == []


def test_every_file_named_is_there(written):
    text = written.read_text()
    own = set(how_to.files(written.name)) if written.parent == how_to.PAGES else set()
    named = set(PATH.findall(text)) | set(FOLDER.findall(text))

    assert [name for name in sorted(named - own - MADE_LATER) if not _is_there(name)] == []


def test_every_command_named_can_be_typed(written):
    code = "\n".join(CODE.findall(written.read_text()))
    targets = set(re.findall(r"^([a-z-]+):", (tree.ROOT / "Makefile").read_text(), re.MULTILINE))
    commands = set(typer.main.get_command(shell.app).commands)

    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) <= targets
    assert set(re.findall(r"\bgoldenthread ([a-z][a-z-]*)", code)) <= commands


def test_every_option_named_is_one(written):
    """An option written after a command is one of that command's, or of a command below it."""
    options = {
        option
        for command in _every_command(typer.main.get_command(shell.app))
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    code = "\n".join(CODE.findall(written.read_text())).replace("\\\n", " ")
    lines = [line for line in code.splitlines() if "goldenthread " in line]

    named = {option for line in lines for option in re.findall(r"(?<=\s)--[a-z-]+", line)}
    assert named <= options


def test_every_variable_named_is_read_somewhere(written):
    explained = (tree.ROOT / "DEVELOPERS.md").read_text()
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", written.read_text()))
    named |= set(re.findall(r"^ +export ([A-Z_]+)=", written.read_text(), re.MULTILINE))

    assert {name for name in named if f"`{name}`" not in explained} - _CONSTANTS == set()


def test_the_words_are_plain(written):
    prose = CODE.sub("", written.read_text())

    assert SELLING.findall(prose) == []
    assert [word for word in AMERICAN.findall(prose) if word.lower() != "license"] == []
    assert PICTURES.findall(prose) == []
    assert OWN_MACHINE.findall(written.read_text()) == []


def test_the_glossary_has_every_noun_of_the_language_and_every_room():
    terms = {term.lower() for term, _ in _terms()}
    nouns = {_in_words(noun.__name__) for noun in NOUNS}

    assert nouns - terms == set()
    assert ROOMS - PLAIN_ROOMS - terms == set()


def test_the_glossary_says_each_word_once_in_order_and_briefly():
    text = (tree.ROOT / "GLOSSARY.md").read_text()
    for part in text.split("\n## ")[1:]:
        names = [name.lower() for name, _ in TERM.findall(part)]
        assert names == sorted(set(names))
    assert [name for name, said in _terms() if len(re.findall(r"[.!?](?:\s|$)", said)) > 3] == []


def _terms() -> list[tuple[str, str]]:
    return TERM.findall((tree.ROOT / "GLOSSARY.md").read_text())


def _in_words(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _is_there(name: str) -> bool:
    bases = (tree.ROOT, tree.PACKAGE, tree.ROOT / "docs")
    return any((base / name).exists() for base in bases)


def _every_command(group):
    for command in getattr(group, "commands", {}).values():
        yield command
        yield from _every_command(command)


_CONSTANTS = {"REPEATABLE_READ"}
