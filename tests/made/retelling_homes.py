"""What a sample says of who and where, and a form left half filled in, told through the actions."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Model

from goldenthread.access.viewer import Viewer
from goldenthread.actions import drafts, register
from goldenthread.content.front_door import ties
from goldenthread.queries import who_and_where
from goldenthread.records.address import Address
from goldenthread.records.draft import Draft
from goldenthread.records.enrolment import Enrolment
from goldenthread.records.involvement import Involvement
from goldenthread.records.person import Person
from goldenthread.records.relationship import Relationship

Answers = dict[str, Any]


class Home:
    """One family's home as the loader states it: by whom, when, and every row of it."""

    def __init__(self, rows: Iterable[Model]) -> None:
        self.rows = list(rows)
        self.adults = {row.id: row for row in self.rows if isinstance(row, Person)}
        said = next(row for row in self.rows if isinstance(row, Address))
        self.by, self.at = said.recorded_by_id, said.recorded_at

    def of_children(self) -> Iterator[tuple[UUID, list[Any]]]:
        """Yield each child with what is said of them, in the order it was said."""
        said = [row for row in self.rows if getattr(row, "person_id", None) not in self.adults]
        stated = [row for row in said if hasattr(row, "person_id")]
        for child_id, rows in groupby(stated, key=lambda row: row.person_id):
            yield child_id, list(rows)

    def tell(self, *, by: Viewer, who: dict[UUID, UUID], at: datetime) -> None:
        """Say all of it. `who` are the children by the ids the story gave them."""
        children = list(self.of_children())
        for place, (child_id, said) in enumerate(children):
            for row in said:
                if isinstance(row, Relationship) and place == 0:
                    others = [str(who[other]) for other, _ in children[1:]]
                    self._tie(row, by=by, child=who[child_id], others=others, at=at)
                elif isinstance(row, (Address, Enrolment, Involvement)):
                    _say(row, by=by, child=who[child_id], at=at)

    def _tie(
        self, row: Relationship, *, by: Viewer, child: UUID, others: list[str], at: datetime
    ) -> None:
        adult = self.adults[row.other_id]
        answers: Answers = {
            "kind": row.kind,
            "given_name": adult.given_name,
            "family_name": adult.family_name,
            "parental_responsibility": "yes" if row.parental_responsibility else "no",
            "lives_with": "yes",
        }
        asked = who_and_where.asked_of(
            viewer=by, person_id=child, what="tie", now=at, answers=answers
        )
        keys = {question.key for question in asked.questions} if asked else set()
        if "same_person" in keys:
            answers["same_person"] = ties.ANOTHER.key
        if others:
            assert "also_for" in keys
            answers["also_for"] = others
        register.add(by=by, person_id=child, what="tie", answers=answers, at=at)


def _say(row: Any, *, by: Viewer, child: UUID, at: datetime) -> None:
    if isinstance(row, Address) and row.supersedes_id is not None:
        (told,) = Address.objects.filter(person_id=child, lines=row.lines, supersedes=None)
        answers = {"ended_on": row.valid_to.isoformat(), "why_ended": row.why_ended}
        register.end(by=by, person_id=child, what="address", row_id=told.pk, at=at, answers=answers)
        return
    what, answers = _answers(row)
    if row.valid_from is not None:
        answers["valid_from"] = row.valid_from.isoformat()
    register.add(by=by, person_id=child, what=what, answers=answers, at=at)


def _answers(row: Any) -> tuple[str, Answers]:
    if isinstance(row, Address):
        return "address", {"kind": row.kind, "lines": row.lines, "is_safe": "no"}
    if isinstance(row, Enrolment):
        return "goes", {"kind": row.kind, "name": row.name}
    name = row.practitioner.full_name
    return "involved", {"practitioner": name, "does_what": row.what}


def typed(draft: Draft, *, by: Viewer, at: Iterable[datetime]) -> None:
    """Type a form as often as it was kept, the last time to the end."""
    kept: Draft | None = None
    for moment in at:
        kept = drafts.save(
            by=by,
            instrument=draft.instrument,
            typed=draft.typed,
            at=moment,
            draft_id=kept.pk if kept else None,
            version=kept.version if kept else None,
        )
