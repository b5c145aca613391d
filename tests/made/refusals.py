"""Files that are refused, each for one reason: what it is called, its bytes, what is said of it."""

import codecs
import gzip
import io
import zipfile

from tests.made import cin, published
from tests.made.cin import Child

RETURN = cin.written([Child(), Child(id="Zoë")])
TABLE = published.referrals([("380", 2020, "9934")])


def packed(name: str, content: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, content)
    return kept.getvalue()


def inside(dtd: str) -> bytes:
    return f"<?xml version='1.0'?>\n{dtd}\n{RETURN}".encode()


BOMB = packed("return.xml", bytes(50_000_000))
LAUGHS = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
AWAY = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">'
PACKED = "whatever its name says, and is not opened: give the XML or CSV file itself."
UTF_7 = '<?xml version="1.0" encoding="UTF-7"?>'

CASES = {
    "another XML": ("a.xml", b"<html><p>Hello</p></html>", "begins with 'html'"),
    "another table": ("a.csv", b"name,age\nZain,4\n", "row 1: It is none of the files"),
    "a letter": ("a.csv", b"Dear all,\n\nplease find the return attached.\n", "none of the files"),
    "another collection": (
        "a.xml", RETURN.replace(">CIN<", ">SSDA903<").encode(), "the collection 'SSDA903'",
    ),
    "a year not read": ("a.xml", cin.written(year="2019").encode(), "Year: '2019' is not"),
    "cut short": ("a.xml", RETURN.encode()[:-60], "breaks off or is badly formed here"),
    "a table cut short": ("a.csv", TABLE.encode()[:-30], "it is cut short from here"),
    "an entity": ("a.xml", inside(LAUGHS), "document type declaration (<!DOCTYPE)"),
    "a DTD elsewhere": ("a.xml", inside(AWAY), "document type declaration (<!DOCTYPE)"),
    "a DTD in UTF-16": ("a.xml", inside(LAUGHS).decode().encode("utf-16"), "<!DOCTYPE"),
    "an entity nobody declared": (
        "a.xml", RETURN.replace("C1", "&who;").encode(), "badly formed here",
    ),
    "UTF-7": ("a.xml", f"{UTF_7}{RETURN}".encode("utf-7"), "only UTF-8 and UTF-16 are read"),
    "UTF-32": ("a.xml", codecs.BOM_UTF32_LE + RETURN.encode("utf-32-le"), "UTF-8 or UTF-16"),
    "Latin letters said to be UTF-8": ("a.xml", RETURN.encode("latin-1"), "is not UTF-8"),
    "a table of Latin letters": (
        "a.csv", TABLE.replace("England", "Englånd").encode("latin-1"), "is not UTF-8",
    ),
    "a spreadsheet renamed": ("a.xml", packed("xl/workbook.xml", b"<w/>"), PACKED),
    "an old spreadsheet renamed": ("a.xml", bytes.fromhex("d0cf11e0a1b11ae1") * 99, PACKED),
    "a zip bomb": ("a.xml", BOMB, PACKED),
    "a zip of a return": ("a.zip", packed("a.xml", RETURN.encode()), PACKED),
    "compressed": ("a.xml", gzip.compress(RETURN.encode()), PACKED),
    "a PDF": ("a.csv", b"%PDF-1.7\n1 0 obj\n", PACKED),
    "a picture": ("a.xml", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "It is not a text file"),
    "deep nesting": ("a.xml", b"<Message>" + b"<a>" * 100_000, "inside one another"),
    "deep nesting in a child": (
        "a.xml", RETURN.replace("<CINdetails>", "<a>" * 5_000, 1).encode(), "inside one another",
    ),
    "text without end": (
        "a.xml", RETURN.replace("C1", "x" * 12_000_000).encode(), "without a whole Child",
    ),
    "a row without end": ("a.csv", b'a,"' + b"b" * 12_000_000, "without a whole row"),
    "rows without end": ("a.csv", b'a,"' + b"b\n" * 6_000_000, "do not make sense here"),
    "nothing": ("a.xml", b"", "It is empty"),
    "spaces": ("a.csv", b" \r\n\t\n", "It is empty"),
    "zeros": ("a.xml", bytes(4096), "It is empty"),
    "a mark and no more": ("a.xml", codecs.BOM_UTF16_LE, "It is empty"),
    "headings alone": ("a.csv", TABLE.splitlines()[0].encode(), "a header and no rows"),
    "no children": ("a.xml", cin.written([]).encode(), "It holds no children"),
}  # fmt: skip
