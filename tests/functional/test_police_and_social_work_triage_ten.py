"""Police send ten notifications of domestic abuse; police and social work triage them in a row."""

from tests.made import notifications as made

NAMES = ("Amir", "Sara", "Zain", "Isla", "Noor", "Leo", "Maya", "Owen", "Siân", "Zofia")


def sent_by(officer, **changed) -> None:
    """Send ten notifications from a file, one child each and none with a school."""
    rows = [
        made.row(
            police_reference=f"DA/{n}",
            given_name=name,
            family_name="O'Brien",
            school_name="",
            **changed,
        )
        for n, name in enumerate(NAMES)
    ]
    officer.follow("Send notifications from a file")
    day = {"name": "day.csv", "mimeType": "text/csv", "buffer": made.as_csv(*rows).encode()}
    officer.page.get_by_label("CSV or JSON file, in UTF-8").set_input_files(day)
    officer.press("Send the file")
    officer.reads("10 notifications received.")


def test_police_and_social_work_triage_ten_notifications(visit):
    priya = visit("Priya")
    priya.heading("Joint triage")
    sent_by(priya)
    priya.picture("triage-file")
    priya.open("/joint-triage/")
    priya.reads("10 notifications wait for you")
    priya.picture("triage-list")
    priya.press("Begin with the first")
    for left in range(9, -1, -1):
        priya.choose(
            "What do you think should happen?", "Record it: nothing for children's services to do"
        )
        priya.write("Why?", "A neighbour's call, words only, and nobody hurt.")
        if left == 9:
            priya.picture("triage-police")
        priya.press("Record and go on to the next")
    priya.heading("Joint triage")
    priya.reads("Nothing waits for you")

    imran = visit("Imran")
    imran.open("/joint-triage/")
    imran.press("Begin with the first")
    imran.reads("Police: Priya Shah")
    for left in range(9, -1, -1):
        imran.choose(
            "What do you think should happen?", "Record it: nothing for children's services to do"
        )
        imran.write("Why?", "Known to nobody, and safe tonight.")
        imran.choose(
            "What have the two of you decided?", "Record it: nothing for children's services to do"
        )
        imran.choose("Do you both agree?", "Yes")
        imran.choose("Is the victim referred to MARAC?", "No")
        if left == 9:
            imran.picture("triage-social-work")
        imran.press("Record and go on to the next")
    imran.reads("Nothing waits for you")


def test_what_must_go_on_is_said_before_and_refused_after(visit):
    priya = visit("Priya")
    sent_by(priya, dash_risk="high")
    priya.open("/joint-triage/")
    priya.press("Begin with the first")
    priya.reads("This goes on, whatever two people think")


def test_joint_triage_on_a_telephone_without_scripts(visit):
    priya = visit("Priya", viewport={"width": 360, "height": 740}, java_script_enabled=False)
    sent_by(priya)
    priya.open("/joint-triage/")
    priya.picture("triage-list-phone")
    priya.page.get_by_role("button", name="Begin with the first").click()
    priya.check()
    priya.picture("triage-one-phone")
    priya.reads("Give the police view")
