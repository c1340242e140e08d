"""A composed workbook bears its code wherever a program keeps one, and says in words what its hidden sheet is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl

from r57desk.workbook.chunks import LONGEST, parse_lines
from r57desk.workbook.composing import describe, footer, write_carriers, write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.marks import SHEET, OwnMark, parse_mark
from r57desk.workbook.packing import unpack

OPTIONS = ExportOptions("X&1", "01", "Sở A", "2026-11-23T10:00:00")


def test_carriers_are_hidden_and_hold_everything(tmp_path: Path) -> None:
    path, mark = tmp_path / "x.xlsx", OwnMark("X1", "Một", 4, {0: "stt"}, 1)
    text = "".join(chr(0x4E00 + at % 20_000) for at in range(90_000))
    write_workbook(path, lambda book, looks: (book.add_worksheet("Một"), write_carriers(book, looks, mark, text))[0])
    book = openpyxl.load_workbook(path)
    sheet = book[SHEET]
    assert sheet.sheet_state == "hidden"
    lines = [str(row[0].value) for row in sheet]
    assert "Không sửa, không xoá" in lines[0]
    assert len(lines) > 4
    assert all(len(line) <= LONGEST for line in lines)
    said = parse_lines(lines)
    assert parse_mark(said["mark"] or "") == mark
    assert unpack(said["packet"] or "") == text
    assert book.defined_names["r57_packet"].attr_text == '"X1"'
    with zipfile.ZipFile(path) as archive:
        assert b">X1<" in archive.read("docProps/custom.xml")


def test_properties_say_whose_and_when(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    write_workbook(path, lambda book, _: (book.add_worksheet("Một"), describe(book, "DANH MỤC", OPTIONS))[0])
    properties = openpyxl.load_workbook(path).properties
    assert (properties.title, properties.creator) == ("DANH MỤC", "Sở A")
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2026-11-23T10:00:00")


def test_the_footer_names_the_code_if_there_is_one() -> None:
    assert "Gói r57desk X&&1&C" in footer(OPTIONS)
    assert footer(ExportOptions("")).startswith("&C")
