"""The night team takes over: the sheet the day left, the contact taken, and handed back."""

from goldenthread.records.episode import Episode
from tests.functional.conftest import MORNING
from tests.made import casework

SENT = MORNING
LEFT = {"watch_for": "Dad may come back to the house.", "do_if": "Ring 999, then Grandma."}


def test_the_night_team_takes_over(visit, people):
    occasion = casework.send(people["Ruth"].account_id, "Amir", at=SENT, in_danger_now="yes")
    with casework.working(people["Carol"].account_id, at=SENT):
        amir = Episode.objects.get(occasion_id=occasion).pk
    casework.record(people["Imran"].account_id, "night-handed-over", amir, LEFT, at=SENT)

    night = visit("Nasreen")
    night.open("/night/")
    night.heading("Tonight")
    night.picture("tonight")
    assert "Dad may come back to the house." in night.page.inner_text("main")
    night.page.get_by_role("link", name="Amir Akhtar").click()
    night.press("Take this contact")
    night.open(f"/contacts/{amir}/night-handed-back/")
    night.write("What happened in the night?", "Quiet. Police drove by twice.")
    night.press("Record")
    night.open(f"/contacts/{amir}/")
    assert "Police drove by twice." in night.page.inner_text("main")


def test_the_night_sheet_reads_on_a_telephone_without_scripts(visit, people):
    casework.send(people["Ruth"].account_id, "Amir", at=SENT, in_danger_now="yes")

    night = visit("Nasreen", java_script_enabled=False, viewport={"width": 375, "height": 800})
    night.open("/night/")

    assert "Nobody has handed this over." in night.page.inner_text("main")
    night.picture("tonight-telephone")
