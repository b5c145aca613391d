"""Which importer a file is for, told from what is in it and never from its name."""

from pathlib import Path

from lxml import etree

from goldenthread.insight.importers import cin, contacts, published, sheet
from goldenthread.insight.importers.opened import Metered, Opened, opened
from goldenthread.insight.importers.piece import ImportRefused, Piece, Progress


def read(path: Path, *, progress: Progress | None = None) -> Piece:
    """Read one file whole; raises ImportRefused, in one sentence, if it is none that is known."""
    with opened(path) as file:
        if file.is_xml:
            _must_be_message(file)
            return cin.read(file, progress=progress)
        headers = set(sheet.headers(file))
        if headers >= contacts.KNOWN_BY:
            return contacts.read(file, progress=progress)
        for layout in published.LAYOUTS:
            if layout.known_by & headers:
                return published.read(file, layout, progress=progress)
    raise ImportRefused(
        "It is none of the files that are read here: a children in need census (XML), a list of "
        "contacts (ssd_contacts, CSV), DfE's published referrals or assessments (CSV) or the "
        "population of children (CSV).",
        file=path.name,
        row="row 1",
    )


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
