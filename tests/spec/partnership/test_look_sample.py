"""One look in a hundred, for somebody who manages and never for whoever looked."""

from goldenthread.content import catalogue, quarantine
from goldenthread.content.partnership import look_sample
from goldenthread.language.role import Role


def test_one_in_a_hundred():
    assert look_sample.DRAWN.one_in == 100


def test_those_who_manage_read_them_and_the_privacy_officers_where_nobody_does():
    roles = catalogue.declared(Role)
    reads = {key for key, role in roles.items() if look_sample.READS in role.may}
    assert reads == {"front-door-manager", "service-head", "privacy-officer"}
    at_the_desk = {key for key in reads if quarantine.DESK in roles[key].desks}
    assert at_the_desk == {"privacy-officer"}


def test_there_are_two_views():
    assert set(look_sample.VIEWS) == {"proper", "ask"}
