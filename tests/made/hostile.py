"""Text that breaks what takes it carelessly, and the forms and names it can be sent in."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin, urlsplit

from lxml import html

from goldenthread import web

KEPT = {
    "an apostrophe": "O'Brien",
    "an accent": "Siân",
    "Arabic": "محمد",
    "an emoji of several": "👩🏽‍👩🏽‍👧🏽",
    "a script": "<script>alert(1)</script>",
    "an attribute": "\"><img src=x onerror=alert(1)>'",
    "an address of a script": "javascript:alert(1)",
    "a template": "{{7331*1337}}{% include 'layout.html' %}${7331*1337}",
    "a formula": "=cmd|' /C calc'!A0",
    "a query": "'; drop table gt_entry; --",
    "right to left": "abc\u202e\u2066fed",
    "no width": "a\u200bb\u200dc\ufeffd",
    "marks without number": "Z" + "\u0351\u0303\u0316" * 40,
    "not in one form": "Sia\u0302n e\u0301",
    "a path": "../../etc/passwd%00",
}
LINES = {"lines of every kind": "one\r\ntwo\rthree\n\x85four\u2028five"}
REFUSED = {
    "very long": "long " * 20_000,
    "half of a pair": "a\ud800b",
    "nothing": "a\x00b",
}
EVERY = KEPT | LINES | REFUSED
TYPED_IN = ("text", "tel", "email", "search", "password", "number", "textarea", "hidden")


@dataclass(frozen=True, kw_only=True)
class Form:
    """One form as a page offers it: where it goes, and what is in each field."""

    address: str
    method: str
    fields: tuple[tuple[str, str], ...]
    text: tuple[str, ...]
    files: tuple[str, ...]

    def filled(self, words: str) -> list[tuple[str, str]]:
        """Every field as the page has it, with the words in each that takes text."""
        kept = [(name, value) for name, value in self.fields if name not in self.text]
        return kept + [(name, words) for name in self.text]


def forms(page: bytes, *, at: str) -> Iterator[Form]:
    """Yield each form of a page but those that sign somebody out."""
    if not page.strip():
        return
    for form in html.fromstring(page).forms:
        address = urlsplit(urljoin(at, form.action or at)).path
        if address == "/sign-out/":
            continue
        named = [each for each in form.inputs if each.get("name")]
        kind = {each.get("name"): each.get("type", each.tag) for each in named}
        yield Form(
            address=address,
            method=form.method.upper(),
            fields=tuple(dict(form.form_values()).items()),
            text=tuple(
                name
                for name, of in kind.items()
                if of in TYPED_IN and name not in ("csrfmiddlewaretoken", "version")
            ),
            files=tuple(name for name, of in kind.items() if of == "file"),
        )


def names_in_code() -> tuple[list[str], list[str]]:
    """The names the pages' code takes from an address's query, and from what is posted."""
    found: dict[str, set[str]] = {"GET": set(), "POST": set()}
    for path in Path(web.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(
                    func=ast.Attribute(
                        attr="get" | "getlist", value=ast.Attribute(attr="GET" | "POST" as sent)
                    ),
                    args=[ast.Constant(value=str(name)), *_],
                ):
                    found[sent].add(name)
    return sorted(found["GET"]), sorted(found["POST"])


def encoded(fields: list[tuple[str, str]] | Mapping[str, str]) -> str:
    """The fields as a browser would send them, halves of pairs as bytes."""
    pairs = list(fields.items()) if isinstance(fields, Mapping) else fields
    return urlencode(pairs, quote_via=quote, errors="surrogatepass")


def runs(page: bytes) -> list[str]:
    """What of the text would run, or was worked out, in a page that shows it."""
    if b"9801547" in page:
        return ["a template was worked out"]
    if not page.strip().startswith(b"<"):
        return []
    document = html.fromstring(page)
    found = document.xpath(
        "//script[contains(., 'alert(1)')] | //*[@onerror] | //*[starts-with(@href, 'javascript:')]"
        " | //*[starts-with(@action, 'javascript:')]"
    )
    return [html.tostring(each, encoding="unicode") for each in found]
