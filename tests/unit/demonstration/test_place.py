"""The invented place: numbers from the reserved ranges, and people who may do what they do."""

import re

import pytest

from goldenthread.actions.demonstration import cast, chance, place
from goldenthread.actions.demonstration.people import UNUSABLE, People
from goldenthread.content import catalogue
from goldenthread.content.need_to_know import verbs
from goldenthread.content.roles import SEALED, SENDING
from goldenthread.kernel import check_digit
from goldenthread.language.agency_kind import AgencyKind
from goldenthread.project import present
from goldenthread.records.account import Account


def test_the_story_has_reached_the_morning_the_demonstration_shows():
    assert place.MORNING == present.BEGINS


@pytest.mark.parametrize("counter", [0, 1, 17, 32_037, 899_999])
def test_nhs_numbers_are_of_the_range_for_tests_and_valid(counter):
    number = place.nhs_number(counter)

    if number:
        assert re.fullmatch(r"999\d{7}", number)
        total = sum(
            int(figure) * weight
            for figure, weight in zip(number[:9], range(10, 1, -1), strict=True)
        )
        assert (11 - total % 11) % 11 == int(number[-1])


def test_no_two_children_share_an_nhs_number_and_most_counters_give_one():
    found = [place.nhs_number(counter) for counter in range(5_000)]
    given = [number for number in found if number]

    assert len(given) == len(set(given)) > 4_500


@pytest.mark.parametrize("counter", [0, 1, 17, 32_037, 999_999_999])
def test_pupil_numbers_are_of_no_council_and_valid(counter):
    number = place.pupil_number(counter)

    assert number[1:4] == "999"
    assert check_digit.upn(number) == number


def test_past_the_million_of_the_range_nobody_has_an_nhs_number():
    assert place.nhs_number(999_998) or place.nhs_number(999_999)
    assert place.nhs_number(1_000_000) == place.nhs_number(5_000_000) == ""


def test_telephone_numbers_are_of_the_ranges_kept_for_drama():
    drawn = chance.of("telephone")

    for _ in range(200):
        assert re.fullmatch(r"(01632 960|07700 900)\d{3}", place.telephone(drawn))


def test_nobody_has_an_address_that_could_be_written_to_or_a_password_that_opens():
    accounts = [row for row in People(scale=0.3, seed=1).rows() if isinstance(row, Account)]

    assert accounts
    assert {row.email.rpartition(".")[2] for row in accounts} == {"invalid"}
    assert {row.password for row in accounts} == {UNUSABLE}
    assert not any(row.has_usable_password() for row in accounts)
    assert len({row.email for row in accounts}) == len(accounts)


@pytest.mark.parametrize("scale", [0.005, 0.01, 0.35, 1.0, 5.0])
def test_everybody_holds_a_role_their_agency_may_hold(scale):
    kinds = {agency.key: agency.kind for agency in cast.agencies(scale)}

    assert set(kinds.values()) <= set(catalogue.declared(AgencyKind))
    assert len(kinds) == len(cast.agencies(scale))
    for account in cast.accounts(scale):
        assert kinds[account.agency] in catalogue.role(account.role).agency_kinds


def test_one_may_sign_in_as_each_kind_of_person():
    roles = [account.role for account in cast.accounts(1.0) if account.signs_in]

    assert len(roles) == len(cast.CAST)
    # Those who may so far do no more than raise a worry, and read what they are named on, have one
    # among them to sign in as.
    working = {
        role.key
        for role in catalogue.declared(catalogue.Role).values()
        if not role.service and role.may - verbs.EVERYBODY - SENDING - SEALED
    }
    assert set(roles) == working | {
        "designated-safeguarding-lead", "referring-professional", "health-visitor",
    }  # fmt: skip
    for role in ("designated-safeguarding-lead", "front-door-screener", "front-door-manager"):
        assert roles.count(role) == 2


def test_the_two_leads_of_the_story_are_of_a_primary_and_a_secondary_school():
    first, second = (place.school(n).key for n in (0, 3))

    assert [account.agency for account in cast.CAST[:2]] == [first, second]
    assert place.is_primary(0) and not place.is_primary(3)
