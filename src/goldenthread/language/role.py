"""A role: one question people open the page with, and what they may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from goldenthread.language import names
from goldenthread.language.need_to_know import Sight


@dataclass(frozen=True, kw_only=True)
class Role:
    """What somebody does here.

    `question` is the one question they open the page with, and `home` the name of the page that
    answers it. `may` holds verbs such as "referral.send". `desks` are the duty desks its holders
    may sit at, `seals` the sealed stores they are let into, `sees` how much each relationship opens
    to them. `told_of_restricted` are roles that must not get a silent "no record" of a child who
    is restricted. `only_for` names, by verb, the kinds of agency whose people alone may do it,
    where the role is held in others too. `keeps_accounts` says whose accounts its holders look
    after: those of their "own" agency, of "every" agency, or nobody's. `idle_minutes` is how long
    their session waits before it ends; whoever is let into a sealed store is given the fewest. A
    `service` is a machine's role: nobody signs in with it.
    """

    FEWEST_IDLE_MINUTES: ClassVar[int] = 15

    key: str
    title: str
    question: str
    agency_kinds: tuple[str, ...]
    may: frozenset[str]
    desks: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    sees: tuple[Sight, ...] = ()
    told_of_restricted: bool = False
    only_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    keeps_accounts: str = ""
    home: str
    idle_minutes: int = 30
    service: bool = False
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if self.keeps_accounts not in ("", "own", "every"):
            raise ValueError(f"{self.key}: accounts are kept of one's own agency or of every one.")
        if not 0 < self.idle_minutes <= 30:
            raise ValueError(f"{self.key}: a session waits 30 minutes at most.")
        if self.seals and not self.service and self.idle_minutes > self.FEWEST_IDLE_MINUTES:
            raise ValueError(f"{self.key}: a sealed store is left open 15 minutes at most.")
        for verb, kinds in self.only_for.items():
            if verb not in self.may or not set(kinds) < set(self.agency_kinds):
                raise ValueError(f"{self.key}: {verb} is kept to some of those who hold the role.")

    def may_in(self, agency_kind: str) -> frozenset[str]:
        """Return what its holders of one kind of agency may do."""
        kept = {verb for verb, kinds in self.only_for.items() if agency_kind not in kinds}
        return self.may - kept
