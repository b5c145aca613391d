"""A children in need census made for a test: a header, and children with their referrals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape


@dataclass(frozen=True, kw_only=True)
class Referral:
    """One CINdetails; a field that is None is left out of the file."""

    on: str | None = "2021-05-06"
    source: str | None = "2A"
    need: str | None = "N1"
    closed: str | None = None
    reason: str | None = None
    nfa: str | None = "0"
    more: str = ""

    def elements(self) -> Iterator[tuple[str, str | None]]:
        yield "CINreferralDate", self.on
        yield "ReferralSource", self.source
        yield "PrimaryNeedCode", self.need
        yield "CINclosureDate", self.closed
        yield "ReasonForClosure", self.reason
        yield "ReferralNFA", self.nfa


@dataclass(frozen=True, kw_only=True)
class Child:
    """One Child; a field that is None is left out of the file."""

    id: str | None = "C1"
    born: str | None = "2012-03-27"
    expected: str | None = None
    died: str | None = None
    sex: str | None = "F"
    gender: str | None = None
    ethnicity: str | None = "WBRI"
    upn_unknown: str | None = None
    referrals: Sequence[Referral] = field(default_factory=lambda: (Referral(),))

    def elements(self) -> Iterator[tuple[str, str | None]]:
        yield "LAchildID", self.id
        yield "UPNunknown", self.upn_unknown
        yield "PersonBirthDate", self.born
        yield "ExpectedPersonBirthDate", self.expected
        yield "GenderCurrent", self.gender
        yield "Sex", self.sex
        yield "PersonDeathDate", self.died


def written(
    children: Sequence[Child] = (Child(),),
    *,
    year: str | None = "2022",
    la: str | None = "975",
    collection: str | None = "CIN",
    namespace: str = "",
) -> str:
    """The text of a return."""
    opening = f'<Message xmlns="{namespace}">' if namespace else "<Message>"
    body = "\n".join(child(one) for one in children)
    return f"{opening}\n{header(year, la, collection)}\n<Children>\n{body}\n</Children>\n</Message>"


def header(year: str | None, la: str | None, collection: str | None) -> str:
    """The text of a header."""
    return (
        "<Header>\n<CollectionDetails>"
        f"{_elements([('Collection', collection), ('Year', year)])}"
        "<ReferenceDate>2022-03-31</ReferenceDate></CollectionDetails>\n"
        f"<Source><SourceLevel>L</SourceLevel>{_elements([('LEA', la)])}"
        "<SoftwareCode>made</SoftwareCode></Source>\n</Header>"
    )


def child(one: Child) -> str:
    """The text of one child."""
    return (
        f"<Child>\n<ChildIdentifiers>{_elements(one.elements())}</ChildIdentifiers>\n"
        f"<ChildCharacteristics>{_elements([('Ethnicity', one.ethnicity)])}"
        "</ChildCharacteristics>\n"
        + "\n".join(
            f"<CINdetails>{_elements(referral.elements())}{referral.more}</CINdetails>"
            for referral in one.referrals
        )
        + "\n</Child>"
    )


def large(children: int, *, seed: int = 1, year: str = "2022") -> Iterator[str]:
    """A return of many children in pieces, as full as a council's: plans, assessments and so on."""
    chance = Random(seed)
    yield f"<Message>\n{header(year, '975', 'CIN')}\n<Children>\n"
    for number in range(children):
        referrals = [_full(chance) for _ in range(chance.choice((1, 1, 1, 2)))]
        made = Child(
            id=f"RND{number:09d}",
            born=_day(chance, 2004, 2021),
            sex=chance.choice("MFU"),
            ethnicity=chance.choice(("WBRI", "APKN", "MWBC", "AOTH", "REFU")),
            referrals=referrals,
        )
        yield child(made) + "\n"
    yield "</Children>\n</Message>\n"


def _full(chance: Random) -> Referral:
    more = (
        f"<Assessments><AssessmentActualStartDate>{_day(chance, 2020, 2022)}"
        f"</AssessmentActualStartDate><AssessmentAuthorisationDate>{_day(chance, 2020, 2022)}"
        "</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment>"
        "<AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors>"
        "</FactorsIdentifiedAtAssessment></Assessments>\n"
        f"<CINPlanDates><CINPlanStartDate>{_day(chance, 2020, 2022)}</CINPlanStartDate>"
        "</CINPlanDates>\n"
        f"<Section47><S47ActualStartDate>{_day(chance, 2020, 2022)}</S47ActualStartDate>"
        "<ICPCnotRequired>false</ICPCnotRequired></Section47>"
    )
    return Referral(
        on=_day(chance, 2020, 2022),
        source=chance.choice(("1A", "2A", "3E", "6", "5D")),
        need=chance.choice(("N1", "N4", "N5")),
        nfa=chance.choice("01"),
        more=more,
    )


def _day(chance: Random, first: int, last: int) -> str:
    return f"{chance.randint(first, last)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"


def _elements(values: Iterator[tuple[str, str | None]] | list[tuple[str, str | None]]) -> str:
    return "".join(
        f"<{name}>{escape(value)}</{name}>\n" for name, value in values if value is not None
    )
