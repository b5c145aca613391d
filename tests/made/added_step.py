"""Run in a copy where docs/how-to/add-a-step-with-a-clock.md has been done, and not in this tree.

The page says that no model, migration, page or permission is edited. Here is the step recorded by a
screener on a real contact, on PostgreSQL, through the product's own doors.
"""

from datetime import datetime, timedelta

import pytest

from goldenthread.actions.conflict import Refused
from goldenthread.kernel.calendar import LONDON
from goldenthread.queries import episode, queue, thread
from tests.made import casework

ASKED = datetime(2020, 3, 3, 16, 0, tzinfo=LONDON)
STEP = "contact-strategy-asked-for"
ANSWERS = {"strategy_asked": ["police", "health"], "strategy_why": "A new injury"}


def test_a_screener_asks_for_a_strategy_discussion(transactional_db, loader_cursor):
    people = casework.people(loader_cursor)
    occasion_id = casework.send(people["lead"], "Amir")
    (amir,) = casework.contacts_of(occasion_id, people=people)
    casework.screen(people, amir)
    with casework.working(people["screener"], at=ASKED) as viewer:
        page = episode.one(viewer=viewer, episode_id=amir, now=ASKED)
        assert STEP in [step.key for step in page.next_steps]
    with pytest.raises(Refused):
        casework.record(people["screener"], STEP, amir, {"strategy_asked": ["police"]}, at=ASKED)

    casework.record(people["screener"], STEP, amir, ANSWERS, at=ASKED)

    with casework.working(people["manager"], at=ASKED) as viewer:
        page = episode.one(viewer=viewer, episode_id=amir, now=ASKED)
        assert page.state == "Waiting for a strategy discussion"
        assert page.due.at == ASKED + timedelta(hours=4)
        assert "contact-decided-after-strategy" in [clock.key for clock in page.clocks]
        (waiting,) = queue.waiting(viewer=viewer, now=ASKED).rows
        assert waiting.due.at == ASKED + timedelta(hours=4)
        told = thread.of(viewer=viewer, person_id=page.person_id, now=ASKED).entries[-1]
        assert told.title == "Strategy discussion asked for"
        assert [said.answer for said in told.said] == ["Police; Health", "A new injury"]
