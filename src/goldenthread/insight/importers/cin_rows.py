"""Rows of a census return, gathered as typed and settled into the dataset's columns."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.content import cin_codes
from goldenthread.insight import schema
from goldenthread.insight.aside import Aside
from goldenthread.insight.importers import assessed, columns
from goldenthread.insight.importers.cin_header import Header
from goldenthread.insight.importers.columns import Reader
from goldenthread.insight.importers.listing import Listing
from goldenthread.insight.importers.piece import Piece, Unreadable

_LISTED = 200  # characters of an unreadable value shown in the list; the raw column has them all


def _coded(codes: tuple[cin_codes.Code, ...], what: str) -> Reader:
    return columns.codes([code.key for code in codes], expects=f"a code for {what}")


_YES_NO = columns.codes(cin_codes.YES_NO, expects="0, 1, true or false")
_SEX = _coded(cin_codes.SEX, "sex: M, F or U")
_GENDER = columns.codes(
    {"0": "00", "1": "01", "2": "02", "9": "09"}, expects="a code for gender: 0, 1, 2 or 9"
)
_SEX_OF_GENDER = {"00": "U", "01": "M", "02": "F", "09": "U"}
_SOURCES = {code.key: code.label for code in cin_codes.REFERRAL_SOURCE}

# Element of the return, its column, and how it is read (None: kept as it is).
_Fields = dict[str, tuple[str, Reader | None]]
CHILD: _Fields = {
    "LAchildID": ("pers_person_id", None),
    "UPNunknown": ("pers_upn_unknown", _coded(cin_codes.UPN_UNKNOWN, "a missing pupil number")),
    "PersonBirthDate": ("pers_dob", columns.DAY),
    "ExpectedPersonBirthDate": ("pers_expected_dob", columns.DAY),
    "PersonDeathDate": ("pers_death_date", columns.DAY),
    "GenderCurrent": ("pers_gender", _GENDER),
    "Sex": ("pers_sex", _SEX),
    "Ethnicity": ("pers_ethnicity", _coded(cin_codes.ETHNICITY, "ethnicity")),
}
REFERRAL: _Fields = {
    "CINreferralDate": ("cine_referral_date", columns.DAY),
    "ReferralSource": (
        "cine_referral_source_code",
        _coded(cin_codes.REFERRAL_SOURCE, "the source of a referral"),
    ),
    "PrimaryNeedCode": (
        "cine_cin_primary_need_code",
        _coded(cin_codes.PRIMARY_NEED, "primary need"),
    ),
    "CINclosureDate": ("cine_close_date", columns.DAY),
    "ReasonForClosure": (
        "cine_close_reason",
        _coded(cin_codes.CLOSURE_REASON, "the reason for closure"),
    ),
    "ReferralNFA": ("cine_referral_nfa", _YES_NO),
}
ASSESSMENT: _Fields = {
    "AssessmentActualStartDate": ("cina_assessment_start_date", columns.DAY),
    "AssessmentAuthorisationDate": ("cina_assessment_auth_date", columns.DAY),
}
# Without these a row cannot be counted or told from another, so their absence is listed too.
_NEEDED = {
    "LAchildID": "No id is given: expected the council's own number for the child",
    "CINreferralDate": "No date is given, so this referral is counted in no period",
    "AssessmentActualStartDate": "No date is given: expected when the assessment began",
}
# A row begins with the child's number, the referral's number in the child, the assessment's in the
# referral (0 for what is neither) and the line it stands on; its fields come after.
FIRST = 4
_NO_CHILD = (None,) * len(CHILD)
_NO_REFERRAL = (None,) * len(REFERRAL)
_NO_ASSESSMENT = (None,) * len(ASSESSMENT)
# What an element of a return is part of, where it stands outside of it.
_PARTS = {**dict.fromkeys(REFERRAL, "CINdetails"), **dict.fromkeys(ASSESSMENT, "Assessments")}


class Gathered:
    """The rows of one return, and what in them could not be read."""

    def __init__(self, *, header: Header, file: str) -> None:
        self.header = header
        self.file = file
        self.children = 0
        self._referrals = 0
        self._assessments = 0
        self._child_rows: list[list[Any]] = []
        self._referral_rows: list[list[Any]] = []
        self._assessment_rows: list[list[Any]] = []
        self._tables = {
            name: Aside(schema.TABLES[name]) for name in ("children", "referrals", "assessments")
        }
        self._unreadable = Listing()

    def child(self, *, line: int) -> list[Any]:
        """Begin a child: its row, to be filled from FIRST on in the order of CHILD."""
        self.children += 1
        self._referrals = self._assessments = 0
        row = [self.children, 0, 0, line, *_NO_CHILD]
        self._child_rows.append(row)
        return row

    def referral(self, *, line: int) -> list[Any]:
        """Begin a referral of the child last begun, to be filled in the order of REFERRAL."""
        self._referrals += 1
        self._assessments = 0
        row = [self.children, self._referrals, 0, line, *_NO_REFERRAL]
        self._referral_rows.append(row)
        return row

    def assessment(self, *, line: int) -> list[Any]:
        """Begin an assessment of the referral last begun, to be filled in ASSESSMENT's order."""
        self._assessments += 1
        row = [self.children, self._referrals, self._assessments, line, *_NO_ASSESSMENT]
        self._assessment_rows.append(row)
        return row

    def out_of_place(self, element: Any, *, given: bool) -> None:
        """List a value given twice, or outside the referral or assessment it should be in."""
        name = element.tag.rpartition("}")[2]
        part = _PARTS.get(name, "")
        why = "Given more than once: the first was kept" if given else f"Not inside {part}"
        found = Unreadable(
            row=_row(
                self.children,
                self._referrals if part else 0,
                self._assessments if part == "Assessments" else 0,
            ),
            line=element.sourceline,
            field=name,
            value=(element.text or "").strip()[:_LISTED],
            problem=why,
        )
        self._unreadable.add([found])

    def settle(self) -> None:
        """Turn the rows gathered so far into columns, and put them aside."""
        if not self._child_rows:
            return
        children, self._child_rows = _Rows(self._child_rows), []
        ids = children.typed[0].cast(schema.TEXT)
        self._tables["children"].add(self._settle_children(children))
        if self._referral_rows:
            referrals, self._referral_rows = _Rows(self._referral_rows), []
            of = ids.take(pc.subtract(referrals.children, children.children[0]))
            made = self._settle_referrals(referrals, columns.trimmed(of))
            self._tables["referrals"].add(made)
            self._settle_assessments(made)
        self._unreadable.settle()

    def piece(self, *, sha256: str) -> Piece:
        """Everything gathered."""
        self.settle()
        return Piece(
            kind="cin",
            file=self.file,
            sha256=sha256,
            title=f"Children in need census {self.header.period.label} of {self.header.la_code}",
            la_code=self.header.la_code,
            year=self.header.year,
            tables=self._tables,
            unreadable=self._unreadable,
        )

    def _settle_children(self, rows: "_Rows") -> pa.Table:
        read = self._read(CHILD, rows)
        genders = columns.codes(_SEX_OF_GENDER, expects="")
        of_gender = columns.read(read["pers_gender"], genders).values
        read["pers_sex"] = pc.coalesce(read["pers_sex"], of_gender)
        return self._table("children", read | {"child_row": rows.children})

    def _settle_referrals(self, rows: "_Rows", person_ids: pa.Array) -> pa.Table:
        read = self._read(REFERRAL, rows)
        sources = columns.codes(_SOURCES, expects="")
        of = pa.scalar(f"{self.header.la_code}-{self.header.year}")
        numbers = (numbers.cast(schema.TEXT) for numbers in (rows.children, rows.referrals))
        made = {
            "cine_referral_id": pc.binary_join_element_wise(of, *numbers, "-"),
            "cine_person_id": person_ids,
            "cine_referral_source_desc": columns.read(
                read["cine_referral_source_code"], sources
            ).values,
            "referral_on": read["cine_referral_date"],
            "child_row": rows.children,
            "referral_row": rows.referrals,
        }
        return self._table("referrals", read | made)

    def _settle_assessments(self, referrals: pa.Table) -> None:
        """The assessments of these referrals, each with what its referral says it is of."""
        if not self._assessment_rows:
            return
        rows, self._assessment_rows = _Rows(self._assessment_rows), []
        read = self._read(ASSESSMENT, rows)
        of = assessed.places(referrals, rows.children, rows.referrals)
        made = {
            "cina_assessment_id": pc.binary_join_element_wise(
                referrals["cine_referral_id"].combine_chunks().take(of),
                rows.assessments.cast(schema.TEXT),
                "-",
            ),
            "cina_person_id": referrals["cine_person_id"].combine_chunks().take(of),
            "cina_referral_id": referrals["cine_referral_id"].combine_chunks().take(of),
            "child_row": rows.children,
            "referral_row": rows.referrals,
            "assessment_row": rows.assessments,
        }
        due = assessed.due(
            starts=read["cina_assessment_start_date"],
            referred=referrals["referral_on"].combine_chunks().take(of),
            referrals=of,
        )
        self._tables["assessments"].add(self._table("assessments", read | made | due))

    def _read(self, fields: _Fields, rows: "_Rows") -> dict[str, pa.Array]:
        read: dict[str, pa.Array] = {}
        for (element, (column, reader)), given in zip(fields.items(), rows.typed, strict=True):
            text = given.cast(schema.TEXT)
            if reader is None:
                read[column] = columns.trimmed(text)
            else:
                found = columns.read(text, reader)
                read |= {column: found.values, f"{column}_raw": text}
                self._list(rows, element, found.unreadable, text, f"Expected {reader.expects}")
            if element in _NEEDED:
                absent = pc.indices_nonzero(pc.is_null(columns.trimmed(text))).to_pylist()
                self._list(rows, element, absent, text, _NEEDED[element])
        return read

    def _list(
        self, rows: "_Rows", element: str, places: Sequence[int], text: pa.Array, problem: str
    ) -> None:
        self._unreadable.add(
            Unreadable(
                row=_row(
                    rows.children[place].as_py(),
                    rows.referrals[place].as_py(),
                    rows.assessments[place].as_py(),
                ),
                line=rows.lines[place].as_py(),
                field=element,
                value=(text[place].as_py() or "").strip()[:_LISTED],
                problem=problem,
            )
            for place in places
        )

    def _table(self, name: str, read: dict[str, pa.Array]) -> pa.Table:
        size = len(read["child_row"])
        same = {
            "la_code": pa.repeat(pa.scalar(self.header.la_code), size),
            "return_year": pa.repeat(pa.scalar(self.header.year, schema.YEAR), size),
        }
        of = schema.TABLES[name]
        return pa.table(
            [
                (read | same).get(field.name, pa.nulls(size, field.type)).cast(field.type)
                for field in of
            ],
            schema=of,
        )


class _Rows:
    """Rows gathered, turned into arrays of what was typed."""

    def __init__(self, rows: list[list[Any]]) -> None:
        arrays = [pa.array(column) for column in zip(*rows, strict=True)]
        self.children, self.referrals, self.assessments, self.lines = arrays[:FIRST]
        self.typed = arrays[FIRST:]


def _row(child: int, referral: int, assessment: int) -> str:
    places = (("child", child), ("referral", referral), ("assessment", assessment))
    return ", ".join(f"{what} {number}" for what, number in places if number)
