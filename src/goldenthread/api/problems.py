"""What went wrong, told to a machine: problem JSON (RFC 9457), in plain words and never a value."""

import json
from collections.abc import Iterable
from http import HTTPStatus

from django.http import HttpResponse

from goldenthread.language.feed import Fault

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 500


class Problem(Exception):
    """A request that cannot be taken: the status, what is wrong, and what would make it right."""

    def __init__(self, status: HTTPStatus, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def answer(status: HTTPStatus, detail: str, *, faults: Iterable[Fault] = ()) -> HttpResponse:
    """Return the answer that says so, with each thing wrong where it stood."""
    told = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
        "errors": [
            {"place": each.place, "field": each.field, "says": each.says}
            for each in list(faults)[:MOST_FAULTS]
        ],
    }
    # In ASCII, so that half a surrogate in a field's name is told of and not sent.
    return HttpResponse(json.dumps(told), status=status.value, content_type=MEDIA_TYPE)
