"""What row security and the trail cost: the queue and the thread with both, and with neither.

Run: python -m bench.need_to_know [contacts] [folder to keep them in]. One database of 1.6 million
contacts, or as many as are asked for, served twice: as the web role with the trail written, and as
a role that passes row security by, made here, with the trail left out. Each page is asked of both
in turn, which of them first by turns. What is lost is of the requests a second that one process
serves without them; at most 30 in 100 may be. The application's own layer is on in both.
"""

import statistics
import sys
from typing import Any

from bench import asker, pages
from bench import home as homes
from bench.pages import Cost

ASKED = ("queue", "thread of 20", "thread of 2,000")
HELD, BARE = "with both", "with neither"
ROUNDS, MOST_LOST = 300, 0.30
ROLE = "bench_bare"
MAKE = f"""
do $$ begin
  if not exists (select 1 from pg_roles where rolname = '{ROLE}') then
    create role {ROLE} login bypassrls in role gt_web;
  end if;
end $$;
grant connect on database {pages.LARGE} to {ROLE};
"""


def main(contacts: int = 1_600_000, kept: str = "") -> None:
    """Make a home of its own, or use the one kept, and measure in a process that serves only it."""
    homes.measured("bench.need_to_know", str(int(contacts)), kept=kept)


def measured(contacts: int) -> None:
    """Fill the home the environment names, ask both ways in one run, and print."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django
        import psycopg

        django.setup()
        web = databases.url("gt_web")
        owner = address.changed(web, role="postgres")
        _, account, every = pages.filled(owner, contacts=contacts)
        asked = {page: every[page] for page in ASKED}
        with psycopg.connect(owner, autocommit=True) as connection:
            connection.execute(MAKE)
            before = _trailed(connection)
            bare = address.changed(web, role=ROLE)
            _hold_to_it(web, bare)
            costs = _asked(web, bare, account, asked)
            written = _trailed(connection) - before
        requests = (pages.TURNS_TO_WARM + ROUNDS) * len(asked)
        # And the empty page that the process which writes it began with.
        if written != requests + 1:
            raise SystemExit(f"{written} rows of trail for {requests} requests: nothing compared.")
        for page in ASKED:
            _print(page, costs[page][HELD], costs[page][BARE], contacts=contacts)


def _asked(web: str, bare: str, account: str, asked: Any) -> pages.Costs:
    with (
        pages.served(web, account) as held,
        pages.served(bare, account, asker.UNTRAILED) as free,
    ):
        return pages.alternately({HELD: held, BARE: free}, asked, rounds=ROUNDS)


def _hold_to_it(web: str, bare: str) -> None:
    """Stop unless row security is in force for the one and not for the other."""
    import psycopg

    active = []
    for url in (web, bare):
        with psycopg.connect(url) as connection:
            answer = connection.execute("select row_security_active('gt_entry')").fetchone()
            active.append(answer == (True,))
    if active != [True, False]:
        raise SystemExit("Row security is not on for one and off for the other.")


def _trailed(connection: Any) -> int:
    ((count,),) = connection.execute("select count(*) from gt_trail").fetchall()
    return int(count)


def _print(page: str, held: list[Cost], bare: list[Cost], *, contacts: int) -> None:
    """Print both ways of one page, and of a hundred requests how many are lost."""
    for name, costs in ((HELD, held), (BARE, bare)):
        a_second = 1000 / statistics.median(cost["taken"] for cost in costs)
        print(f"{page:15} {contacts:>9,} {name:12} {a_second:5.1f} requests/s  {pages.line(costs)}")
    by_the_clock = _lost(held, bare, "taken")
    of_processor = _lost(held, bare, "cpu", "postgres")
    print(
        f"{page:15} lost to row security and the trail: {by_the_clock:.0%} by the clock,"
        f" {of_processor:.0%} of processor; at most {MOST_LOST:.0%}:"
        f" {'kept' if by_the_clock <= MOST_LOST else 'BROKEN'}",
        flush=True,
    )


def _lost(held: list[Cost], bare: list[Cost], *keys: str) -> float:
    """Return the part of the requests a second lost: each pair was asked one after the other."""
    pairs = zip(held, bare, strict=True)
    return 1 - statistics.median(_sum(without, keys) / _sum(both, keys) for both, without in pairs)


def _sum(cost: Cost, keys: tuple[str, ...]) -> float:
    return sum(cost[key] for key in keys)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measured"]:
        measured(int(sys.argv[2]))
    else:
        main(*sys.argv[1:2] and [int(sys.argv[1])], *sys.argv[2:3])
