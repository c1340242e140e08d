"""Rows composed as XML are the rows XlsxWriter itself would write, and their texts come back as they were."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.escape import unescape

from r57desk.workbook.row_xml import RowSheet, RowXml, StyledNumber, find_style, format_text

Fill = Callable[[xlsxwriter.Workbook, RowSheet, list[xlsxwriter.format.Format]], None]

ROWS: list[list[str | float | None]] = [
    ["một", "=1+1", None, 0.655, "a\nb"],
    ["", "<b>&\"'", "  giữa  ", 7, "_x0041_"],
    [None, "\x01\r\t\ufffe", "x\n", None, ""],
    ["http://x.invalid", "0123", "TRUE", 1 / 3, "😀"],
]
HEIGHTS = (18.75, 34.5, 409.0, 18.75)


def book_with(fill: Fill) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"constant_memory": True})
    sheet = book.add_worksheet("DS", worksheet_class=RowSheet)
    looks = [book.add_format({"bold": True}), book.add_format({"italic": True})]
    assert [find_style(look) for look in looks] == [1, 2]
    sheet.write_string(0, 0, "trên", looks[0])
    sheet.grows_from = 1
    fill(book, sheet, looks)
    sheet.grows_to = len(ROWS)
    sheet.write_string(len(ROWS) + 1, 0, "dưới")
    book.close()
    return buffer.getvalue()


def by_rows(_: xlsxwriter.Workbook, sheet: RowSheet, looks: list[xlsxwriter.format.Format]) -> None:
    xml = RowXml([find_style(looks[0])] * 5, [True, True, True, True, False])
    for row, (values, height) in enumerate(zip(ROWS, HEIGHTS, strict=True), 1):
        cells = [StyledNumber(value, 2) if isinstance(value, int | float) else value for value in values]
        sheet.write_row_xml(row, xml.last, height, xml.format(row, cells))


def by_cells(_: xlsxwriter.Workbook, sheet: RowSheet, looks: list[xlsxwriter.format.Format]) -> None:
    for row, (values, height) in enumerate(zip(ROWS, HEIGHTS, strict=True), 1):
        sheet.set_row(row, height)
        for at, value in enumerate(values):
            if isinstance(value, int | float):
                sheet.write_number(row, at, value, looks[1])
            elif value:
                sheet.write_string(row, at, value, looks[0])
            elif at < 4:
                sheet.write_blank(row, at, None, looks[0])


def sheet_xml(book: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()


def test_rows_are_those_xlsxwriter_writes_cell_by_cell() -> None:
    ours = sheet_xml(book_with(by_rows))
    assert ours.count("<row ") == len(ROWS) + 2
    assert ours == sheet_xml(book_with(by_cells))


def test_rows_keep_their_order_among_rows_written_by_cells() -> None:
    assert re.findall(r'<row r="(\d+)"', sheet_xml(book_with(by_rows))) == ["1", "2", "3", "4", "5", "6"]


def test_every_text_comes_back() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book_with(by_rows))).worksheets[0]
    for row, values in enumerate(ROWS, 2):
        for at, value in enumerate(values, 1):
            read = sheet.cell(row, at).value
            assert (unescape(read) if isinstance(read, str) else read) == (value or None)
            assert sheet.cell(row, at).data_type == ("s" if value and isinstance(value, str) else "n")


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("một", ">một"),
        ("a<b>&c", ">a&lt;b&gt;&amp;c"),
        (" a", ' xml:space="preserve"> a'),
        ("a\n", ' xml:space="preserve">a\n'),
        ("_x0041_x0042_", ">_x005F_x0041_x005F_x0042_"),  # two that share an underscore
        ("snake_case _x12_", ">snake_case _x12_"),
        ("a\x0bb\uffff", ">a_x000B_b_xFFFF_"),
        ("<r><t>a</t></r>", ">&lt;r&gt;&lt;t&gt;a&lt;/t&gt;&lt;/r&gt;"),
    ],
)
def test_texts_are_escaped(text: str, xml: str) -> None:
    assert format_text(text) == xml


def test_a_text_in_tags_of_rich_text_is_text_in_every_cell() -> None:
    def fill(_: xlsxwriter.Workbook, sheet: RowSheet, looks: list[xlsxwriter.format.Format]) -> None:
        sheet.write_string(1, 0, "<r>a & b</r>", looks[0])

    assert openpyxl.load_workbook(io.BytesIO(book_with(fill))).worksheets[0]["A2"].value == "<r>a & b</r>"
