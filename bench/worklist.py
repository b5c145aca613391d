"""The worklists of a manager with 400 open children against one with 40, and of their workers.

Run: python -m bench.worklist. One database holds both teams; each page is asked for in turn by the
one manager and by the other, so that whatever else the machine is doing falls on both alike.
"""

import statistics
import sys
from typing import Any

from bench import home as homes
from bench import pages

FEW, MANY, WORKERS, ROUNDS = 40, 400, 20, 100
SINCE = "2019-06-01T09:00+00:00"
# One child of each ten is late, one due today; the rest fall due over the weeks after.
CHILDREN = """
with made as (
  select gen_random_uuid() id, number from generate_series(1, %(children)s) number
), people as (
  insert into gt_person (id, kind, given_name, family_name, date_of_birth, sex, ethnicity, scope,
    desk, seal)
  select id, 'child', 'Given' || number, 'Family' || number, '2012-03-27', 'M', '', id, '', ''
  from made returning id
), held as (
  select made.*, (%(workers)s::uuid[])[1 + number %% %(many)s] worker,
    case number %% 10 when 0 then '2020-03-02'::date when 1 then '2020-03-04'
      else '2020-03-05'::date + number %% 60 end due_on
  from made
), episodes as (
  insert into gt_episode (id, pathway, subject_person_id, reference, agency_id, opened_at, sole,
    state, last_step, lane, due_on, due_at, due_clock, claimed_by_id, claimed_at, version, scope,
    desk, seal, one_of, began_on)
  select gen_random_uuid(), p.pathway, h.id, p.prefix || %(agency)s || h.number, %(agency)s,
    '2020-01-06T09:00+00:00', false, p.state, '', '', p.due_on,
    (p.due_on + time '23:59:59') at time zone 'Europe/London', p.clock, h.worker,
    '2020-01-06T09:00+00:00', 1, h.id, '', '', p.one_of, '2020-01-06'
  from held h cross join lateral (values
    ('referral', 'R-', 'With a social worker', null::date, '', ''),
    ('protection-plan', 'CP-', 'On a protection plan', h.due_on, 'protection-visit', 'plan')
  ) p (pathway, prefix, state, due_on, clock, one_of)
)
insert into gt_grant (id, account_id, team_id, role, kind, level, scope, seal, source, starts_at)
select gen_random_uuid(), g.account_id, g.team_id, g.role, g.kind, 4, h.id, '',
  'bench:' || h.id, '2020-01-06T09:00+00:00'
from held h cross join lateral (values
  (h.worker, null::uuid, '', 'allocated-worker'),
  (null::uuid, %(team)s::uuid, 'social-worker', 'team-cover'),
  (null::uuid, %(team)s::uuid, 'social-work-team-manager', 'line-manager')
) g (account_id, team_id, role, kind)
"""


def main() -> None:
    """Make a home of its own and measure in a process that serves only it."""
    homes.measured("bench.worklist")


def measured() -> None:
    """Fill the database, measure and print."""
    from goldenthread.project import databases, home
    from goldenthread.records.postgresql import address, server

    with server.held(home.folder()):
        import django

        django.setup()
        web = databases.url("gt_web")
        owner = address.changed(web, role="postgres")
        small, large = (_team(owner, children=number) for number in (FEW, MANY))
        for who, page in (("manager", "/my-team/"), ("worker", "/my-children/")):
            with pages.served(web, small[who]) as of_few, pages.served(web, large[who]) as of_many:
                asks = {"few": of_few, "many": of_many}
                costs = pages.alternately(asks, {page: [{"path": page}]}, rounds=ROUNDS)[page]
            _print(page, costs)


def _team(owner: str, *, children: int) -> dict[str, str]:
    """Make a council of its own with a team that holds so many children; return who asks."""
    import psycopg

    from goldenthread.actions import establish

    with psycopg.connect(owner, autocommit=True) as connection:
        cursor = connection.cursor()
        establish.all_services(cursor)
        agency = establish.agency(cursor, key=f"c{children}", name="Council", kind="council")
        cursor.execute(
            "insert into gt_team (id, agency_id, key, name)"
            " values (gen_random_uuid(), %s, 't', 'T') returning id",
            [agency],
        )
        ((team,),) = cursor.fetchall()
        workers = [
            _account(cursor, agency, team, f"w{children}-{number}", "social-worker")
            for number in range(WORKERS)
        ]
        manager = _account(cursor, agency, team, f"m{children}", "social-work-team-manager")
        told = {"children": children, "workers": workers, "many": WORKERS}
        cursor.execute(CHILDREN, told | {"agency": agency, "team": team})
        cursor.execute("vacuum analyze")
    return {"manager": str(manager), "worker": str(workers[0])}


def _account(cursor: Any, agency: Any, team: Any, name: str, role: str) -> Any:
    from datetime import datetime

    from goldenthread.actions import establish

    account = establish.account(
        cursor,
        email=f"{name}@example.invalid",
        full_name=name.title(),
        job_title="",
        role=role,
        agency_id=agency,
        password="!",
        at=datetime.fromisoformat(SINCE),
    )
    cursor.execute("update gt_account set team_id = %s where id = %s", [team, account])
    return account


def _print(page: str, costs: dict[str, list[dict[str, float]]]) -> None:
    for size, number in (("few", FEW), ("many", MANY)):
        print(f"{page:14} {number:>4} children {pages.line(costs[size])}")
    few, many = (sorted(cost["taken"] for cost in costs[size]) for size in ("few", "many"))
    middle = statistics.median(many) / statistics.median(few)
    last = many[len(many) * 95 // 100] / few[len(few) * 95 // 100]
    times = f"{MANY // FEW} times the children"
    print(f"{page:14} {times}: p50 {middle:.2f}, p95 {last:.2f} times as long")


if __name__ == "__main__":
    measured() if sys.argv[1:] == ["measured"] else main()
