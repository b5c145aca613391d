"""A feed: the answers of a form as another system sends them, as CSV or as JSON.

The fields are the form's own questions, by their keys. In CSV each row is one row of the form's
repeating section, and rows with the same `together_by` are one piece; several choices are parted
by semicolons, "not-known" is not known, and a blank is left out. In JSON a piece is an object with
a list under the repeating section's key, and not known is {"not_known": true}.
All or nothing: anything wrong anywhere raises Unfit with every fault.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.language import answers as reading
from goldenthread.language import text, wording
from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

MOST_PIECES = 5_000
NOT_KNOWN_WRITTEN = "not-known"


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing wrong: in which row or piece, in which field, and what would make it right."""

    place: str
    field: str
    says: str

    def __str__(self) -> str:
        where = f"{self.place}, {self.field}" if self.field else self.place
        return f"{where}: {self.says}"


class Unfit(ValueError):
    """What was sent cannot be taken, and none of it was; `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(str(fault) for fault in faults))
        self.faults = faults


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One filled-in form, and where it stood: "Row 2" or "Notification 1"."""

    place: str
    answers: dict[str, Any]


def of_csv(form: Instrument, sent: str, *, together_by: str, on: date) -> tuple[Piece, ...]:
    """Read a CSV file with a row of headings; raises Unfit."""
    repeated = _repeated(form)
    pieces: dict[str, tuple[str, dict[str, Any]]] = {}
    rows_of: dict[str, list[int]] = {}
    faults: list[Fault] = []
    for number, row in _csv_rows(form, sent):
        flat = {q.key: _typed(q, row[q.key]) for q in form.questions if row.get(q.key, "").strip()}
        own = {q.key: flat.pop(q.key) for q in repeated.questions if q.key in flat}
        name = str(flat.get(together_by, ""))
        place, answers = pieces.setdefault(name, (f"Row {number}", {**flat, repeated.key: []}))
        faults += _disagreements(number, place, flat, answers, repeated.key)
        answers[repeated.key].append(own)
        rows_of.setdefault(name, []).append(number)
    for name, (_, answers) in pieces.items():
        faults += _faults(form, answers, rows=rows_of[name], place="", on=on)
    return _whole([Piece(place=place, answers=each) for place, each in pieces.values()], faults)


def of_json(form: Instrument, sent: object, *, on: date) -> tuple[Piece, ...]:
    """Read one object, or a list of them, as `json.loads` gives them; raises Unfit."""
    every = sent if isinstance(sent, list) else [sent]
    pieces, faults = [], []
    for number, answers in enumerate(every, start=1):
        place = f"Notification {number}"
        if not isinstance(answers, dict):
            faults.append(Fault(place=place, field="", says="Send an object with its fields"))
            continue
        tidied = _tidied(answers)
        pieces.append(Piece(place=place, answers=tidied))
        faults += _faults(form, tidied, rows=(), place=place, on=on)
    return _whole(pieces, faults)


def fingerprinted(answers: Mapping[str, Any]) -> str:
    """Return the same text for the same answers, in whatever order they came."""
    return json.dumps(answers, sort_keys=True, ensure_ascii=False)


def _whole(pieces: list[Piece], faults: list[Fault]) -> tuple[Piece, ...]:
    if len(pieces) > MOST_PIECES:
        says = f"Send {MOST_PIECES:,} or fewer at a time"
        faults = [Fault(place="File", field="", says=says)]
    if not pieces and not faults:
        faults = [Fault(place="File", field="", says="There is nothing in it: send one or more")]
    if faults:
        raise Unfit(*faults)
    return tuple(pieces)


def _repeated(form: Instrument) -> Section:
    return next(section for section in form.sections if section.repeats)


def _csv_rows(form: Instrument, sent: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row that is not blank with its line's number in the file, headings being 1."""
    reader = csv.reader(io.StringIO(sent, newline=""), strict=True)
    try:
        table = list(reader)
    except csv.Error as broken:
        says = f"It is not CSV that can be read: {broken}"
        raise Unfit(Fault(place=f"Line {reader.line_num}", field="", says=says)) from None
    heads = (
        [each.strip().lstrip("\N{ZERO WIDTH NO-BREAK SPACE}") for each in table[0]] if table else []
    )
    known = {question.key for question in form.questions}
    says = "There is no such field: take the column out, or see the list of fields"
    unknown = [Fault(place="Row 1", field=head, says=says) for head in heads if head not in known]
    twice = "The same heading is there twice: leave one out"
    again = {head for head in heads if heads.count(head) > 1}
    unknown += [Fault(place="Row 1", field=head, says=twice) for head in sorted(again & known)]
    if unknown:
        raise Unfit(*unknown)
    for number, cells in enumerate(table[1:], start=2):
        if len(cells) not in (0, len(heads)) and any(cells):
            many = f"It has {len(cells)} cells and the headings are {len(heads)}"
            raise Unfit(Fault(place=f"Row {number}", field="", says=many))
        if any(cell.strip() for cell in cells):
            yield number, dict(zip(heads, cells, strict=True))


def _typed(question: Question, cell: str) -> object:
    words = text.tidy(cell)
    if question.may_be_not_known and words == NOT_KNOWN_WRITTEN:
        return dict(NOT_KNOWN)
    if question.kind is Kind.CHOICES:
        return [each.strip() for each in words.split(";") if each.strip()]
    if question.kind is Kind.WHOLE_NUMBER and words.isdecimal():
        return int(words)
    return words


def _tidied(sent: Any) -> Any:
    """The same with every text in one Unicode form, and what is blank or null left out."""
    if isinstance(sent, str):
        return text.tidy(sent)
    if isinstance(sent, list):
        return [_tidied(each) for each in sent]
    if isinstance(sent, dict):
        tidied = {text.tidy(str(key)): _tidied(value) for key, value in sent.items()}
        return {key: value for key, value in tidied.items() if value not in (None, "", [])}
    return sent


def _disagreements(
    number: int, place: str, flat: Mapping[str, Any], first: Mapping[str, Any], repeated: str
) -> list[Fault]:
    """What a later row of one piece says otherwise than its first row did."""
    keys = sorted({*flat, *first} - {repeated})
    says = f"It is not as in {place.lower()}, which has the same reference: make them the same"
    return [
        Fault(place=f"Row {number}", field=key, says=says)
        for key in keys
        if flat.get(key) != first.get(key)
    ]


def _as_sent(form: Instrument, key: str, says: str) -> str:
    """The same as is said on a page, but that a system writes a day in another way."""
    asked = next((each for each in form.questions if each.key == key), None)
    if asked is None or asked.kind is not Kind.DATE or says != wording.real_date(asked):
        return says
    return f"{wording.subject(asked)} must be a real date, like 2012-03-27"


def _faults(
    form: Instrument, answers: Mapping[str, Any], *, rows: Any, place: str, on: date
) -> list[Fault]:
    """Each problem of one piece at the row it came from, where it came in rows."""
    found = []
    for problem in reading.check(form, answers, on=on):
        rest = problem.field.partition("-")[2]
        at, _, key = rest.partition("-")
        if rows:
            place = f"Row {rows[int(at)] if at.isdecimal() and int(at) < len(rows) else rows[0]}"
        field = key if rows and key else problem.field
        says = _as_sent(form, key or problem.field, problem.message)
        found.append(Fault(place=place, field=field, says=says))
    return found
