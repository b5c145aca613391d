"""Roles that keep the directory: places, teams and practitioners, and nothing about a child."""

from goldenthread.content.need_to_know import verbs
from goldenthread.language.role import Role

register_keeper = Role(
    key="register-keeper",
    title="Keeper of the directory",
    question="Which school, surgery, team or practitioner is missing, or has changed?",
    agency_kinds=("council", "partnership"),
    may=verbs.EVERYBODY | {"directory.read", "directory.write"},
    home="directory",
)

directory_file = Role(
    key="directory-file",
    title="File of settings",
    question="Has every row of the file been taken?",
    agency_kinds=(),
    may=frozenset({"directory.write"}),
    home="",
    service=True,
)
