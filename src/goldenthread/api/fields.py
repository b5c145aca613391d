"""A form as a JSON schema: the fields a system sends, from the form's own questions."""

from typing import Any

from goldenthread.language.condition import NOT_KNOWN
from goldenthread.language.instrument import Instrument, Section
from goldenthread.language.question import Kind, Question

_NOT_KNOWN = {
    "type": "object",
    "properties": {key: {"const": value} for key, value in NOT_KNOWN.items()},
    "required": list(NOT_KNOWN),
    "additionalProperties": False,
}


def of(form: Instrument) -> dict[str, Any]:
    """Return the schema of one filled-in form."""
    found = _object([q for section in form.sections if not section.repeats for q in _in(section)])
    for section in form.sections:
        if section.repeats:
            found["properties"][section.key] = {
                "type": "array",
                "title": section.title,
                "items": _object(_in(section)),
                "minItems": section.repeats.least,
                "maxItems": section.repeats.most,
            }
            found["required"].append(section.key)
    return found


def _in(section: Section) -> list[Question]:
    return list(section.questions)


def _object(questions: list[Question]) -> dict[str, Any]:
    always = [q.key for q in questions if q.required is True and q.only_if is None]
    return {
        "type": "object",
        "properties": {question.key: _field(question) for question in questions},
        "required": always,
        "additionalProperties": False,
    }


def _field(question: Question) -> dict[str, Any]:
    told = {"title": question.asks, "description": _when(question)}
    kind = _kind(question)
    if question.may_be_not_known:
        return told | {"anyOf": [kind, _NOT_KNOWN]}
    return told | kind


def _kind(question: Question) -> dict[str, Any]:
    one_of = {"type": "string", "enum": [option.key for option in question.options]}
    match question.kind:
        case Kind.CHOICE:
            return one_of
        case Kind.CHOICES:
            return {"type": "array", "items": one_of, "uniqueItems": True}
        case Kind.YES_NO:
            return {"type": "string", "enum": ["yes", "no"]}
        case Kind.DATE:
            return {"type": "string", "format": "date"}
        case Kind.WHOLE_NUMBER:
            return {"type": "integer", "minimum": 0}
        case _:
            return {"type": "string", "maxLength": question.longest}


def _when(question: Question) -> str:
    parts = [question.hint]
    if question.only_if is not None:
        parts.append(f"Only where {question.only_if}.")
    return " ".join(part for part in parts if part)
