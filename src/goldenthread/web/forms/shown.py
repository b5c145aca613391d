"""Declared questions as a page shows them: fields with what was typed and what is wrong.

Pure: it turns a section, the typed form and the problems found into what `forms/fields.html`
draws. A question that depends on one choice of another is shown inside that choice, so that the
page works the same with and without JavaScript.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goldenthread.language import text
from goldenthread.language.answers import Problem
from goldenthread.language.instrument import Instrument, Repeat, Section
from goldenthread.language.question import Kind, Option, Question
from goldenthread.web.forms import typed as typed_forms
from goldenthread.web.forms.typed import Typed

YES_NO = (Option(key="yes", label="Yes"), Option(key="no", label="No"))


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question on the page. `inside` holds the fields an option reveals, by option key."""

    question: Question
    name: str
    typed: Typed
    error: str = ""
    inside: dict[str, list["Field"]] = field(default_factory=dict)
    shown_when: tuple[str, tuple[str, ...]] | None = None

    @property
    def kind(self) -> str:
        """The kind of answer, as the template chooses its macro by."""
        return self.question.kind.value

    @property
    def label(self) -> str:
        """What is asked; a question that may be left out says so."""
        return self.question.asks + ("" if self.question.required else " (optional)")

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers offered."""
        return YES_NO if self.question.kind is Kind.YES_NO else self.question.options

    @property
    def value(self) -> str:
        """The text as it was typed."""
        return self.part("")

    @property
    def chosen(self) -> list[str]:
        """Every option ticked."""
        return list(self.typed.get(self.name, ()))

    @property
    def not_known(self) -> bool:
        """Whether "Not known" was ticked."""
        return self.part("-not_known") == "yes"

    @property
    def focus(self) -> str:
        """The id of the control an error link moves to: always one that takes the keyboard."""
        if self.question.kind is Kind.DATE:
            return f"{self.name}-day"
        sought = self.question.kind is Kind.CHOICE and self.question.offers
        return f"{self.name}-words" if sought else self.name

    def part(self, suffix: str) -> str:
        """Return what was typed in one part of the field, for example "-day"."""
        return typed_forms.said(self.typed.get(self.name + suffix, ()))

    def every(self) -> Iterable["Field"]:
        """Yield this field and those inside it, in the order they are read."""
        yield self
        for within in self.inside.values():
            for each in within:
                yield from each.every()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One child, or one of whatever the section repeats."""

    index: int
    title: str
    fields: tuple[Field, ...]
    removable: bool


@dataclass(frozen=True, kw_only=True)
class Form:
    """One section as the page shows it."""

    section: Section
    fields: tuple[Field, ...] = ()
    rows: tuple[Row, ...] = ()
    may_add: bool = False

    @property
    def all_fields(self) -> Iterable[Field]:
        """Every field in the order it is read."""
        for shown in (*self.fields, *(each for row in self.rows for each in row.fields)):
            yield from shown.every()


def section(
    asked: Section,
    *,
    typed: Typed,
    problems: Iterable[Problem] = (),
    known: Mapping[str, object] | None = None,
    head: Section | None = None,
) -> Form:
    """Return the section with what was typed and what is wrong beside each field.

    `known` are the answers of other sections and earlier steps, by which a question that depends
    on them is left out; `head` the section it continues, if it does, whose rows it has.
    """
    errors = {problem.field: problem.message for problem in reversed(tuple(problems))}
    if head is not None and head.repeats is not None and asked.continues:
        return _continued(asked, head, typed=typed, errors=errors, known=known or {})
    if asked.repeats is None:
        shown = _fields(asked, prefix="", typed=typed, errors=errors, known=known or {})
        return Form(section=asked, fields=shown)
    count = typed_forms.rows(asked, typed)
    return Form(
        section=asked,
        rows=tuple(
            _row(asked, asked.repeats, at, count, typed, errors, known or {}) for at in range(count)
        ),
        may_add=count < asked.repeats.most,
    )


def instrument(
    asked: Instrument,
    *,
    typed: Typed,
    problems: Iterable[Problem] = (),
    known: Mapping[str, object] | None = None,
) -> tuple[Form, ...]:
    """Return every section of an instrument, for a page that shows them all."""
    found = tuple(problems)
    return tuple(
        section(each, typed=typed, problems=found, known=known, head=asked.rows_of(each))
        for each in asked.sections
    )


def summary(forms: Iterable[Form], problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return what is wrong as links, each to the control that mends it, in page order."""
    found = list(problems)
    links: list[dict[str, str]] = []
    for shown in (each for form in forms for each in form.all_fields):
        mine = [problem for problem in found if problem.field == shown.name]
        links += [{"text": problem.message, "href": f"#{shown.focus}"} for problem in mine[:1]]
    named = {shown.name for form in forms for shown in form.all_fields}
    links += [{"text": problem.message} for problem in found if problem.field not in named]
    return links


def kept(forms: Iterable[Form]) -> list[tuple[str, str]]:
    """Return every label with the words typed under it, so that none are lost with a conflict."""
    fields = [shown for form in forms for shown in form.all_fields]
    return [(each.question.asks, _words(each)) for each in fields]


def _words(shown: Field) -> str:
    if shown.question.kind is Kind.DATE:
        return " ".join(filter(None, (shown.part(part) for part in ("-day", "-month", "-year"))))
    labels = {option.key: option.label for option in shown.options}
    return ", ".join(labels.get(text, text) for text in shown.chosen)


def _continued(
    asked: Section,
    head: Section,
    *,
    typed: Typed,
    errors: Mapping[str, str],
    known: Mapping[str, object],
) -> Form:
    """More questions about rows that stand already: each by its name, none added or removed."""
    rows = []
    for at in range(typed_forms.rows(head, typed)):
        prefix = f"{head.key}-{at}-"
        fields = _fields(asked, prefix=prefix, typed=typed, errors=errors, known=known)
        if at and asked.same:
            first = typed_forms.row_called(head, typed, 0)
            fields = _or_the_same(asked, fields, prefix=prefix, typed=typed, first=first)
        title = typed_forms.row_called(head, typed, at)
        rows.append(Row(index=at, title=title, fields=fields, removable=False))
    return Form(section=asked, rows=tuple(rows))


def _or_the_same(
    asked: Section, fields: tuple[Field, ...], *, prefix: str, typed: Typed, first: str
) -> tuple[Field, ...]:
    """Ask first whether these are the first child's too, and for them only where they are not."""
    shared = [each for each in fields if each.question.key in asked.same]
    named = [text.lower_first(each.question.asks).rstrip("?") for each in shared]
    question = Question(
        key=f"{asked.key}_same",
        asks=f"Are these the same as for {first}?",
        hint=text.upper_first("; ".join(named)),
        kind=Kind.YES_NO,
        required=False,
    )
    same = Field(
        question=question, name=f"{prefix}{question.key}", typed=typed, inside={"no": shared}
    )
    return (same, *(each for each in fields if each not in shared))


def _row(
    asked: Section,
    repeats: Repeat,
    at: int,
    count: int,
    typed: Typed,
    errors: Mapping[str, str],
    known: Mapping[str, object],
) -> Row:
    prefix = f"{asked.key}-{at}-"
    return Row(
        index=at,
        title=f"{repeats.one.capitalize()} {at + 1}",
        fields=_fields(asked, prefix=prefix, typed=typed, errors=errors, known=known),
        removable=count > max(repeats.least, 1),
    )


def _fields(
    asked: Section,
    *,
    prefix: str,
    typed: Typed,
    errors: Mapping[str, str],
    known: Mapping[str, object],
) -> tuple[Field, ...]:
    top: list[Field] = []
    made: dict[str, Field] = {}
    for question in asked.questions:
        if not _may_be_asked(question, asked, known):
            continue
        parent, choices = _depends_on(question, made)
        name = prefix + question.key
        when = (prefix + parent.question.key, choices) if parent and len(choices) > 1 else None
        shown = Field(
            question=question, name=name, typed=typed, error=errors.get(name, ""), shown_when=when
        )
        made[question.key] = shown
        if parent and len(choices) == 1:
            parent.inside.setdefault(choices[0], []).append(shown)
        else:
            top.append(shown)
    return tuple(top)


def _may_be_asked(question: Question, asked: Section, known: Mapping[str, object]) -> bool:
    """Whether the page should have the question at all, going by other pages' answers."""
    if question.only_if is None:
        return True
    here = {each.key for each in asked.questions}
    return bool(question.only_if.keys() & here) or question.only_if.holds(known)


def _depends_on(
    question: Question, made: Mapping[str, Field]
) -> tuple[Field | None, tuple[str, ...]]:
    """Return the choice above that decides whether this is asked, and by which of its options."""
    condition = question.only_if
    if condition is None or len(condition.keys()) != 1:
        return None, ()
    parent = made.get(next(iter(condition.keys())))
    if parent is None or condition.holds({}):
        return None, ()
    key = parent.question.key
    choices = tuple(each.key for each in parent.options if condition.holds({key: each.key}))
    return (parent, choices) if choices else (None, ())
