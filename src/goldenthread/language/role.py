"""A role: one question people open the page with, and what they may do."""

from dataclasses import dataclass

from goldenthread.language import names
from goldenthread.language.need_to_know import Sight


@dataclass(frozen=True, kw_only=True)
class Role:
    """What somebody does here.

    `question` is the one question they open the page with, and `home` the name of the page that
    answers it. `may` holds verbs such as "referral.send". `desks` are the duty desks its holders
    may sit at, `seals` the sealed stores they are let into, `sees` how much each relationship opens
    to them. `told_of_restricted` are roles that must not get a silent "no record" of a child who
    is restricted. A `service` is a machine's role: nobody signs in with it.
    """

    key: str
    title: str
    question: str
    agency_kinds: tuple[str, ...]
    may: frozenset[str]
    desks: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    sees: tuple[Sight, ...] = ()
    told_of_restricted: bool = False
    home: str
    service: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
