"""Loading the demonstration: an invented city, written once into a database stamped for it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import psycopg

from goldenthread.actions import datasets, establish
from goldenthread.actions.demonstration import (
    blocks,
    broken,
    intelligence,
    kept_out,
    looked,
    met,
    place,
    plan,
    published,
    telling,
    tooled,
    tracking,
)
from goldenthread.actions.demonstration.people import People
from goldenthread.content.front_door import guest_sender
from goldenthread.insight import dataset
from goldenthread.records.postgresql import address, stamp

# A hundredth of a city: some fourteen hundred contacts in six years, loaded in a few seconds.
SMALL, SEED = 0.01, 1
SMALLEST, LARGEST = 0.005, 10.0

# Told what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


class Refused(RuntimeError):
    """Raised when the demonstration may not be loaded here; one sentence says what to do."""


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What stands in the database. `already` where an earlier run had loaded all of it."""

    place: str
    scale: float
    seed: int
    contacts: int
    referrals: int
    children: int
    waiting: int
    already: bool


def load(
    *,
    url: str,
    home: Path,
    scale: float = SMALL,
    seed: int = SEED,
    progress: Progress | None = None,
    extract_url: str | None = None,
    written: Callable[[], object] = lambda: None,
) -> Loaded:
    """Load the invented city of this scale (1 is 32,038 contacts in 2019-20) and seed, once.

    `url` signs in as the loader; `extract_url` as the extract role, and is made from `url` where
    that needs no password. The published figures go to `home` and into the dataset beside what is
    extracted; `written` is called before that, once the rows stand. Everything is written or
    nothing. Raises Refused for a database that is not stamped a demonstration, one that holds
    another story, or a scale that is out of range.
    """
    if not SMALLEST <= scale <= LARGEST:
        raise Refused(f"The scale must be from {SMALLEST:g} to {LARGEST:g}, where 1 is a city.")
    people = People(scale=scale, seed=seed)
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        _must_be_demonstration(cursor)
        already = _already(cursor, marker=people.marker)
        if not already:
            _write(cursor, people=people, seed=seed, progress=progress)
        counts = _counts(cursor)
    written()
    _fill_dataset(
        home=home,
        scale=scale,
        url=extract_url or address.changed(url, role="gt_extract"),
        progress=progress,
    )
    return Loaded(place=place.NAME, scale=scale, seed=seed, already=already, **counts)


def _must_be_demonstration(cursor: psycopg.Cursor) -> None:
    stamped = stamp.read(cursor)
    if stamped is None:
        raise Refused("The database has not been set up: run goldenthread setup --demonstration.")
    if stamped.kind != stamp.DEMONSTRATION:
        raise Refused(
            "This database is live: a demonstration is loaded into a database of its own."
        )


def _already(cursor: psycopg.Cursor, *, marker: UUID) -> bool:
    """Return whether this very story is in the database; raises Refused if anything else is."""
    cursor.execute("select key, id from gt_agency")
    agencies: dict[str, UUID] = dict(cursor.fetchall())
    if agencies.get(place.PARTNERSHIP.key) == marker:
        return True
    if agencies.keys() - {guest_sender.ANOTHER}:  # set-up itself makes that one
        raise Refused(
            "This database holds other people already: to load a demonstration of another scale or "
            "seed, name another folder in GOLDENTHREAD_HOME and start again there."
        )
    return False


def _write(cursor: psycopg.Cursor, *, people: People, seed: int, progress: Progress | None) -> None:
    # Each block is checked as it is written: left to the end, the checks would fill the memory.
    cursor.execute("set constraints all immediate")
    establish.all_services(cursor)
    blocks.copy(cursor, blocks.packed(people.rows()))
    expected = sum(year.contacts for year in plan.totals(people.scale).values())
    done = 0
    with closing(telling.of(people=people, seed=seed)) as told:
        for block in told:
            blocks.copy(cursor, block)
            done += block.contacts
            if progress:
                progress("contacts", min(done, expected), expected)
    tooled.write(cursor, people=people, seed=seed)
    tracking.write(cursor, people=people, seed=seed)
    looked.write(cursor, seed=seed)
    intelligence.write(cursor, seed=seed)
    met.write(cursor, seed=seed)
    kept_out.write(cursor, seed=seed)
    broken.write(cursor, seed=seed)


def _counts(cursor: psycopg.Cursor) -> dict[str, int]:
    cursor.execute(
        "select count(*) filter (where pathway = 'contact'),"
        " count(*) filter (where pathway = 'referral'),"
        " count(distinct subject_person_id) filter (where pathway = 'referral'),"
        " count(*) filter (where pathway = 'contact' and closed_at is null) from gt_episode"
    )
    found = cursor.fetchone() or (0, 0, 0, 0)
    return dict(zip(("contacts", "referrals", "children", "waiting"), found, strict=True))


def _fill_dataset(*, home: Path, scale: float, url: str, progress: Progress | None) -> None:
    """Load the published figures and take the first extract, where that is not done yet."""
    if dataset.newest(home=home, kind="imported") is None:
        files = published.write(home=home, scale=scale)
        datasets.load(files=files, home=home, now=place.MORNING, progress=progress)
    if dataset.newest(home=home, kind="live") is None:
        datasets.extract(home=home, url=url, now=place.MORNING, progress=progress)
