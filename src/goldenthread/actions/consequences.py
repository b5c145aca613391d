"""What recording brought about, so that putting words right never does it again or undoes it."""

from collections.abc import Iterator, Sequence

from goldenthread.actions import projection
from goldenthread.actions.conflict import Refused
from goldenthread.actions.projection import Recorded
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import london_date
from goldenthread.language import step as steps
from goldenthread.language.answers import Problem
from goldenthread.language.step import Step
from goldenthread.records.episode import Episode

OPENS, PASSES, ENDS, CLOSES = "opens", "passes", "ends", "closes"
# What it would bring about that it did not, and what it did that it then would not have.
NEW = {
    OPENS: "A correction opens nothing, and this would have opened a {what}. Write down a new "
    "contact about the child and decide that one",
    PASSES: "A correction passes nothing on, and this would have gone to whoever holds the {what}. "
    "Tell them yourself, or write down a new contact and decide that one",
    ENDS: "A correction ends nothing, and this would have ended the {what}. End it on its own page",
    CLOSES: "A correction closes nothing. Record the step that ends it",
}
GONE = {
    OPENS: "A {what} was opened by this, and a correction would leave it standing without its "
    "reason. Close it first on its own page and leave this outcome as it was",
    PASSES: "This was passed to whoever holds the {what}, who has it now. Leave this outcome as "
    "it was, and tell them what was wrong",
    ENDS: "The {what} was ended by this, and a correction does not open it again. Leave this "
    "outcome as it was",
    CLOSES: "A correction opens nothing again. Write down a new contact about the child",
}
Consequence = tuple[str, str]


def must_be_the_same(
    *, episode: Episode, before: Sequence[Recorded], after: Sequence[Recorded], step: Step
) -> None:
    """Raise Refused, with what to do instead, where what was brought about would be another."""
    did, would = set(_of(episode, before)), set(_of(episode, after))
    says = [_says(NEW, each) for each in sorted(would - did)]
    says += [_says(GONE, each) for each in sorted(did - would)]
    if says:
        raise Refused((Problem(step.questions[0].key, says[0]),))


def _of(episode: Episode, recorded: Sequence[Recorded]) -> Iterator[Consequence]:
    pathway, answers = catalogue.pathway(episode.pathway), dict(projection.beneath(episode))
    for each in recorded:
        answers.update(each.answers)
        step = pathway.step(each.step)
        on = london_date(each.first_recorded_at)
        yield from ((OPENS, opens.pathway) for opens in steps.opened(step, answers, on=on))
        yield from ((PASSES, passes.pathway) for passes in steps.passed(step, answers))
        yield from ((ENDS, ends.pathway) for ends in steps.ended(step, answers))
        if steps.closes(step, answers):
            yield CLOSES, pathway.key


def _says(words: dict[str, str], consequence: Consequence) -> str:
    what, pathway = consequence
    title = catalogue.pathway(pathway).title
    return words[what].format(what=title[:1].lower() + title[1:])
