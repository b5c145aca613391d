"""The six checklists of the neglect toolkit, and the three ratings of each item."""

from goldenthread.content.protection.tools import neglect_items as items
from goldenthread.language import evidence


def test_there_are_six_checklists_each_an_area_of_its_own():
    assert [area.title for area in items.AREAS] == [
        "Emotional and behavioural",
        "Environmental",
        "Health and physical care",
        "Parenting",
        "Education",
        "Feeding and eating",
    ]
    assert all(area.area for area in items.AREAS)


def test_every_item_has_three_ratings_and_asks_for_the_evidence_of_a_concern():
    for area in items.AREAS:
        for question in area.questions:
            if question.evidence_of:
                continue
            assert [option.label for option in question.options] == [
                "Very concerned",
                "Sometimes concerned",
                "Not concerned",
            ]
            seen = evidence.of(question, area.questions)
            assert {
                each.key
                for each in question.options
                if seen.only_if.holds({question.key: each.key})
            } == {items.VERY, items.SOMETIMES}
