"""A manager seals the record of a colleague's child, and lets one person go on with it."""

from tests.functional import story

NASREEN, CAROL = "Nasreen Malik, Emergency duty social worker", "Carol Whitaker, Team manager"
WHY = "Nasreen's son: her colleagues must not come upon him"


def test_a_colleagues_child_is_sealed_and_one_other_is_let_in(visit):
    ruth = visit("Ruth")
    story.begin(ruth)
    story.fill(ruth)
    story.send(ruth)
    carol, imran, nasreen = visit("Carol"), visit("Imran"), visit("Nasreen")
    carol.follow("Amir Rahman")
    contact = carol.page.url
    carol.open("/register/")
    carol.write("Given name (optional)", "Amir")
    carol.press("Look up")
    carol.follow("Open Amir Rahman")
    carol.follow("Seal this record")
    carol.press("Seal it")
    carol.reads("Say what it is sealed as")
    carol.choose("What is it?", "The record of a colleague, or of a colleague’s child")
    carol.page.get_by_label("Which colleague?").select_option(label=NASREEN)
    carol.page.get_by_label("Who keeps it, and says who else is let in").select_option(label=CAROL)
    carol.write("Why", WHY)
    carol.picture("seal-a-record")
    carol.press("Seal it")
    carol.heading("Amir Rahman")
    carol.reads("They keep it")
    for other in (imran, nasreen):
        other.open("/queue/")
        other.reads_not("Amir Rahman")
        other.reads("Yusuf Rahman")
        other.open(contact)
        other.heading("Page not found")
        other.open("/register/")
        other.write("Given name (optional)", "Amir")
        other.press("Look up")
        other.reads_not("Amir Rahman")

    carol.press("Let somebody in, or take them off")
    carol.write("Part of their name, their work or their agency", "Nasreen")
    carol.press("Find them")
    carol.reads("Nobody is like that")
    carol.write("Part of their name, their work or their agency", "Imran")
    carol.press("Find them")
    carol.choose("Whom do you let in?", "Imran Hussain")
    carol.write("Why must they see it?", "He decides the contact")
    carol.picture("let-somebody-into-a-sealed-record")
    carol.press("Let them in")
    carol.reads("He decides the contact")

    imran.open("/sealed/")
    imran.follow("Amir Rahman")
    imran.reads("Carol Whitaker says who else is let in")
    imran.open(contact)
    imran.heading("Amir Rahman")
    carol.press("Let somebody in, or take them off")
    carol.press("Take off Imran Hussain")
    imran.open(contact)
    imran.heading("Page not found")
