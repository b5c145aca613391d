"""Verifying the trail against a bare read of it, and requests with the sealer on and off.

Run: python -m bench.trail [rows]. The baseline of verifying and of sealing is the same rows read
and thrown away. Requests are asked of one process in turn, in stretches with a sealer that runs
every second and stretches without one, so that whatever else the machine is doing falls on both.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from bench import home as homes
from bench import pages, volume

ROWS, WRITTEN_AT_ONCE, PROMISED = 200_000, 20, 100_000
STRETCHES, SECONDS = 6, 5.0
FILL = """
insert into gt_trail (id, account_id, agency_id, role, verb, resource, object_ids, person_ids,
  purpose, decision, reason, request_id, session_hash, address)
select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'front-door-screener',
  'queue.read', 'queue', array(select gen_random_uuid() from generate_series(1, 1 + i %% 10)),
  array(select gen_random_uuid() from generate_series(1, 1 + i %% 10)), 'queue.read', 'served',
  '200', gen_random_uuid()::text, left(md5(i::text), 16), '127.0.0.1'
from generate_series(1, %s) i
"""


def main(rows: int = ROWS) -> None:
    """Make a home of its own and measure in a process that serves only it."""
    homes.measured("bench.trail", str(int(rows)))


def measured(rows: int) -> None:
    """Write the rows into the home the environment names, measure and print."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django
        import psycopg

        django.setup()
        url = databases.url("gt_sealer")
        owner = address.changed(url, role="postgres")
        with psycopg.connect(owner, autocommit=True) as connection:
            cursor = connection.cursor()
            for _ in range(rows // WRITTEN_AT_ONCE // 100):
                cursor.execute(FILL, [WRITTEN_AT_ONCE * 100])
            cursor.execute("vacuum analyze gt_trail")
            _print_rows(url, rows)
            agency, account = pages.manager(cursor)
            volume.grow(cursor, start=0, end=16_000, agency=agency, account=account)
            cursor.execute("vacuum analyze")
        _print_requests(str(account), url)


def _print_rows(url: str, rows: int) -> None:
    from goldenthread.actions import seals

    bare, sealed = _taken(lambda: _bare(url)), _taken(lambda: seals.seal(url=url))
    verified = _taken(lambda: _verified(url))
    print(f"{rows:,} rows of the trail")
    for what, taken in (("bare read", bare), ("seal", sealed), ("verify", verified)):
        a_minute = f"{rows / taken * 60:,.0f} a minute"
        print(f"  {what:<10} {taken:6.2f} s  {taken / bare:5.1f} x  {a_minute}")
    kept = "kept" if rows / verified * 60 >= PROMISED else "BROKEN"
    print(f"  promised   {PROMISED:,} a minute: {kept}")


def _taken(do: Callable[[], Any]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _bare(url: str) -> None:
    import psycopg

    read = "copy (select * from gt_trail) to stdout"
    with psycopg.connect(url) as connection, connection.cursor().copy(read) as copied:
        for _ in copied:
            pass


def _verified(url: str) -> None:
    from goldenthread.queries import trail_check

    found = list(trail_check.verify(url=url, verified=trail_check.Verified()))
    if found:
        raise SystemExit(f"{len(found)} findings, where nothing was changed.")


def _print_requests(account: str, url: str) -> None:
    command = [sys.executable, "-m", "bench.asker", account]
    served: dict[bool, list[float]] = {False: [], True: []}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as asker:
        _stretch(asker, 2.0)
        for _ in range(STRETCHES):
            for on in (False, True):
                served[on].append(_with_sealer(asker, url) if on else _stretch(asker, SECONDS))
        asker.stdin.close()
    off, on = (statistics.median(served[each]) for each in (False, True))
    print(f"requests a second, {STRETCHES} stretches of {SECONDS:g} s each, the queue")
    print(f"  sealer off {off:6.1f}")
    print(f"  sealer on  {on:6.1f}  {on / off:.2f} x")


def _with_sealer(asker: subprocess.Popen[str], url: str) -> float:
    """Ask while another process seals every second, once that has loaded what it needs."""
    code = "import sys, time\nfrom goldenthread.actions import seals\n"
    code += (
        "while True:\n    seals.seal(url=sys.argv[1])\n    print(flush=True)\n    time.sleep(1)\n"
    )
    command = [sys.executable, "-c", code, url]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as sealer:
        sealer.stdout.readline()
        answered = _stretch(asker, SECONDS)
        sealer.terminate()
    return answered


def _stretch(asker: subprocess.Popen[str], seconds: float) -> float:
    """Ask for the queue for so long; return how many were answered in a second."""
    began, answered = time.perf_counter(), 0
    while time.perf_counter() - began < seconds:
        asker.stdin.write(json.dumps({"path": "/queue/"}) + "\n")
        asker.stdin.flush()
        asker.stdout.readline()
        answered += 1
    return answered / (time.perf_counter() - began)


if __name__ == "__main__":
    if sys.argv[1:2] == ["measured"]:
        measured(int(sys.argv[2]))
    else:
        main(*map(int, sys.argv[1:]))
