"""How an action is tracked: who may move it from where, and how it is rated (LOCAL)."""

import pytest

from goldenthread.content.partnership.tracking import tracking
from goldenthread.language.tracking import State
from tests.spec import tables

# Asked of an action that is due on Tuesday 31 March 2020.
RATING_TABLE = """
| why | state | at risk | on | rating | warned | overdue |
|---|---|---|---|---|---|---|
| nobody has taken it on | proposed | no | Mon 2 March 2020 |  | no | no |
| nobody has taken it on, and it is late | proposed | no | Wed 1 April 2020 |  | no | yes |
| on track | in-progress | no | Mon 2 March 2020 | green | no | no |
| said to be at risk | in-progress | yes | Mon 2 March 2020 | amber | no | no |
| a fortnight before its day | accepted | no | Tue 17 March 2020 | amber | yes | no |
| fifteen days before its day | accepted | no | Mon 16 March 2020 | green | no | no |
| on its day | in-progress | no | Tue 31 March 2020 | amber | yes | no |
| the day after | in-progress | no | Wed 1 April 2020 | red | no | yes |
| evidence sent and not looked at | evidence-submitted | no | Wed 1 April 2020 | red | no | yes |
| verified and not yet lasting | verified | no | Wed 1 April 2020 | green | no | no |
| embedded | embedded | no | Wed 1 April 2020 | blue | no | no |
| rejected | rejected | no | Wed 1 April 2020 |  | no | no |
| reopened after its day | reopened | no | Wed 1 April 2020 | red | no | yes |
"""
MOVES_TABLE = """
| state | its owner may | another may |
|---|---|---|
| proposed | accept, reject, due | due |
| accepted | start, evidence, due, risk | due |
| in-progress | evidence, due, risk | due |
| evidence-submitted | reopen, due | verify, reopen, due |
| verified | reopen, impact | embed, reopen, impact |
| embedded | reopen, impact | reopen, impact |
| rejected |  |  |
| reopened | start, evidence, due, risk | due |
"""
DUE = tables.day("Tue 31 March 2020")
YES = {"yes": True, "no": False}


@pytest.mark.parametrize("case", tables.rows(RATING_TABLE), ids=lambda case: case["why"])
def test_how_it_is_rated(case):
    state, on = State(case["state"]), tables.day(case["on"])

    rating = tracking.rating(state, due=DUE, at_risk=YES[case["at risk"]], on=on)

    assert (str(rating) if rating else "") == case["rating"]
    assert tracking.warns(state, due=DUE, on=on) is YES[case["warned"]]
    assert tracking.overdue(state, due=DUE, on=on) is YES[case["overdue"]]


@pytest.mark.parametrize("case", tables.rows(MOVES_TABLE), ids=lambda case: case["state"])
def test_who_may_move_it(case):
    state = State(case["state"])
    owner = tracking.open_to(state, owner=True, in_agency=True)
    another = tracking.open_to(state, owner=False, in_agency=False)

    assert [each.key for each in owner] == list(filter(None, case["its owner may"].split(", ")))
    assert [each.key for each in another] == list(filter(None, case["another may"].split(", ")))


def test_a_colleague_of_the_owner_may_do_and_verify_what_the_owner_may_only_do():
    found = tracking.open_to(State.EVIDENCED, owner=False, in_agency=True)
    assert [each.key for each in found] == ["verify", "reopen", "due"]
