"""A section 47 enquiry: what was found, and what follows where no conference does (R9.4)."""

import pytest

from goldenthread.content.protection import enquiry_forms as declared
from tests.spec import recording, tables

# A question answered "-" is left out.
TABLE = """
| why | form | answers | asked for |
|---|---|---|---|
| a conference | enquiry_form | conference_required=yes |  |
| none, and nothing instead | enquiry_form | conference_required=no; enquiry_instead=- | enquiry_instead |
| a conference, and something instead | enquiry_form | conference_required=yes; enquiry_instead=monitor | enquiry_instead |
"""


@pytest.mark.parametrize("case", tables.rows(TABLE), ids=lambda case: case["why"])
def test_what_a_form_asks_for(case):
    form = getattr(declared, case["form"])

    assert recording.asked_for(form, case["answers"]) == list(tables.words(case["asked for"]))
