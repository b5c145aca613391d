"""Two administrators give somebody an account, and end the part of an agency that leaves."""

WHY = "She starts at the front door on Monday"


def test_one_asks_another_agrees_and_somebody_new_signs_in(visit):
    jo, kay = visit("Jo"), visit("Kay", viewport={"width": 390, "height": 844})
    jo.follow("Accounts")
    jo.follow("Give somebody an account")
    jo.page.get_by_label("Where do they work?").select_option("Bradford children's services")
    jo.press("Continue")
    jo.press("Ask a second person")
    jo.reads("Enter their full name")
    jo.picture("account-give-problems")
    jo.write("Full name", "Amina Begum")
    jo.write("Work e-mail address", "amina@childrens-services.example")
    jo.page.get_by_label("Front door screener").check()
    jo.write("Why do they need it?", WHY)
    jo.press("Ask a second person")
    jo.heading("An account for Amina Begum")
    jo.reads("Another administrator must agree")
    kay.open("/accounts/")
    kay.follow("An account for Amina Begum")
    kay.reads(WHY)
    kay.picture("access-asked-phone")
    kay.press("Settle it")
    kay.reads("Say whether you agree")
    kay.page.get_by_label("I agree", exact=True).check()
    kay.press("Settle it")
    kay.reads("Kay Dunn agreed")
    kay.sign_out()
    kay.sign_in_as("Amina Begum")
    kay.heading("Queue")


def test_an_agency_that_leaves_is_out_at_its_next_click(visit):
    jo, ruth = visit("Jo"), visit("Ruth")
    ruth.heading("My referrals")
    jo.follow("Accounts")
    jo.follow("end the part of an agency")
    jo.follow("End the part of Beckside Primary School")
    jo.reads("Accounts that are open")
    jo.picture("agency-leave")
    jo.write(
        "Why does it leave, and who takes up what is in hand?", "It has closed, and nothing is open"
    )
    jo.press("Ask a second person")
    kay = visit("Kay")
    kay.open("/accounts/")
    kay.follow("The end of Beckside Primary School's part")
    kay.page.get_by_label("I agree", exact=True).check()
    kay.press("Settle it")
    kay.reads("Left behind, to be taken up by somebody else")
    kay.picture("agency-left")
    ruth.open("/referrals/")
    ruth.heading("One thread")
