"""The body of a request: of a kind we read, no larger than we take, read once."""

from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from goldenthread.actions import notification_files
from goldenthread.api.problems import Problem

# What each media type is as a file's name, which is how the reader tells them apart.
NAMES = {"application/json": "sent.json", "text/csv": "sent.csv"}
_LARGE = (
    f"The body is larger than {notification_files.MOST_BYTES // 1_000_000} MB: send it in parts"
)


@dataclass(frozen=True, kw_only=True)
class Body:
    """What was sent, and as which kind of file."""

    name: str
    content: bytes


def read(request: HttpRequest) -> Body:
    """Return the body; raises Problem: 415 for a kind we do not read, 413 too large, 400 broken."""
    name = NAMES.get((request.content_type or "").lower())
    charset = (request.content_params or {}).get("charset", "utf-8").lower()
    if name is None or charset not in ("utf-8", "utf8") or request.headers.get("Content-Encoding"):
        says = "Send application/json or text/csv in UTF-8, and not compressed"
        raise Problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, says)
    if _declared(request) > notification_files.MOST_BYTES:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _LARGE)
    try:
        content = request.read(notification_files.MOST_BYTES + 1)
    except (UnreadablePostError, RequestDataTooBig):
        raise Problem(HTTPStatus.BAD_REQUEST, "The body could not be read: send it again") from None
    if len(content) > notification_files.MOST_BYTES:
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _LARGE)
    return Body(name=name, content=content)


def _declared(request: HttpRequest) -> int:
    written = request.headers.get("Content-Length") or "0"
    return int(written) if written.isdecimal() and len(written) < 20 else 0
