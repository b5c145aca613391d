"""Whatever is typed, the search answers; whoever was recorded is never two people made one.

One random edit of any recorded name: no error, no row the viewer may not have, nothing of it beyond
their level, and two children of one name and birth date always as two.
"""

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldenthread.queries import register
from goldenthread.queries.register import Sought
from tests.made import casework

pytestmark = pytest.mark.postgresql

BORN = date(2012, 3, 27)
NAMES = (
    ("Siân", "O'Brien-Kowalski"), ("Łukasz", "Wiśniewski"), ("Mohammed Ali", "Khan"),
    ("فاطمة", "الزهراء"), ("Zoë", "de la Cruz"), ("Al", "Ng"),
)  # fmt: skip
TYPED = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=3)


@st.composite
def edited(draw) -> tuple[str, str]:
    """One of the names with some letters taken out of it anywhere and others put there."""
    parts = list(draw(st.sampled_from(NAMES)))
    which = draw(st.integers(min_value=0, max_value=1))
    at = draw(st.integers(min_value=0, max_value=len(parts[which])))
    gone = draw(st.integers(min_value=0, max_value=2))
    parts[which] = parts[which][:at] + draw(TYPED) + parts[which][at + gone :]
    return parts[0], parts[1]


@pytest.fixture
def kept(transactional_db, loader_cursor) -> tuple[casework.People, dict[str, set[UUID]]]:
    """Each name four times: two at the desk, one at none, one under a seal."""
    people = casework.people(loader_cursor)
    ids: dict[str, set[UUID]] = {"open": set(), "stub": set(), "sealed": set()}
    for first, family in NAMES:
        for level, desk, seal in (
            ("open", "front-door", ""), ("open", "front-door", ""),
            ("stub", "", ""), ("sealed", "front-door", "lado"),
        ):  # fmt: skip
            person_id = uuid4()
            loader_cursor.execute(
                "insert into gt_person (id, kind, given_name, family_name, date_of_birth, sex,"
                " ethnicity, scope, desk, seal) values (%s, 'child', %s, %s, %s, 'U', '', %s, %s,"
                " %s)",
                [person_id, first, family, BORN, person_id, desk, seal],
            )
            ids[level].add(person_id)
    return people, ids


def test_a_search_never_fails_tells_too_much_or_makes_two_children_one(kept):
    people, ids = kept

    @settings(max_examples=60, deadline=None)
    @example(name=NAMES[0], born=BORN)
    @example(name=NAMES[3], born=None)
    @given(name=edited(), born=st.sampled_from([None, BORN, date(2012, 2, 29)]))
    def holds(name: tuple[str, str], born: date | None):
        sought = Sought(given_name=name[0], family_name=name[1], born=born)
        with casework.working(people["screener"]) as viewer:
            matches = register.search(viewer=viewer, sought=sought).matches
        found = [match.person_id for match in matches]
        assert len(found) == len(set(found)) and not set(found) & ids["sealed"]
        for match in matches:
            assert match.may_open == (match.person_id in ids["open"])
            assert match.may_open or match.born is None
        if name in NAMES:
            same = [match for match in matches if "Same name" in match.reasons]
            assert len({match.person_id for match in same}) == 3

    holds()
