"""Small modules, smaller content files, short functions (DESIGN section 10)."""

import ast
import statistics

from tests.architecture import tree

MODULE, CONTENT_FILE, FUNCTION = 300, 150, 30


def test_no_module_is_longer_than_300_lines():
    assert {path: tree.lines(path) for path in tree.modules() if tree.lines(path) > MODULE} == {}


def test_no_content_file_is_longer_than_150_lines():
    content = [path for path in tree.modules() if tree.room(path) == "content"]
    assert content
    assert {path: tree.lines(path) for path in content if tree.lines(path) > CONTENT_FILE} == {}


def test_half_of_all_modules_are_within_100_lines():
    assert statistics.median(tree.lines(path) for path in tree.modules()) <= 100


def test_no_function_does_more_than_30_lines():
    """The lines that do something: a signature and a docstring take what they need."""
    long = {}
    for path, module in tree.modules().items():
        for function in tree.functions(module):
            doing = _body(function)
            if doing and function.end_lineno - doing[0].lineno + 1 > FUNCTION:
                long[f"{path}:{function.lineno} {function.name}"] = function.end_lineno
    assert long == {}


def _body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    return function.body[1:] if ast.get_docstring(function) else function.body
