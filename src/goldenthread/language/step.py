"""A step: something that can be recorded on a pathway, by whom, after what, and with what rules.

Its conditions see the answers so far on the episode with the new ones laid over them.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from goldenthread.kernel import moment, period
from goldenthread.kernel.citation import Citation
from goldenthread.kernel.moment import Moment
from goldenthread.language import names
from goldenthread.language.advice import Count
from goldenthread.language.condition import Condition
from goldenthread.language.examination import Problem
from goldenthread.language.instrument import Instrument
from goldenthread.language.question import Question


@dataclass(frozen=True, kw_only=True)
class By:
    """A role that may record the step, always or on a condition.

    `under` names the duty that must have been delegated to the one who records it.
    """

    role: str
    only_if: Condition | None = None
    under: str = ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """When the step is refused, what is said, beside which question, and on what authority.

    `before` is asked of the answers as they were before this step, where that matters too.
    """

    refuses_if: Condition
    says: str
    field: str
    law: Citation
    before: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class Opens:
    """The episode of another pathway that recording the step opens, and its first step.

    `gives` names the answers so far that its first step is recorded with: what the one that opens
    knows and the other is held to, such as the day of the referral. `keeps` is the kind of grant by
    which whoever records it goes on seeing the subject until what it opens closes. It opens it
    between `since` and `until`, both days included: law moves, and another pathway takes over.
    """

    pathway: str
    step: str
    only_if: Condition | None = None
    gives: tuple[str, ...] = ()
    keeps: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Ends:
    """The step that ends the person's open episode of another pathway, where there is one."""

    pathway: str
    step: str
    only_if: Condition | None = None
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Passes:
    """To whom recording the step passes what it is about: who holds the person's open episode."""

    pathway: str
    only_if: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that can be recorded.

    `state` says in plain words where the episode then is. `first` begins an episode; `follows`
    names the steps of which any one must come before. An `automatic` step is recorded by a
    service. `needs` names steps all of which must come before, each recorded by another person.
    `kept_with` says whether the answers belong to each subject or, once, to the
    occasion about all of them. `closes` ends the episode, always or on a condition; `closed_as`
    then says where it is.
    A step in a file of its own names its pathway with `on`; an empty `state` changes none.
    `tells_referrer` sends them a message that something is waiting, without a word of it.
    `or_asks` names other forms it may be recorded on instead of `asks`: a contact is received on a
    referral form, from a telephone call, or as a notification. `allocates` is recorded when an
    episode is given to somebody to hold. `kept_apart_from` names the question whose answer lists
    the kinds of agency that must not have the rest: that is then kept where they cannot read it.
    `dated_by` names the day it happened for the rules and the clocks that come after; where it is a
    question of its own, the step happened on the day that answers it, however late it is recorded.
    Nobody records it who recorded one of `not_by`. `waits_for` names the pathways of which none may
    be open for the person when it is recorded.
    """

    key: str
    title: str
    state: str
    by: tuple[By, ...]
    asks: Instrument | None = None
    or_asks: tuple[Instrument, ...] = ()
    first: bool = False
    follows: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    automatic: bool = False
    kept_with: Literal["subject", "occasion"] = "subject"
    rules: tuple[Rule, ...] = ()
    opens: tuple[Opens, ...] = ()
    passes: tuple[Passes, ...] = ()
    ends: tuple[Ends, ...] = ()
    closes: bool | Condition = False
    closed_as: str = ""
    repeatable: bool = False
    on: str = ""
    tells_referrer: bool = False
    allocates: bool = False
    kept_apart_from: str = ""
    dated_by: str = ""
    not_by: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    law: Citation | None = None
    since: date | None = None
    until: date | None = None
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        names.must_be_unique(self.follows, within=self.key)
        names.must_be_unique(self.needs, within=self.key)
        names.must_be_unique((form.key for form in self.forms), within=self.key)

    @cached_property
    def forms(self) -> tuple[Instrument, ...]:
        """Every form it may be recorded on, the usual one first; none where it asks nothing."""
        return (self.asks, *self.or_asks) if self.asks else ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question of its forms, each key once, in the order they are asked."""
        found: dict[str, Question] = {}
        for form in self.forms:
            for question in form.questions:
                found.setdefault(question.key, question)
        return tuple(found.values())

    @cached_property
    def counted(self) -> dict[str, str]:
        """The dataset column of each question that has one, by the question's key."""
        return {each.key: each.column for each in self.questions if each.column}

    @cached_property
    def counted_if_given(self) -> dict[str, str]:
        """The column that says only whether there was an answer, by the question's key."""
        return {each.key: each.given_column for each in self.questions if each.given_column}

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """What its forms count that has a dataset column."""
        every = [
            count
            for form in self.forms
            for count in (*form.counts, *((form.advice.count,) if form.advice else ()))
        ]
        return tuple(count for count in every if count and count.column)

    def form(self, key: str) -> Instrument | None:
        """The form with this key that it may be recorded on; the usual one for any other key."""
        return next((form for form in self.forms if form.key == key), self.asks)


def may_record(
    step: Step, role: str, answers: Mapping[str, object], *, under: Collection[str] = ()
) -> bool:
    """Whether somebody in `role`, delegated the duties `under`, may record the step."""
    return any(
        by.role == role
        and (by.only_if is None or by.only_if.holds(answers))
        and (not by.under or by.under in under)
        for by in step.by
    )


def duty(step: Step, role: str, answers: Mapping[str, object]) -> str:
    """The duty somebody in `role` records the step under; "" where they need none."""
    mine = [by for by in step.by if by.role == role]
    open_to = [by.under for by in mine if by.only_if is None or by.only_if.holds(answers)]
    return "" if "" in open_to or not open_to else open_to[0]


def passed(step: Step, answers: Mapping[str, object]) -> tuple[Passes, ...]:
    """To whom recording the step with these answers passes what it is about."""
    return tuple(
        passes for passes in step.passes if passes.only_if is None or passes.only_if.holds(answers)
    )


def refusals(
    step: Step, answers: Mapping[str, object], *, before: Mapping[str, object] | None = None
) -> tuple[Problem, ...]:
    """What the step's own rules have against these answers; nothing where they may be kept.

    `before` are the answers so far without those of this step.
    """
    return broken(step.rules, answers, before=before)


def broken(
    rules: Iterable[Rule],
    answers: Mapping[str, object],
    *,
    before: Mapping[str, object] | None = None,
) -> tuple[Problem, ...]:
    """Return what those of the rules say that refuse these answers."""
    return tuple(
        Problem(rule.field, rule.says)
        for rule in rules
        if rule.refuses_if.holds(answers)
        and (rule.before is None or rule.before.holds(before or {}))
    )


def closes(step: Step, answers: Mapping[str, object]) -> bool:
    """Whether recording the step with these answers ends the episode."""
    return step.closes if isinstance(step.closes, bool) else step.closes.holds(answers)


def happened(step: Step, answers: Mapping[str, object]) -> Moment | None:
    """When the step happened, of which these are its own answers; None where they do not say."""
    said = answers.get(step.dated_by) if step.dated_by else None
    return moment.parse(said) if isinstance(said, str) else None


def kept_apart(step: Step, answers: Mapping[str, object]) -> tuple[str, ...]:
    """The answers to be kept where some who see the entry cannot read them; none without a reason.

    What stays says only that there is a condition and whom it is about.
    """
    if not step.kept_apart_from or not answers.get(step.kept_apart_from):
        return ()
    (asked,) = (each for each in step.questions if each.key == step.kept_apart_from)
    stays = {asked.key, *(asked.only_if.keys() if asked.only_if else ())}
    return tuple(key for key in answers if key not in stays)


def opened(
    step: Step, answers: Mapping[str, object], *, on: date | None = None
) -> tuple[Opens, ...]:
    """The episodes that recording the step with these answers opens; given `on`, on that day."""
    return tuple(
        opens
        for opens in step.opens
        if (opens.only_if is None or opens.only_if.holds(answers))
        and (on is None or period.in_force(on, since=opens.since, until=opens.until))
    )


def ended(step: Step, answers: Mapping[str, object]) -> tuple[Ends, ...]:
    """The steps that recording this one with these answers ends other episodes by."""
    return tuple(ends for ends in step.ends if ends.only_if is None or ends.only_if.holds(answers))


def given(gives: Iterable[str], answers: Mapping[str, object]) -> dict[str, object]:
    """Those of the answers that are handed on, of those there are."""
    return {key: answers[key] for key in gives if key in answers}
