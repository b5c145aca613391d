"""Pages asked for as somebody, and what each left on the trail."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from uuid import UUID

import psycopg
from django.http import HttpResponse
from django.test import Client
from psycopg.rows import dict_row
from pypdf import PdfReader

from goldenthread.records.account import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# What differs in every answer and tells nothing: the nonce of its script, the token of its forms,
# the seconds the session has left.
FRESH = re.compile(
    r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"|data-gt-session="[0-9]*"'
)


def signed_in(account_id: UUID) -> Client:
    """Return a browser in which this account is signed in."""
    client = Client()
    client.force_login(Account.objects.get(pk=account_id), backend=BACKEND)
    return client


def text(response: HttpResponse) -> str:
    """Return what an answer says, whether a page or a PDF, its metadata with it."""
    if response.headers["Content-Type"] != "application/pdf":
        return response.content.decode()
    read = PdfReader(BytesIO(response.content))
    return "\n".join([*(page.extract_text() for page in read.pages), str(read.metadata)])


def words(response: HttpResponse) -> str:
    """Return a page without what is new in every answer."""
    return FRESH.sub("", text(response))


def ids_in(response: HttpResponse) -> set[UUID]:
    """Return every id anywhere in a page."""
    return {UUID(found) for found in ID.findall(text(response))}


@dataclass
class Trail:
    """The trail as the owner reads it."""

    owner_url: str

    def __post_init__(self) -> None:
        self._connection = psycopg.connect(self.owner_url, autocommit=True, row_factory=dict_row)
        self._seen: set[UUID] = set()
        self.new()

    def new(self) -> list[dict[str, Any]]:
        """Return the rows written since this was last asked, as the order they were written in."""
        rows = self._connection.execute(
            "select * from gt_trail where not id = any(%s) order by at, id", [list(self._seen)]
        ).fetchall()
        self._seen |= {row["id"] for row in rows}
        return rows

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()


def decisions(rows: list[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the verb and the decision of each row."""
    return ((row["verb"], row["decision"]) for row in rows)
