"""Of the concerns professionals raised, those whose sender was told the outcome (IND-FD-07)."""

import pytest

from goldenthread.content.front_door.feedback_given import feedback_given
from tests.spec import counting, tables

# Counted in the reporting year 2019-20.
TABLE = """
| why | decided | purpose | source | told | counted | of which |
|---|---|---|---|---|---|---|
| a school, told the next day | Mon 2 March 2020 | concern | 2A | Tue 3 March 2020 | yes | yes |
| the police, not told yet | Mon 2 March 2020 | concern | 6 |  | yes | no |
| told in the year after | Tue 31 March 2020 | concern | 3A | Wed 1 April 2020 | yes | yes |
| a neighbour is no professional | Mon 2 March 2020 | concern | 1B | Tue 3 March 2020 | no | no |
| nobody knows who rang | Mon 2 March 2020 | concern | 9 |  | no | no |
| the source is not known | Mon 2 March 2020 | concern |  |  | no | no |
| a notification is no concern | Mon 2 March 2020 | notification | 6 |  | no | no |
| not decided |  | concern | 2A |  | no | no |
"""


@pytest.mark.parametrize("engine", counting.ENGINES)
def test_each_row_by_itself(engine):
    found = counting.said(
        TABLE,
        feedback_given,
        period="2019-20",
        on=engine,
        decided_on=("decided", tables.day),
        purpose=("purpose", counting.text),
        cont_contact_source_code=("source", counting.text),
        contact_outcome_told_on=("told", tables.day),
    )

    assert found == counting.written(TABLE)
