"""Advice: what a tool's answers suggest, beside what a professional judges and why.

A tool never decides. The band is worked out from the answers whenever it is shown; the judgement
and its reason are answers themselves, given by a person, and nothing here sets them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goldenthread.kernel.citation import Citation
from goldenthread.language import names
from goldenthread.language.condition import Condition
from goldenthread.language.question import Kind, Question


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many of these questions were answered by one of these answers.

    `column` names the dataset column the number goes to; "" for none.
    """

    title: str
    questions: tuple[str, ...]
    answers: tuple[object, ...]
    column: str = ""

    def of(self, answers: Mapping[str, object]) -> int:
        """How many were; a question that is blank or not known counts for nothing."""
        return sum(answers.get(key) in self.answers for key in self.questions)


@dataclass(frozen=True, kw_only=True)
class Band:
    """What is advised where the count reaches `least` and the condition holds."""

    key: str
    title: str
    least: int = 0
    only_if: Condition | None = None

    def __post_init__(self) -> None:
        names.must_be_key(self.key)


@dataclass(frozen=True, kw_only=True)
class Advised:
    """What a tool advises of some answers. `counted` is None where it counts nothing."""

    band: Band
    counted: int | None = None


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What a professional judged, as they chose it, and why."""

    choice: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Advice:
    """The bands of a tool, the first that applies being advised, and where the judgement is given.

    `judgement` is the question a professional answers whatever was advised, `why` the one that asks
    their reason. The last band always applies. A tool without bands advises nothing, and asks for
    the judgement all the same.
    """

    judgement: str
    why: str
    law: Citation
    bands: tuple[Band, ...] = ()
    count: Count | None = None

    def __post_init__(self) -> None:
        names.must_be_unique((band.key for band in self.bands), within="the bands")
        last = self.bands[-1] if self.bands else None
        if last and (last.least or last.only_if):
            raise ValueError(f"{last.key!r} must apply to whatever no band before it does.")
        if self.count is None and any(band.least for band in self.bands):
            raise ValueError("A band cannot wait for a number that nothing counts.")

    def of(self, answers: Mapping[str, object]) -> Advised | None:
        """What these answers advise; None where it advises nothing."""
        counted = self.count.of(answers) if self.count else None
        for band in self.bands:
            reached = (counted or 0) >= band.least
            if reached and (band.only_if is None or band.only_if.holds(answers)):
                return Advised(band=band, counted=counted)
        return None

    def judged(self, answers: Mapping[str, object]) -> Judged | None:
        """What was judged; None where nobody has yet."""
        choice, why = answers.get(self.judgement), answers.get(self.why)
        given = isinstance(choice, str) and isinstance(why, str)
        return Judged(choice=str(choice), why=str(why)) if given else None

    def must_fit(self, questions: Iterable[Question]) -> None:
        """Raise ValueError unless these questions ask for what it goes by, and for the judgement.

        Every band may be judged, and no judgement goes without its reason.
        """
        asked = {question.key: question for question in questions}
        counted = self.count.questions if self.count else ()
        missing = {*counted, self.judgement, self.why} - asked.keys()
        if missing:
            raise ValueError(f"Advice goes by what is not asked: {', '.join(sorted(missing))}.")
        # A version may ask less than the first did: a band goes by what is left of its questions.
        for band in self.bands:
            if band.only_if and not band.only_if.keys() & asked.keys():
                raise ValueError(f"{band.key!r} goes by nothing that is asked.")
        judgement, why = asked[self.judgement], asked[self.why]
        offered = {option.key for option in judgement.options}
        if judgement.kind is not Kind.CHOICE or not {band.key for band in self.bands} <= offered:
            raise ValueError(f"{judgement.key!r} must offer every band for a person to choose.")
        if judgement.required is not True or why.required is not True or judgement.only_if:
            raise ValueError("A judgement and its reason must both be given.")
