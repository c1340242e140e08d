"""Date formats and merges out of an .ods, where cells and rows may stand for many."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from r57desk.workbook.archive import open_archive
from r57desk.workbook.cells_ods import OdsLook
from r57desk.workbook.gate import LIMITS

MakeZip = Callable[[Mapping[str, bytes]], bytes]
HEAD = b'<office:document xmlns:office="o" xmlns:table="t" xmlns:style="s" xmlns:number="n">'
STYLES = (
    HEAD
    + b"""<number:date-style style:name="N1"><number:month/><number:year/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="0"/></number:percentage-style></office:document>"""
)
CONTENT = (
    HEAD
    + b"""<number:date-style style:name="N3"><number:day/><number:month/><number:year/></number:date-style>
<style:style style:name="base" style:data-style-name="N1"/><style:style style:name="month" style:parent-style-name="base"/>
<style:style style:name="day" style:data-style-name="N3"/><style:style style:name="share" style:data-style-name="N2"/>
<table:table table:name="DS">
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell table:number-columns-repeated="2"/>
<table:table-cell table:style-name="month" office:value-type="date" table:number-columns-spanned="2" table:number-rows-spanned="3"/>
<table:covered-table-cell/><table:table-cell table:style-name="day" office:value-type="date" table:formula="of:=1"/>
<table:table-cell table:style-name="share" office:value-type="percentage"/></table:table-row>
</table:table></office:document>"""
)


def look_at(make_zip: MakeZip, content: bytes = CONTENT) -> OdsLook:
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content,
        "styles.xml": STYLES,
    }
    return OdsLook(open_archive(make_zip(parts), "x", LIMITS), "DS")


def test_formats_are_found_through_styles_and_their_parents(make_zip: MakeZip) -> None:
    look = look_at(make_zip)
    assert look.number_format(3, 2) == "my"
    assert look.number_format(3, 4) == "dmy"
    assert look.number_format(3, 5) == "0%"
    assert look.number_format(0, 0) == ""


def test_merges_and_formulas_count_repeated_rows_and_cells(make_zip: MakeZip) -> None:
    look = look_at(make_zip)
    assert look.merges == [(3, 2, 5, 3)]
    assert look.formulas(4) == {3}
    assert not look.formulas(2)


@pytest.mark.parametrize("cut", range(100, len(CONTENT), 97))
def test_damaged_content_says_what_came_before(make_zip: MakeZip, cut: int) -> None:
    look = look_at(make_zip, CONTENT[:cut])
    assert look.number_format(3, 2) in ("", "my")
    assert look.merges in ([], [(3, 2, 5, 3)])


def test_repeats_beyond_a_sheet_are_bounded(make_zip: MakeZip) -> None:
    huge = CONTENT.replace(b'rows-repeated="3"', b'rows-repeated="999999999"').replace(
        b'columns-repeated="2"', b'columns-repeated="999999999"'
    )
    assert look_at(make_zip, huge).number_format(3, 2) == ""
