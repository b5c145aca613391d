"""A kind of agency: school, police, hospital, council and so on."""

from dataclasses import dataclass

from goldenthread.language import names


@dataclass(frozen=True, kw_only=True)
class AgencyKind:
    """A kind of agency, as people call it, and the census code of a referral from one."""

    key: str
    title: str
    source_code: str = ""
    formerly: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        names.must_be_key(self.key, *self.formerly)
