"""An instrument: a versioned questionnaire, in sections, some of them repeated for each child.

Its answers are a flat mapping of question key to value; a repeating section's key holds a list
of such mappings. Values are words, option keys, lists of them, "yes" or "no", whole numbers and
dates as "2012-03-27"; not known is {"not_known": True}; a blank question is left out.
"""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.advice import Advice, Count
from goldenthread.language.question import Question


@dataclass(frozen=True, kw_only=True)
class Repeat:
    """How often a section may be answered, and what people call each and all of them.

    No two rows may give the same answers to every question of `told_apart_by`.
    """

    least: int = 1
    most: int = 12
    one: str = "child"
    many: str = "children"
    told_apart_by: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most or self.most < 1:
            raise ValueError("A section cannot repeat fewer times at most than it must at least.")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A page's worth of questions under one title.

    `continues` names a repeating section before it: more questions about the same children, whose
    answers stand in the same rows. `holds` is the field class of what its questions ask, where one
    does not say its own. `same` are those of its questions whose answers brothers and
    sisters often share: each row but the first may say that they are the first's. An `area` asks
    the same of several things, and how many were answered each way is compared over time.
    """

    key: str
    title: str
    questions: tuple[Question, ...]
    holds: str = ""
    intro: str = ""
    repeats: Repeat | None = None
    continues: str = ""
    same: tuple[str, ...] = ()
    area: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_field(self.key, *self.formerly)
        if self.repeats and self.continues:
            raise ValueError(f"{self.key!r} cannot both repeat and continue another section.")
        if not set(self.same) <= {each.key for each in self.questions if self.continues}:
            raise ValueError(f"{self.key!r} shares what it does not ask of each.")
        names.must_be_unique((each.key for each in self.questions), within=self.key)

    def holds_of(self, question: Question) -> str:
        """The field class of what a question of it asks; "" where nobody has said."""
        return question.holds or self.holds


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A questionnaire at one version; answers stay bound to the version they were given on.

    `earlier` are the versions answers were given on before, to read those answers by. `advice` is
    what its answers advise, beside a professional's judgement, and `counts` what of them the
    dataset counts. One `kept_here` is the partnership's own: its business unit may publish a new
    version of it.
    """

    key: str
    version: int
    title: str
    sections: tuple[Section, ...]
    law: Citation | None = None
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()
    earlier: tuple["Instrument", ...] = ()
    advice: Advice | None = None
    counts: tuple[Count, ...] = ()
    kept_here: bool = False

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        names.must_be_unique((each.key for each in self.sections), within=self.key)
        names.must_be_unique(self._fields(), within=self.key)
        self._must_continue_what_repeats()
        if any(e.key != self.key or e.version >= self.version for e in self.earlier):
            raise ValueError(f"{self.key!r} has an earlier version that is not one.")
        self._must_ask_in_order()
        self._must_ask_what_is_evidenced()
        if self.advice:
            self.advice.must_fit(self.questions)

    def offering(self, on: date) -> "Instrument":
        """It as it is asked on that day: each choice offers what is in force then."""
        asked = tuple(
            replace(each, questions=tuple(one.offering(on) for one in each.questions))
            for each in self.sections
        )
        return replace(self, sections=asked)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question of every section, in order."""
        return tuple(question for section in self.sections for question in section.questions)

    def section(self, key: str) -> Section:
        """The section with this key. Raises KeyError."""
        return {each.key: each for each in self.sections}[key]

    def at(self, version: int) -> "Instrument":
        """It as it was at this version; the oldest kept for one older still, else itself."""
        kept = sorted((self, *self.earlier), key=lambda form: form.version)
        return next((form for form in kept if form.version >= version), self)

    def rows_of(self, section: Section) -> Section:
        """The section whose rows this one's answers stand in: itself, or the one it continues."""
        return self.section(section.continues) if section.continues else section

    def _must_continue_what_repeats(self) -> None:
        """A continued section must repeat, stand before, and not ask the same twice."""
        asked: dict[str, list[str]] = {}
        for section in self.sections:
            if section.repeats:
                asked[section.key] = [each.key for each in section.questions]
            elif section.continues:
                if section.continues not in asked:
                    raise ValueError(f"{section.key!r} continues no section that repeats.")
                asked[section.continues] += [each.key for each in section.questions]
        for key, questions in asked.items():
            names.must_be_unique(questions, within=key)

    def _must_ask_what_is_evidenced(self) -> None:
        asked = {question.key for question in self.questions}
        for question in self.questions:
            if question.evidence_of and question.evidence_of not in asked:
                raise ValueError(f"{question.key!r} is evidence for what is not asked.")

    def _fields(self) -> list[str]:
        """The keys its answers may have: flat questions, and repeating sections by their own."""
        flat = (s.questions for s in self.sections if not (s.repeats or s.continues))
        repeating = [s.key for s in self.sections if s.repeats]
        return [question.key for questions in flat for question in questions] + repeating

    def _must_ask_in_order(self) -> None:
        """Whether a question is asked may hang only on questions asked before it."""
        later = {question.key for question in self.questions}
        for question in self.questions:
            if question.only_if and question.only_if.keys() & later:
                raise ValueError(
                    f"{question.key!r} hangs on a question that is not asked before it."
                )
            later.discard(question.key)
