"""A health visitor without an account tells of two children, and reads the answer elsewhere."""

import re

import pytest
from django.core import mail

from tests.functional import worker

TOLD = "A social worker visits Mia today."
LINK = re.compile(r"http://\S+/tell-us/link/\S+/")


def say_who(visitor):
    visitor.open("/tell-us/")
    visitor.picture("guest-tell-us")
    visitor.press("It is urgent: use the short form")
    visitor.write("Your full name", "Siân O'Brien")
    visitor.write("Your job title", "Health visitor")
    visitor.choose("Where do you work?", "Another organisation")
    visitor.write("Its name", "Hill Health Trust")
    visitor.choose("What sort of organisation is it?", "Health service")
    visitor.write("Your work e-mail address", "sian@hill.invalid")
    visitor.write("A telephone number we can reach you on today", "01632 960 001")
    visitor.picture("guest-about-you")
    visitor.press("Continue")


def name_child(visitor, at, given):
    where = f"#children-{at}"
    visitor.write("Given name", given, within=where)
    visitor.write("Family name", "Khan", within=where)
    visitor.page.locator(where).get_by_label("Not known").first.check()
    visitor.choose("Sex", "Female", within=where)


def tell(visitor):
    name_child(visitor, 0, "Mia")
    visitor.press("Add another child")
    name_child(visitor, 1, "Ada")
    visitor.picture("guest-children")
    visitor.press("Continue")
    visitor.choose("Is any of these children in danger right now?", "No")
    visitor.write("What are you worried about?", "Both were alone last night. محمد 😀")
    visitor.write("What telephone number can we reach you on today?", "01632 960 001")
    visitor.press("Continue")
    visitor.press("Send to the front door")
    visitor.heading("The front door has it")
    visitor.picture("guest-sent")


def answer(screener, manager):
    """Screen and decide what came, and answer whoever sent it."""
    screener.press("Screen this contact")
    screener.choose("What is this contact?", "A concern about a child")
    screener.choose("What level of need does the front door see?", "Level 3: targeted support")
    screener.write("What do we know, and what matters most?", "Known to the school nurse.")
    screener.choose(
        "If there are no words of the child's, why not?", "Not yet seen or spoken to alone"
    )
    screener.press("Record")
    manager.follow("Mia Khan")
    manager.press("Decide this contact")
    manager.choose("What happens next for this child?", "Referral to children's social care")
    manager.write("Why is this the right decision?", "Left alone at night.")
    manager.press("Record")
    manager.press("Tell the person who raised it")
    manager.write("What will you tell the person who raised this?", TOLD)
    manager.choose("How are you telling them?", "Here, with an e-mail to say it is waiting")
    manager.press("Record")


def newest(pattern):
    return re.findall(pattern, mail.outbox[-1].body)[-1]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_health_visitor_tells_and_reads_the_answer(guest, visit, scripts):
    mail.outbox = []
    first = guest(java_script_enabled=scripts)
    say_who(first)
    tell(first)

    imran = visit("Imran")
    imran.open("/queue/")
    imran.reads("Not verified yet")
    imran.picture("queue-with-a-guest")
    imran.follow("Mia Khan")
    contact = imran.page.url
    imran.reads("Not verified yet: sent without an account by Siân O'Brien, Health visitor")
    imran.picture("contact-from-a-guest")
    worker.run_waiting()
    answer(imran, visit("Carol"))

    worker.run_waiting()
    links = [found for each in mail.outbox for found in LINK.findall(each.body)]
    second = guest(java_script_enabled=scripts)
    second.open(links[-1])
    second.picture("guest-link")
    second.press("Go on")
    second.heading("Enter the code we have sent you")
    second.picture("guest-code")
    worker.run_waiting()
    second.write("Code", newest(r"\d{6}"))
    second.press("Continue")
    second.reads(TOLD)
    second.reads_not("Known to the school nurse")
    second.reads_not("Both were alone")
    second.picture("guest-answer")

    imran.open(contact)
    imran.reads("Verified: sent without an account")


def test_one_who_leaves_comes_back_by_a_link_on_another_machine(guest):
    mail.outbox = []
    first = guest(viewport={"width": 390, "height": 844})
    say_who(first)
    first.write("Given name", "Mia")
    first.press("Save and come back later")
    first.heading("Saved. Nothing has been sent yet")
    first.picture("guest-saved-phone")
    first.open("/tell-us/come-back/")
    first.picture("guest-come-back-phone")
    first.write("Your work e-mail address", "SIAN@hill.invalid")
    first.press("Send me a link")
    worker.run_waiting()
    second = guest(viewport={"width": 390, "height": 844})
    second.open(newest(LINK))
    second.press("Go on")
    second.reads("Mia")
    second.picture("guest-check-phone")
