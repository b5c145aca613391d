"""Chance that comes out the same, and about as often as it is said to."""

from goldenthread.language.chance import Draw

IDS = [str(number) for number in range(20_000)]
ONE_IN_TEN = Draw(one_in=10, seed="a seed")


def drawn(draw: Draw, *, period: str = "2020-03-02") -> set[str]:
    return {each for each in IDS if draw.draws(each, period=period)}


def test_it_is_drawn_as_often_as_it_is_said_and_the_same_again():
    assert 1_800 < len(drawn(ONE_IN_TEN)) < 2_200
    assert drawn(ONE_IN_TEN) == drawn(Draw(one_in=10, seed="a seed"))


def test_another_period_and_another_seed_draw_others():
    here = drawn(ONE_IN_TEN)
    for other in (drawn(ONE_IN_TEN, period="2020-03-09"), drawn(Draw(one_in=10, seed="another"))):
        assert len(here & other) < 300


def test_one_in_one_draws_all():
    assert drawn(Draw(one_in=1, seed="")) == set(IDS)
