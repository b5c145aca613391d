"""Concerns and requests for early help with the child's words, or why there are none (IND-FD-06)."""

import pytest

from goldenthread.content.front_door.childs_voice import childs_voice
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | received | purpose | words | reason for none | counted | of which |
|---|---|---|---|---|---|---|
| the child's own words | Mon 2 March 2020 | concern | yes |  | yes | yes |
| too young to speak | Mon 2 March 2020 | concern |  | pre-verbal | yes | yes |
| neither words nor a reason | Mon 2 March 2020 | concern |  |  | yes | no |
| early help asked for, in the child's words | Mon 2 March 2020 | early-help-request | yes |  | yes | yes |
| a notification need not have them | Mon 2 March 2020 | notification |  |  | no | no |
| not screened yet, so its purpose is not known | Mon 2 March 2020 |  | yes |  | no | no |
| received after the year ended | Wed 1 April 2020 | concern | yes |  | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        childs_voice,
        period="2019-20",
        on=engine,
        received_on=("received", tables.day),
        purpose=("purpose", counting.text),
        child_words_given=("words", counting.text),
        child_words_absent=("reason for none", counting.text),
    )

    assert found == counting.written(TABLE)
