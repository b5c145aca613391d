"""Contacts by the million, written in the database itself: what the pages are measured over.

Every row is a function of its number, so that two runs measure the same city. Names are invented,
some far commoner than others as in any city, and a name and a birth date are now and then shared.
"""

from typing import Any

from bench import register_index

# One contact in 160 is open, as on a bad day at a front door.
OPEN_EVERY = 160
DEFAULTS = {"text": "''", "jsonb": "'{}'", "integer": "0", "boolean": "false", "smallint": "0"}
OPEN = f"i %% {OPEN_EVERY} = 0"
DESK = f"case when {OPEN} then 'front-door' else '' end"
# Received over the years before, and the open ones in the last two days.
RECEIVED = (
    f"timestamptz '2020-03-04 09:00+00' - case when {OPEN}"
    " then (i %% 2880) * interval '1 minute' else (3000 + i) * interval '1 minute' end"
)

STARTS = [
    "Mo",
    "Ha",
    "Fa",
    "Za",
    "Sa",
    "Ra",
    "Ami",
    "Nas",
    "Jo",
    "Ol",
    "Geo",
    "Cha",
    "Em",
    "Gra",
    "Woj",
    "Kat",
    "Mag",
    "Jak",
    "Zu",
    "Kry",
]
MIDDLES = ["ha", "mi", "ri", "le", "sa", "no", "du", "ve", "ka", "ti", "lo", "be"]
GIVEN_ENDS = ["n", "ra", "m", "na", "l", "d", "s", "th", "ya", "x"]
FAMILY_ENDS = [
    "ski",
    "son",
    "wood",
    "eem",
    "ullah",
    "ford",
    "enko",
    "ley",
    "oor",
    "field",
    "wicz",
    "ton",
]


def _named(parts: tuple[list[str], ...], number: str) -> str:
    """Return SQL for a name made of parts, chosen by digits of a number squared: some are many."""
    said = []
    for part in parts:
        said.append(f"(array{part})[1 + ({number}) %% {len(part)}]")
        number = f"({number}) / {len(part)}"
    return " || ".join(said)


def _skewed(multiplier: int, names: int) -> str:
    # The square of a number from 0 to 1, which has no pattern over neighbours.
    return f"(((i::bigint * {multiplier} %% 1000003) / 1000003.0) ^ 2 * {names})::int"


GIVEN = _named((STARTS, MIDDLES, GIVEN_ENDS), _skewed(7919, 20 * 12 * 10))
FAMILY = _named((STARTS, MIDDLES, MIDDLES, FAMILY_ENDS), _skewed(104729, 20 * 12 * 12 * 12))


def grow(cursor: Any, *, start: int, end: int, agency: Any, account: Any) -> None:
    """Write contacts `start` to `end`, each with a child and the entry that received it."""
    one = "md5('{} ' || i)::uuid"
    person, episode, entry = one.format("child"), one.format("contact"), one.format("entry")
    who = {"agency_id": f"'{agency}'::uuid", "desk": DESK}
    cursor.execute("set session_replication_role = replica")
    _fill(cursor, "gt_person", start, end, {
        "id": person, "scope": person, "kind": "'child'", "desk": DESK, "sex": "'F'",
        "given_name": GIVEN, "family_name": FAMILY,
        "date_of_birth": "date '2003-01-01' + (i %% 6000)::int",
    })  # fmt: skip
    occasion = f"md5('occasion ' || i / {2 * OPEN_EVERY})::uuid"
    _fill(cursor, "gt_occasion", start, end, {
        "id": occasion, "scope": occasion, "kind": "'contact'", "instrument": "'referral-form'",
        "reference": f"'V' || i / {2 * OPEN_EVERY}", "instrument_version": "1",
        "submitted_at": RECEIVED, "by_id": f"'{account}'::uuid", **who, "desk": "'front-door'",
    }, only=f"i %% {2 * OPEN_EVERY} = 0")  # fmt: skip
    _fill(cursor, "gt_episode", start, end, {
        "id": episode, "scope": person, "subject_person_id": person, "pathway": "'contact'",
        "reference": "'C-V' || i", "opened_at": RECEIVED, "lane": "'concern'", "version": "1",
        "occasion_id": f"case when {OPEN} then {occasion} end",
        "closed_at": f"case when {OPEN} then null else {RECEIVED} + interval '1 day' end",
        "state": f"case when {OPEN} then 'Waiting to be screened' else 'Closed' end",
        "due_at": f"case when {OPEN} then {RECEIVED} + interval '1 day' end",
        "due_on": f"case when {OPEN} then ({RECEIVED} + interval '1 day')::date end", **who,
    })  # fmt: skip
    _fill(cursor, "gt_entry", start, end, {
        "id": entry, "scope": person, "episode_id": episode, "step": "'contact-received'",
        "happened_at": RECEIVED, "recorded_at": RECEIVED, "happened_precision": "'instant'",
        "by_id": f"'{account}'::uuid", "step_version": "1", "form": "'referral-form'",
        "answers": """'{"child_words": "I do not want to go home"}'""", **who,
    })  # fmt: skip
    cursor.execute("set session_replication_role = origin")
    register_index.fill(cursor)


def lengthen(cursor: Any, *, contact: int, entries: int, account: Any, agency: Any) -> None:
    """Write more entries on one open contact, so that its child's thread is long."""
    _fill(cursor, "gt_entry", 1, entries + 1, {
        "id": f"md5('{contact} long ' || i)::uuid", "desk": "'front-door'",
        "scope": f"md5('child {contact}')::uuid", "episode_id": f"md5('contact {contact}')::uuid",
        "step": "'contact-screened'", "happened_precision": "'instant'", "step_version": "1",
        "happened_at": "timestamptz '2020-03-03 09:00+00' - i * interval '1 hour'",
        "recorded_at": "timestamptz '2020-03-03 09:00+00' - i * interval '1 hour'",
        "by_id": f"'{account}'::uuid", "agency_id": f"'{agency}'::uuid",
        "form": "'screening-form'",
        "answers": """'{"screening_summary": "Seen at school and spoken to alone"}'""",
    })  # fmt: skip


def _fill(
    cursor: Any, table: str, start: int, end: int, values: dict[str, str], *, only: str = "true"
) -> None:
    """Insert one row a number; a column that must say something and is not named is empty."""
    cursor.execute(
        "select column_name, data_type from information_schema.columns where table_name = %s"
        " and table_schema = 'public' and is_nullable = 'NO' and column_default is null",
        [table],
    )
    must = {name: DEFAULTS[kind] for name, kind in cursor.fetchall() if name not in values}
    every = {**must, **values}
    chosen = ", ".join(every.values()).replace("%%", "%")
    cursor.execute(
        f"insert into {table} ({', '.join(every)}) select {chosen}"
        f" from generate_series({start}, {end - 1}) i where {only.replace('%%', '%')}"
    )
