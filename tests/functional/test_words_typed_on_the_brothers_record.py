"""A screener typed about one brother on the other's record, and puts it where it belongs."""

from tests.functional import story, worker

WORDS = "Yusuf has a plan from last year. The school nurse knows him."


def test_an_entry_is_withdrawn_from_one_brother_and_entered_anew_for_the_other(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran")
    imran.follow("Amir Rahman")
    imran.press("Screen this contact")
    imran.choose("What is this contact?", "A concern about a child")
    imran.choose("What level of need does the front door see?", "Level 3: targeted support")
    imran.write("What do we know, and what matters most?", WORDS)
    imran.press("Record")

    imran.follow("This is about another child")
    imran.reads("The privacy officer alone reads it from then on")
    imran.choose("Where does it belong?", "Yusuf Rahman")
    imran.press("Continue")
    imran.reads("There is a problem")
    imran.picture("another-child-refused")
    imran.write("How do you know that it is about another child?", "I had both records open.")
    imran.press("Continue")
    imran.heading("Enter it anew about Yusuf Rahman")
    imran.picture("entered-anew")
    imran.press("Withdraw it, and enter it anew")
    imran.heading("Yusuf Rahman")
    imran.reads(WORDS)
    imran.follow("Yusuf Rahman's thread")
    imran.reads("first recorded about another child")

    carol = visit("Carol")
    carol.follow("Amir Rahman")
    carol.reads("Waiting to be screened")
    carol.reads_not(WORDS)
    carol.follow("Amir Rahman's thread")
    carol.reads("was withdrawn: recorded about another child.")
    carol.reads_not(WORDS)


def test_on_a_telephone_without_scripts(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    worker.run_waiting()
    imran = visit("Imran", viewport={"width": 360, "height": 740}, java_script_enabled=False)
    imran.follow("Amir Rahman")
    imran.press("Screen this contact")
    imran.choose("What is this contact?", "A concern about a child")
    imran.choose("What level of need does the front door see?", "Level 3: targeted support")
    imran.write("What do we know, and what matters most?", WORDS)
    imran.press("Record")
    imran.follow("This is about another child")
    imran.write("How do you know that it is about another child?", "I had both records open.")
    imran.choose("Where does it belong?", "Nowhere yet: only withdraw it")
    imran.press("Continue")
    imran.press("Withdraw it")
    imran.reads("Withdrawn.")
    imran.reads_not(WORDS)
