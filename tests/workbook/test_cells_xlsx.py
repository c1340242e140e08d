"""Number formats, formulas and errors out of a sheet's XML, however its writer spelt the tags."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from r57desk.workbook.archive import open_archive
from r57desk.workbook.cells_xlsx import XlsxLook, elements, sheet_parts
from r57desk.workbook.gate import LIMITS

MakeZip = Callable[[Mapping[str, bytes]], bytes]
RELS = b'<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
STYLES = b"""<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.00"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="164"/></cellXfs></styleSheet>"""

PLAIN = b"""<worksheet><sheetData><row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2" s="2" t="n"><v>1</v></c></row>
<row r="3"><c r="A3"><v>1</v></c><c r="B3" t="e"><v>#N/A</v></c><c r="AB3" s="1"><f>B3</f><v>1</v></c></row></sheetData></worksheet>"""
PREFIXED = PLAIN.replace(b"<", b"<x:").replace(b"<x:/", b"</x:")
ODD = PLAIN.replace(b'<c r="A2" s="1">', b"<c\n s='1'  r='A2' >").replace(
    b'<c r="B2" s="2"', b'<c cm="1" r="B2"  s = "2"'
)
UNADDRESSED = b"""<worksheet><sheetData><row r="2"><c s="1"><v>1</v></c><c s="2" t="n"><v>1</v></c></row>
<row><c><v>1</v></c><c t="e"><v>#N/A</v></c><c r="AB3" s="1"><f>B3</f><v>1</v></c></row></sheetData></worksheet>"""


def look_at(make_zip: MakeZip, sheet: bytes, target: str = "worksheets/s.xml") -> XlsxLook:
    parts = {
        "[Content_Types].xml": b"<Types>spreadsheetml</Types>",
        "_rels/.rels": RELS,
        "xl/workbook.xml": b'<workbook xmlns:r="r"><sheets><sheet name="B&#7843;ng" r:id="r7"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<R><Relationship Id="r7" Target="{target}"/></R>'.encode(),
        "xl/styles.xml": STYLES,
        "xl/worksheets/s.xml": sheet,
    }
    return XlsxLook(open_archive(make_zip(parts), "x", LIMITS), "Bảng")


@pytest.mark.parametrize(
    "sheet", [PLAIN, PREFIXED, ODD, UNADDRESSED], ids=["plain", "prefixed", "odd", "unaddressed"]
)
def test_every_spelling_says_the_same(make_zip: MakeZip, sheet: bytes) -> None:
    look = look_at(make_zip, sheet)
    assert look.number_format(1, 0) == "mmm-yy"
    assert look.number_format(1, 1) == "0.00"
    assert look.number_format(2, 0) == ""
    assert look.number_format(2, 27) == "mmm-yy"
    assert look.errors(1) == {2}
    assert look.formulas(27) == {2}
    assert not look.formulas(0) | look.errors(0)


def test_parts_are_found_by_absolute_and_relative_targets(make_zip: MakeZip) -> None:
    assert look_at(make_zip, PLAIN, "/xl/worksheets/s.xml").number_format(1, 0) == "mmm-yy"
    assert look_at(make_zip, PLAIN, "../xl/worksheets/s.xml").number_format(1, 0) == "mmm-yy"


def test_a_sheet_without_a_part_says_nothing(make_zip: MakeZip) -> None:
    look = look_at(make_zip, PLAIN, "worksheets/other.xml")
    assert look.number_format(1, 0) == ""
    assert not look.formulas(27)


def test_elements_of_damaged_xml_are_none() -> None:
    assert list(elements(b"<a><b></a>")) == []
    assert [(name, text) for name, _, text in elements(b"<x:a>1<b>2</b>3</x:a>")] == [("a", "13"), ("b", "2")]


def test_sheet_names_are_unescaped(make_zip: MakeZip) -> None:
    archive = look_at(make_zip, PLAIN)._archive
    assert sheet_parts(archive) == {"Bảng": "xl/worksheets/s.xml"}
