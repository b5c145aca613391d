"""What is said of a look: in words for every verb of a page, and what is opened apart from lists."""

import pytest

from goldenthread.content import catalogue
from goldenthread.content.partnership import looks
from goldenthread.language.role import Role

# Nothing about a child is behind these.
ABOUT_NOBODY = {
    "dataset.load", "delegation.give", "directory.read", "directory.write", "signs.read",
    "system.read", "participation.read", "meeting.plan", "need-to-know.own", "need-to-know.read", "account.close",
    "account.give", "agency.leave", "form.write", "form.publish",
}  # fmt: skip
# Held beside the verb of the page: how far it goes, never a page of its own.
MORE = {
    "exclusion.declare-others",
    "action.oversee",
    "entry.correct-others",
    "contact.withdraw-others",
    "entry.withdraw-others",
}


def test_every_verb_somebody_may_do_to_a_record_is_said_in_words():
    every = set().union(*(role.may for role in catalogue.declared(Role).values()))
    assert every - ABOUT_NOBODY - MORE <= set(looks.BY_VERB)


def test_each_verb_is_said_once():
    assert len(looks.BY_VERB) == len(looks.LOOKS)


@pytest.mark.parametrize(
    ("verb", "opens"),
    [
        ("contact.read", True),
        ("thread.read", True),
        ("register.read", True),
        ("identification.decide", True),
        ("entry.record", True),
        ("queue.read", False),
        ("register.search", False),
        ("night.read", False),
        ("children.mine", False),
        ("trail.read", False),
    ],
)
def test_a_list_opens_nothing(verb, opens):
    assert (verb in looks.OPENS) is opens


@pytest.mark.parametrize(
    ("said", "verb", "purpose"),
    [
        ("thread.read", "thread.read", looks.CARING),
        ("", "contact.read", looks.DECIDING),
        ("strategy-discussion", "thread.read", "A strategy discussion"),
        ("", "never.heard-of", "Not recorded"),
    ],
)
def test_what_it_was_for_is_what_was_declared_else_what_the_page_is_for(said, verb, purpose):
    assert looks.purpose(said, verb) == purpose


def test_a_verb_without_words_is_said_as_it_is():
    assert looks.did("never.heard-of") == "never.heard-of"
