"""Tools completed in the story: Ellie's neglect toolkit twice, and the Continuum of Need.

Told after the rest, about the child of the register as she is known once everything is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.db.models import Model
from psycopg.types.json import Jsonb

from goldenthread.actions import projection
from goldenthread.actions.demonstration import acts, blocks, rows
from goldenthread.actions.demonstration import chance as chances
from goldenthread.actions.demonstration.acts import Act
from goldenthread.actions.demonstration.chance import new_id
from goldenthread.actions.demonstration.people import People
from goldenthread.content import catalogue
from goldenthread.kernel.calendar import LONDON
from goldenthread.language import drafting
from goldenthread.records.clock_run import ClockRun
from goldenthread.records.episode import Episode

AMIRA = "amira.sharif@kelderby-partnership.invalid"
LEANNE, DAVID = "leanne.brook@kelderby.invalid", "david.osei@kelderby.invalid"
ELLIE = """
select p.id from gt_person p join gt_episode e on e.subject_person_id = p.id
where p.given_name = 'Ellie' and p.family_name = 'Marsden' and e.pathway = 'referral'
"""
SOMETIMES, VERY = "sometimes-concerned", "very-concerned"
# What was rated otherwise than not concerning, and what was seen of it.
OCTOBER = {
    "neglect_clothed": (VERY, "Thin shoes with holes in the rain, most days since September."),
    "neglect_enough": (VERY, "No lunch on four Mondays; she asks friends for theirs."),
    "neglect_ready": (SOMETIMES, "Arrives without her bag about twice a week."),
    "neglect_bed": (SOMETIMES, "She says she sleeps on the sofa at her father's."),
}
MARCH = {
    "neglect_enough": (SOMETIMES, "Breakfast club since November; hungry after weekends."),
    "neglect_supervised": (VERY, "Alone from four until nine on three evenings, told on 9 March."),
    "neglect_bed": (SOMETIMES, "Still the sofa at her father's."),
}
SUMMARY = {
    "neglect_known_since": "Early help since 11 October 2019, through her school.",
    "neglect_parent_told": "yes",
    "neglect_parent_view": "Her mother says money is short and that she had not seen the shoes.",
    "neglect_worried": "Ellie goes without, and says little about it.",
    "neglect_well": "Her grandmother has her on Wednesdays. She loves the school choir.",
    "neglect_happen": "Shoes, a bed of her own, and somebody at home in the evening.",
}


def write(cursor: psycopg.Cursor, *, people: People, seed: int) -> None:
    """Write the tools through the loader's cursor, once everything they are about is there."""
    cursor.execute(ELLIE)
    (ellie,) = cursor.fetchone() or (None,)
    if ellie is None:
        return
    _draft(cursor, people=people, chance=chances.of("forms", seed))
    chance = chances.of("tools", seed)
    blocks.copy(cursor, blocks.packed(_told(ellie, people=people, chance=chance)))


def _draft(cursor: psycopg.Cursor, *, people: People, chance: Random) -> None:
    """Have the business unit write the next version of the neglect toolkit."""
    body = drafting.body_of(catalogue.instrument("neglect-toolkit"))
    asks = "Is there a safe place to sleep for a baby?"
    home = next(each for each in body["sections"] if each["key"] == "neglect_surroundings")
    bed = next(each for each in home["questions"] if each["key"] == "neglect_bed")
    home["questions"].append({**bed, "key": drafting.new_key(asks, taken=()), "asks": asks})
    cursor.execute(
        "insert into gt_form_version (id, form, body, written_by_id, written_at, version)"
        " values (%s, 'neglect-toolkit', %s, %s, %s, 2)",
        [new_id(chance), Jsonb(body), people.account(AMIRA).account_id, _at(2020, 3, 30)],
    )


def _told(ellie: UUID, *, people: People, chance: Random) -> Iterator[Model]:
    october = _act("completed", _at(2019, 10, 21), people, DAVID, _neglect(OCTOBER, "early-help"))
    march = _act("repeated", _at(2020, 3, 12), people, LEANNE, _neglect(MARCH, "referral"))
    yield from _episode("neglect", ellie, [october, march], chance=chance)
    level = Act(
        step="continuum-of-need-completed",
        at=_at(2020, 3, 12, hour=15),
        by=people.account(LEANNE),
        answers=_continuum(),
    )
    yield from _episode("tool", ellie, [level], chance=chance)


def _act(step: str, at: datetime, people: People, who: str, answers: Mapping[str, Any]) -> Act:
    return Act(step=f"neglect-toolkit-{step}", at=at, by=people.account(who), answers=answers)


def _neglect(seen: Mapping[str, tuple[str, str]], judged: str) -> dict[str, Any]:
    form = catalogue.instrument("neglect-toolkit")
    rated = [q for s in form.sections if s.area for q in s.questions if not q.evidence_of]
    return {
        **{each.key: "not-concerned" for each in rated},
        **{key: rating for key, (rating, _) in seen.items()},
        **{f"{key}_evidence": words for key, (_, words) in seen.items()},
        **SUMMARY,
        "neglect_judgement": judged,
        "neglect_judgement_why": "We have talked with her mother, who wants the help.",
    }


def _continuum() -> dict[str, Any]:
    form = catalogue.instrument("continuum-of-need")
    matched = [q for s in form.sections if s.area for q in s.questions if not q.evidence_of]
    return {
        **{each.key: "2" for each in matched},
        "continuum_safety": "3",
        "continuum_safety_evidence": "Alone at home on three evenings a week, told on 9 March.",
        "continuum_judgement": "4",
        "continuum_judgement_why": "What she told her teacher on 9 March cannot be left.",
    }


def _episode(pathway: str, child: UUID, told: Sequence[Act], *, chance: Random) -> Iterator[Model]:
    """Yield the rows of one run, as `actions.tools` and the projection would have made them."""
    kind = catalogue.pathway(pathway)
    first = told[0]
    episode = rows.make(
        Episode,
        id=new_id(chance),
        pathway=kind.key,
        subject_person_id=child,
        reference=f"{kind.reference_prefix}-{acts.reference(chance)}",
        agency_id=first.by.agency_id,
        opened_at=first.at,
        sole=kind.one_open_per_subject,
        scope=child,
        version=1 + len(told),
    )
    filed = [acts.entry(episode, act, old=None, chance=chance) for act in told]
    recorded = projection.current(filed, pathway=kind.key)
    head = projection.head(pathway=kind.key, recorded=recorded, beneath={})
    for name in ("state", "last_step", "lane", "due_on", "due_at", "due_clock", "closed_at"):
        setattr(episode, name, getattr(head, name))
    yield episode
    yield from filed
    for reading in head.readings:
        run = projection.run_values(episode=episode, reading=reading)
        yield rows.make(ClockRun, id=new_id(chance), **run)


def _at(year: int, month: int, day: int, *, hour: int = 14) -> datetime:
    return datetime(year, month, day, hour, 20, tzinfo=LONDON)
