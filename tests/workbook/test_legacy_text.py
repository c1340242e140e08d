"""The texts of a sheet in old fonts: decoded cell by cell, each judged by its own letters, then by its neighbours."""

from __future__ import annotations

from pathlib import Path

from r57desk.workbook.gate import Limits
from r57desk.workbook.grid import Workbook
from r57desk.workbook.legacy_text import LegacyText
from r57desk.workbook.run_fonts import CellFonts


def sheet_of(texts: list[str], font: str) -> LegacyText:
    """A sheet of one column in one font."""
    fonts = CellFonts()
    for row in range(len(texts)):
        fonts.note(row, 0, font)
    return LegacyText(lambda: fonts, lambda: iter([[text] for text in texts]))


def test_a_sheet_reads_as_it_was_meant_and_raw_as_it_stands(old_book: Path, old_rows: list[list[str]]) -> None:
    sheet = Workbook(old_book.read_bytes(), "cu.xlsx", Limits()).get_sheet(0)
    assert [[str(value) for value in row] for row in sheet.rows()] == old_rows
    assert [str(row[1]) for row in sheet.raw_rows()][1] == "ban hµnh kÕ ho¹ch"


def test_it_is_told_what_was_read_otherwise() -> None:
    text = sheet_of(["Tªn nhiÖm vô", "ban hµnh", "Đã số hoá", "2025"], ".VnTime")
    assert [row[0] for row in text.rows()] == ["Tên nhiệm vụ", "ban hành", "Đã số hoá", "2025"]
    ((encoding, fonts, cells, kept, samples),) = text.describe(0)
    assert (encoding, fonts, cells, kept) == ("tcvn3", (".VnTime",), 2, 1)
    assert samples == (("A2", "ban hµnh", "ban hành", False),)


def test_what_tells_nothing_by_itself_is_read_as_its_neighbours() -> None:
    """`Bé` is a word either way: "Bé" today, "Bộ" in the old font."""
    old = sheet_of(["Bé", "Së Néi vô", "ñy ban nh©n d©n"], ".VnTime")
    assert next(old.rows())[0] == "Bộ"
    today = sheet_of(["Bé", "Sở Nội vụ", "Uỷ ban nhân dân"], ".VnTime")
    assert next(today.rows())[0] == "Bé"
    assert today.describe(0) == []
