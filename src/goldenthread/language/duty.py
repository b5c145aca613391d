"""A duty: something a manager may delegate in writing to a named practitioner."""

from dataclasses import dataclass

from goldenthread.kernel.citation import Citation
from goldenthread.language import names


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What is delegated, to whom it may be, and how often a manager looks at what was done with it.

    `to` are the roles it may be delegated to. One in `sample_one_in` of what is recorded under it
    is drawn for a manager to read, the same ones whenever it is worked out.
    """

    key: str
    title: str
    to: tuple[str, ...]
    sample_one_in: int
    law: Citation
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
        if self.sample_one_in < 1:
            raise ValueError(f"{self.key!r} must draw one in one at the most.")

    def draws(self, number: int) -> bool:
        """Whether the entry whose id is this whole number is drawn."""
        return number % self.sample_one_in == 0
