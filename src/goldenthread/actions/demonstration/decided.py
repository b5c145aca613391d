"""What the front door writes: the screening, the decision, the answer, the end of a referral."""

from random import Random

from goldenthread.actions.demonstration import words
from goldenthread.actions.demonstration.families import Child, said
from goldenthread.actions.demonstration.told import Answers, Worry
from goldenthread.content.front_door.referral_outcome import NOTHING_FURTHER

# The level of need the front door sees, by the outcome it leads to.
_LEVELS = {
    "referral-to-social-care": "4",
    "strategy-discussion": "4",
    "allocated-worker": "4",
    "early-help": "3",
    "early-help-existing": "3",
    "transfer-to-other-area": "2",
    "advice-to-family": "2",
    "advice-to-professional": "2",
    "signposted": "2",
    "notification-recorded": "1",
    "no-further-action": "1",
}


def outcome(worry: Worry, *, is_open: bool, chance: Random) -> str:
    """Return what is decided; `is_open` where the child has an open referral already."""
    if is_open and not worry.reading.is_referral and worry.theme.purpose == "concern":
        return "allocated-worker"
    return chance.choice(worry.reading.outcomes)


def for_sibling(decided: str, chance: Random) -> str:
    """Return what is decided for a brother or sister: mostly the same, sometimes less."""
    differs = decided in ("early-help", "early-help-existing", "signposted")
    return "advice-to-family" if differs and chance.random() < 0.2 else decided


def screening(worry: Worry, *, child: Child, decided: str, chance: Random) -> Answers:
    """Return the answers of the screening form."""
    return {
        "purpose": worry.theme.purpose,
        "front_door_level": _LEVELS[decided],
        "screening_summary": _before(worry, child, words.SIBLING_SUMMARIES, chance)
        + said(worry.reading.summary, worry.voice),
    }


def decision(worry: Worry, *, child: Child, decided: str, chance: Random) -> Answers:
    """Return the answers of the decision form."""
    answers: Answers = {"outcome": decided}
    why = said(worry.reading.why, worry.voice)
    if decided == "no-further-action":
        duplicate = chance.random() < 0.12
        why = said(words.DUPLICATE, worry.voice) if duplicate else why
        reason = "duplicate" if duplicate else "below-threshold"
        answers |= {"help_given": "no", "nfa_reason": reason}
    elif decided == "allocated-worker":
        why = ""
    before = _before(worry, child, words.SIBLING_REASONS, chance) if why else ""
    closing = said(chance.choice(words.CLOSINGS[decided]), worry.voice_of(child))
    return answers | {"rationale": before + " ".join(filter(None, (why, closing)))}


def letter(worry: Worry, *, child: Child, decided: str, chance: Random) -> Answers:
    """Return the answers of the outcome letter: what the sender reads."""
    return {
        "told_referrer": said(chance.choice(words.LETTERS[decided]), worry.voice_of(child)),
        "told_by": "telephone" if chance.random() < 0.25 else "here",
    }


def response(worry: Worry, *, child: Child, decided: str, nothing: bool) -> Answers:
    """Return the answers with which a manager decides what a referral needs."""
    if nothing:
        outcome, why = NOTHING_FURTHER, words.NOTHING_FURTHER
    elif decided == "strategy-discussion":
        outcome, why = "strategy-discussion-needed", words.STRATEGY_NEEDED
    else:
        outcome, why = "single-assessment", words.ASSESSMENT_NEEDED
    return {"referral_outcome": outcome, "referral_reason": said(why, worry.voice_of(child))}


def referral_end(worry: Worry, *, child: Child, chance: Random) -> Answers:
    """Return the answers with which a referral is closed."""
    ends = words.REFERRAL_ENDS
    reason, _, texts = chance.choices(ends, weights=[weight for _, weight, _ in ends])[0]
    return {
        "close_reason": reason,
        "closing_summary": said(chance.choice(texts), worry.voice_of(child)),
    }


def _before(worry: Worry, child: Child, texts: tuple[str, ...], chance: Random) -> str:
    if child is worry.focus:
        return ""
    told = {**worry.voice_of(child), "focus": worry.focus.given_name}
    return said(chance.choice(texts), told) + " "
