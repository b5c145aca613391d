"""The oracle is a second implementation, of the table that was signed and of no other."""

import ast
import re

import pytest

from tests.architecture import tree
from tests.oracle import signed

ORACLE = tree.ROOT / "tests" / "oracle"
# It may share words with the product and nothing that works anything out.
MAY_IMPORT = re.compile(
    r"(collections\.abc|csv|dataclasses|datetime|functools|hashlib|pathlib|typing|uuid)$"
    r"|tests\.oracle(\.|$)"
)


def imported(file) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, file
            found.add(node.module)
    return found


@pytest.mark.parametrize("file", sorted(ORACLE.rglob("*.py")), ids=lambda file: file.name)
def test_the_oracle_imports_nothing_of_the_product(file):
    assert {name for name in imported(file) if not MAY_IMPORT.match(name)} == set()
    assert not re.search(r"import_module|__import__|exec\(|eval\(|get_model", file.read_text())


def test_the_table_is_the_one_that_was_signed():
    line = signed.check()
    assert re.fullmatch(r"[0-9a-f]{64}  [^,]+, Caldicott Guardian [^,]+, \d{1,2} \w+ \d{4}", line)


def test_a_table_that_was_changed_is_not_the_one_that_was_signed(tmp_path):
    changed = tmp_path / "need-to-know.csv"
    changed.write_bytes(signed.TABLE.read_bytes().replace(b"masked", b"shown", 1))
    with pytest.raises(signed.NotWhatWasSigned, match="is not what was signed"):
        signed.check(table=changed)


def test_what_the_table_does_not_list_is_not_opened(tmp_path):
    small = tmp_path / "need-to-know.csv"
    small.write_text(
        "role,relationship,record_state,level,field_class,shown,verb\n"
        "nurse,none,any,0,any,masked,list.read\n"
        "nurse,none in:health in:police,any,0,any,masked,people.search\n"
        "nurse,told,contact,2,health,shown,thread.read\n"
        "nurse,told,contact,2,contact,masked,thread.read\n"
        "officer,told,contact,2,contact,masked,thread.read word.record@police\n"
    )
    table = signed.read(small)
    assert set(table.opens) == {("nurse", "told", "contact"), ("officer", "told", "contact")}
    opened = table.opens["nurse", "told", "contact"]
    assert (opened.level, opened.shown, opened.verbs) == (2, {"health"}, {"thread.read"})
    assert table.may("nurse", "council") == {"list.read", "thread.read"}
    assert table.may("nurse", "police") == {"list.read", "thread.read", "people.search"}
    assert table.may("doctor", "police") == set()
    assert table.may("officer", "health") == {"thread.read"}
    assert table.may("officer", "police") == {"thread.read", "word.record"}
    assert table.needs["list.read"] == table.needs["people.search"] == 0
    assert table.needs["thread.read"] == table.needs["word.record"] == 2
    assert table.classes == {"health", "contact"}
