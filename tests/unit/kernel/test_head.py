"""The head of a chain as a line, and what is passed over in a text of them."""

from goldenthread.kernel import head
from goldenthread.kernel.head import Head

ONE = Head(batch=1, count=5, hash="0" * 64)
TWO = Head(batch=2, count=1, hash="9f" * 32)


def test_a_head_is_a_line_and_the_line_is_that_head():
    assert str(TWO) == "2 1 " + "9f" * 32
    assert head.read(f"{ONE}\n{TWO}\n") == ([ONE, TWO], [])
    assert head.read("") == ([], [])


def test_a_last_line_that_does_not_end_is_not_read():
    assert head.read(f"{ONE}\n{TWO}") == ([ONE], [])


def test_the_beginning_of_a_line_that_is_written_whole_after_it_is_passed_over():
    assert head.read(f"{ONE}\n{str(TWO)[:20]}\n{TWO}\n") == ([ONE, TWO], [])


def test_any_other_line_is_told_by_its_number():
    for line in ("nothing", f"{TWO} ", f"0{TWO}", str(TWO).upper(), str(TWO)[:-1] + "g"):
        assert head.read(f"{ONE}\n{line}\n{TWO}\n") == ([ONE, TWO], [2]), line
