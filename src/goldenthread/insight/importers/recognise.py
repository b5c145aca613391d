"""Which importer a file is for, told from what is in it and never from its name."""

from pathlib import Path

from lxml import etree

from goldenthread.insight.importers import (
    cin,
    contacts,
    figures,
    interactive_tool,
    neighbours,
    published,
    sheet,
)
from goldenthread.insight.importers.opened import Metered, Opened, opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress


def read(path: Path, *, name: str = "", progress: Progress | None = None) -> Piece:
    """Read one file whole; raises ImportRefused, in one sentence, if it is none that is known."""
    with opened(path, name=name) as file:
        if file.is_xml:
            _must_be_message(file)
            return cin.read(file, progress=progress)
        found, name = _table(file, progress), file.name
    if found is None:
        raise ImportRefused(
            "It is none of the files that are read here: a children in need census (XML), a list "
            "of contacts (ssd_contacts, CSV), or a table DfE or ONS publishes (CSV).",
            file=name,
            row="row 1",
        )
    return found


def _table(file: Opened, progress: Progress | None) -> Piece | None:
    """Read a CSV file that is known by its headings; None for one that is not."""
    _, _, first = next(sheet.plain_rows(file), (1, 1, []))
    file.bytes.seek(0)
    if grouping := neighbours.grouping_of(first):
        return neighbours.read(file, grouping)
    headers = set(sheet.headers(file))
    if headers >= contacts.KNOWN_BY:
        return contacts.read(file, progress=progress)
    if headers >= interactive_tool.VALUES_KNOWN_BY:
        return interactive_tool.values(file, progress=progress)
    if headers >= interactive_tool.DEFINITIONS_KNOWN_BY:
        return interactive_tool.definitions(file, progress=progress)
    if figures.are_in(headers):
        return figures.read(file, progress=progress)
    known = (layout for layout in published.LAYOUTS if layout.known_by & headers)
    layout = next(known, None)
    return published.read(file, layout, progress=progress) if layout else None


def _must_be_message(file: Opened) -> None:
    """The first element must be Message: everything else is some other XML."""
    events = etree.iterparse(
        Metered(file, thing="element"),
        events=("start",),
        encoding=file.encoding,
        huge_tree=False,
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
    )
    try:
        _, root = next(events)
    except (etree.XMLSyntaxError, StopIteration) as broken:
        line = getattr(broken, "lineno", None) or 1
        raise ImportRefused(
            "It is not XML that can be read: ask for the file again.",
            file=file.name,
            row=f"line {line}",
        ) from None
    name = root.tag.rpartition("}")[2]
    if name != "Message":
        raise ImportRefused(
            f"It begins with {name[:40]!r}, and a children in need census begins with Message.",
            file=file.name,
            row=f"line {root.sourceline}",
            field=name[:40],
        )
    file.bytes.seek(0)
