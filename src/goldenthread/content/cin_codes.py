"""Code sets of the children in need census, with the collection years they were in use.

A collection year is the year in which it ends: 2023 is 2022-23. Source: DfE children in need
census, code sets of 2020-21 to 2025-26.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Code:
    """One code, its label, and the first and last collection years it may be used in."""

    key: str
    label: str
    since: int | None = None
    until: int | None = None


def _codes(**labels: str) -> tuple[Code, ...]:
    return tuple(Code(key=key.lstrip("_"), label=label) for key, label in labels.items())


REFERRAL_SOURCE = (
    *_codes(
        _1A="Family member, relative or carer",
        _1B="Acquaintance",
        _1C="The child themselves",
        _1D="Other individual",
        _2A="Schools",
        _2B="Education services",
        _3A="General practitioner",
        _3B="Health visitor",
        _3C="School nurse",
        _3D="Other primary health services",
        _3E="Accident and emergency department",
        _3F="Other health services",
        _4="Housing",
        _5A="Council: adult social care",
        _5B="Council: other department",
        _5C="Another council",
    ),
    Code(key="5D", label="Council: early help", since=2023),
    *_codes(
        _6="Police",
        _7="Other legal agency",
        _8="Other",
        _9="Anonymous",
        _10="Unknown",
    ),
)

PRIMARY_NEED = _codes(
    N0="Not stated",
    N1="Abuse, neglect or exploitation",
    N2="Child's disability",
    N3="Parental disability or illness",
    N4="Family in acute stress",
    N5="Family dysfunction",
    N6="Socially unacceptable behaviour",
    N7="Low income",
    N8="Absent parenting",
    N9="Cases other than children in need",
)

CLOSURE_REASON = (
    *_codes(
        RC1="Adopted",
        RC2="Died",
        RC3="Child arrangements order",
        RC4="Special guardianship order",
        RC5="Transferred to another council",
        RC6="Transferred to adult social care",
        RC7="Services ceased for another reason",
        RC8="Closed after assessment, no further action",
    ),
    Code(key="RC9", label="Closed after assessment, referred to early help", since=2023),
)

ETHNICITY = _codes(
    WBRI="White British",
    WIRI="White Irish",
    WIRT="Traveller of Irish heritage",
    WOTH="Any other White background",
    WROM="Gypsy or Roma",
    MWBC="White and Black Caribbean",
    MWBA="White and Black African",
    MWAS="White and Asian",
    MOTH="Any other mixed background",
    AIND="Indian",
    APKN="Pakistani",
    ABAN="Bangladeshi",
    AOTH="Any other Asian background",
    BCRB="Black Caribbean",
    BAFR="Black African",
    BOTH="Any other Black background",
    CHNE="Chinese",
    OOTH="Any other ethnic group",
    REFU="Refused",
    NOBT="Information not yet obtained",
)

UPN_UNKNOWN = _codes(
    UN1="Not in an English school or below school age",
    UN2="From outside England",
    UN3="New and awaiting a number",
    UN4="Not known: requested",
    UN5="Being sought by the council",
    UN6="Referral with no identifying details",
    UN7="Referral with no further action",
)

DISABILITY = _codes(
    NONE="No disability",
    MOB="Mobility",
    HAND="Hand function",
    PC="Personal care",
    INC="Incontinence",
    COMM="Communication",
    LD="Learning",
    HEAR="Hearing",
    VIS="Vision",
    BEH="Behaviour",
    CON="Consciousness",
    AUT="Autism",
    DDA="Another disability",
)

SEX = _codes(M="Male", F="Female", U="Unknown")

GENDER_CURRENT = (
    Code(key="0", label="Not known", until=2024),
    Code(key="1", label="Male", until=2024),
    Code(key="2", label="Female", until=2024),
    Code(key="9", label="Not specified", until=2024),
)

YES_NO = {"1": "Y", "true": "Y", "0": "N", "false": "N"}
