"""The children in need census, read one child at a time.

Structure: DfE CIN XML for collection years 2020-21 to 2025-26. The child, its referrals and their
assessments are read; other elements, namespaces and stray text are passed over.
"""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from goldenthread.insight.importers import cin_header, cin_rows
from goldenthread.insight.importers.opened import Metered, Opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress

_REPORT_EVERY = 1000  # children
_CHUNK = 2500  # children turned into columns at once
# A referral begins; an assessment of it begins; an element that is passed over.
_DETAILS, _ASSESSED, _OTHER = -1, -2, -3
_REFERRAL, _ASSESSMENT = 100, 200  # slots from here on are theirs, those below the child's
_SLOTS = {
    "CINdetails": _DETAILS,
    "Assessments": _ASSESSED,
    **{name: place for place, name in enumerate(cin_rows.CHILD)},
    **{name: _REFERRAL + place for place, name in enumerate(cin_rows.REFERRAL)},
    **{name: _ASSESSMENT + place for place, name in enumerate(cin_rows.ASSESSMENT)},
}
_BROKEN = (
    "The XML breaks off or is badly formed here, so nothing was loaded: ask for the file again."
)
# What the parser says of some files by number, in words that say what to do.
_SAID = {
    etree.ErrorTypes.ERR_INVALID_ENCODING: "A letter here is not UTF-8: save the file as UTF-8.",
    etree.ErrorTypes.ERR_RESOURCE_LIMIT: (
        "More stands inside one another here than in any return, so nothing was loaded: ask for "
        "the file again."
    ),
}


class _Slots(dict[str, int]):
    """Where the text of each element goes, whatever its namespace."""

    def __missing__(self, tag: str) -> int:
        self[tag] = _SLOTS.get(tag.rpartition("}")[2], _OTHER)
        return self[tag]


def read(opened: Opened, *, progress: Progress | None = None) -> Piece:
    """Read a whole return; raises ImportRefused if it is not one. Nothing is written."""
    try:
        return _read(opened, progress)
    except etree.XMLSyntaxError as broken:
        line = f"line {broken.lineno or 1}"
        says = _SAID.get(getattr(broken, "code", 0), _BROKEN)
        raise ImportRefused(says, file=opened.name, row=line) from None


def _read(opened: Opened, progress: Progress | None) -> Piece:
    metered = Metered(opened, thing="Child")
    gathered: cin_rows.Gathered | None = None
    slots = _Slots()
    for child, header in _children(metered, opened):
        gathered = gathered or cin_rows.Gathered(header=header, file=opened.name)
        _read_child(child, gathered, slots)
        if gathered.children % _REPORT_EVERY == 0 and progress:
            progress(opened.name, metered.done, opened.size)
        if gathered.children % _CHUNK == 0:
            gathered.settle()
    if gathered is None:
        raise ImportRefused("It holds no children.", file=opened.name, field="Child")
    if progress:
        progress(opened.name, opened.size, opened.size)
    return gathered.piece(sha256=opened.sha256)


def _children(metered: Metered, opened: Opened) -> Iterator[tuple[Any, cin_header.Header]]:
    """Each whole Child in turn with what the header said, cleared when it has been done with."""
    header: cin_header.Header | None = None
    among: Any = None
    for _, element in _events(metered, opened):
        if element.tag.endswith("Header"):
            if header is not None or element.getparent().getparent() is not None:
                raise _misplaced(element, "It has a second Header", opened.name)
            header = cin_header.read(element, file=opened.name)
        elif header is None:
            raise _misplaced(element, "It has a Child before any Header", opened.name)
        else:
            among = element.getparent() if among is None else among
            if element.getparent() is not among or not among.tag.endswith("Children"):
                raise _misplaced(element, "It has a Child outside the list of them", opened.name)
            yield element, header
            metered.mark()
            while element.getprevious() is not None:
                del among[0]
        element.clear(keep_tail=False)


def _events(metered: Metered, opened: Opened) -> Any:
    return etree.iterparse(
        metered,
        tag=("{*}Header", "{*}Child"),
        encoding=opened.encoding,
        huge_tree=False,
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
    )


def _misplaced(element: Any, says: str, file: str) -> ImportRefused:
    return ImportRefused(
        f"{says}, which no return has: ask for the file again.",
        file=file,
        row=f"line {element.sourceline}",
        field=element.tag.rpartition("}")[2],
    )


def _read_child(child: Any, gathered: cin_rows.Gathered, slots: _Slots) -> None:
    """Gather the fields of a child: one walk over it, and text asked for only where it is kept."""
    row = gathered.child(line=child.sourceline)
    details: list[Any] | None = None
    assessed: list[Any] | None = None
    for element in child.iter():
        slot = slots[element.tag]
        if slot == _OTHER:
            continue
        if slot == _DETAILS:
            details, assessed = gathered.referral(line=element.sourceline), None
            continue
        if slot == _ASSESSED:
            assessed = None if details is None else gathered.assessment(line=element.sourceline)
            continue
        into: list[Any] | None
        if slot < _REFERRAL:
            into, place = row, slot
        elif slot < _ASSESSMENT:
            into, place = details, slot - _REFERRAL
        else:
            into, place = assessed, slot - _ASSESSMENT
        if into is None or into[cin_rows.FIRST + place] is not None:
            gathered.out_of_place(element, given=into is not None)
        else:
            into[cin_rows.FIRST + place] = element.text
