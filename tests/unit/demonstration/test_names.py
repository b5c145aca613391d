"""Naming: what sons and daughters of one family are called, and how it is written wrongly."""

from datetime import date
from uuid import UUID

import pytest

from goldenthread.actions.demonstration import chance, mistakes, names
from goldenthread.actions.demonstration.families import Child


def surnames(*, like: str, draws: int = 400) -> set[tuple[str, str]]:
    """The pairs of a son's and a daughter's name of families whose girls may be called `like`."""
    (naming,) = [each for each in names.NAMINGS if like in each.girls]
    drawn = chance.of("surnames", like)
    return {
        (found.of("M"), found.of("F")) for found in (naming.surnames(drawn) for _ in range(draws))
    }


def test_a_polish_daughter_s_name_ends_as_hers():
    pairs = surnames(like="Wiktoria")

    assert ("Kamiński", "Kamińska") in pairs and ("Nowak", "Nowak") in pairs
    assert not any(daughter.endswith("ski") for _, daughter in pairs)


def test_a_slovak_daughter_may_be_called_ova():
    assert ("Horváth", "Horváthová") in surnames(like="Nikola")


def test_a_sikh_family_s_sons_are_singh_and_its_daughters_kaur():
    assert ("Singh", "Kaur") in surnames(like="Simran")


def test_a_daughter_may_bear_a_name_that_is_no_father_s():
    pairs = surnames(like="Ayesha")

    assert {"Begum", "Bibi"} <= {daughter for son, daughter in pairs if son != daughter}
    fathers = {son for son, _ in pairs}
    assert fathers & {"Abdullah", "Yusuf", "Bilal", "Hamza", "Hassan", "Idris"}, "a father's name"
    assert any("-" in son for son in fathers)


@pytest.mark.parametrize(
    ("family", "of_whom", "hers"),
    [
        ("Marsden", "Ellie", "Marsden"),
        ("Kamiński", "Wiktoria", "Kamińska"),
        ("Kamińska", "Wiktoria", "Kamińska"),
        ("Singh", "Simran", "Singh"),
        ("Khan-Malik", "Ayesha", "Khan-Malik"),
    ],
)
def test_a_mother_is_called_as_her_family_calls_its_daughters(family, of_whom, hers):
    (naming,) = [each for each in names.NAMINGS if of_whom in each.girls]
    given, called = names.mother(family, chance=chance.of("mother"))

    assert given in naming.girls and called == hers


CHILD = Child(
    person_id=UUID(int=1),
    given_name="Łukasz",
    family_name="Khan-Wójcik",
    born=date(2011, 8, 4),
    sex="M",
)


@pytest.mark.parametrize(
    ("mistake", "written"),
    [
        (mistakes._plain, {"given_name": "Lukasz", "family_name": "Khan-Wojcik"}),
        (mistakes._turned, {"given_name": "Khan-Wójcik", "family_name": "Łukasz"}),
        (mistakes._day_for_month, {"date_of_birth": "2011-04-08"}),
    ],
)
def test_a_mistake_is_one_that_people_make(mistake, written):
    assert mistake(CHILD, chance.of(1)) == written


def test_half_a_double_name_is_left_out():
    assert mistakes._half(CHILD, chance.of(1))["family_name"] in ("Khan", "Wójcik")


def test_every_mistake_leaves_a_name_that_may_be_written():
    drawn = chance.of("mistakes")
    made = [mistakes.made(CHILD, on=date(2020, 3, 2), chance=drawn) for _ in range(300)]

    assert len({tuple(each.items()) for each in made}) > 15
    assert all(value for each in made for value in each.values())
