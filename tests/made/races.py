"""Several doing one thing in the same moment: real threads, real connections, real commits.

All wait at one line before they start.
"""

import threading
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import connection

from tests.made import casework


def at_once(*doings: Callable[[], Any]) -> list[Any]:
    """Do each in a thread of its own, all let go together; return what each returned or raised."""
    ended: list[Any] = [None] * len(doings)
    line = threading.Barrier(len(doings), timeout=20)

    def run(place: int) -> None:
        try:
            line.wait()
            ended[place] = doings[place]()
        except Exception as problem:  # noqa: BLE001  # what it raised is what is looked at
            ended[place] = problem
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(doings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=40)
    return ended


def many_contacts(people: casework.People, number: int) -> list[UUID]:
    """Return so many contacts waiting to be screened."""
    found: list[UUID] = []
    while len(found) < number:
        names = [f"Child{place}" for place in range(min(12, number - len(found)))]
        occasion_id = casework.send(people["lead"], *names)
        found += casework.contacts_of(occasion_id, people=people)
    return found


def counted(cursor: Any, query: str, *values: object) -> int:
    cursor.execute(query, values)
    return int(cursor.fetchone()[0])


def won_and_lost(ended: list[Any]) -> tuple[Any, Exception]:
    """Return what the winner has and what the loser was told; fail unless there is one of each."""
    lost = [each for each in ended if isinstance(each, Exception)]
    won = [each for each in ended if not isinstance(each, Exception)]
    assert len(won) == len(lost) == 1, ended
    return won[0], lost[0]
