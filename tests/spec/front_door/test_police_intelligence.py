"""Police intelligence is born sealed, its handling code with it, and police alone begin it."""

from goldenthread.content.front_door.police_intelligence import NO_ONWARD, police_intelligence
from goldenthread.content.need_to_know import record_states
from goldenthread.language import answers as reading
from goldenthread.language import pathway as pathways

FIRST = police_intelligence.step("intelligence-recorded")


def test_it_is_born_sealed_as_what_police_hold():
    assert police_intelligence.sealed == record_states.suspect.key
    assert record_states.suspect.sealed
    assert pathways.desks(police_intelligence) == ()


def test_it_is_begun_by_those_who_speak_for_the_police():
    assert {each.role for each in FIRST.by} == {"mash-partner", "domestic-abuse-officer"}
    assert FIRST.first and not FIRST.automatic


def test_it_says_how_it_may_be_handled():
    said = {"intelligence": "Seen with him twice", "handling_code": NO_ONWARD}
    assert reading.check(FIRST.asks, said) == ()
    unsaid = reading.check(FIRST.asks, {"intelligence": "Seen with him twice"})
    assert [each.field for each in unsaid] == ["handling_code"]


def test_all_of_it_is_of_the_class_of_crime_and_intelligence():
    (section,) = FIRST.asks.sections
    assert {section.holds_of(question) for question in section.questions} == {"criminal"}
