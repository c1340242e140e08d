"""Fonts in an .xlsx: of cells by their styles, of pieces by their runs."""

from __future__ import annotations

from pathlib import Path

from r57desk.workbook.archive import open_archive
from r57desk.workbook.fonts_xlsx import XlsxFonts
from r57desk.workbook.gate import Limits
from r57desk.workbook.run_fonts import FONTS, MIXED


def test_each_cell_has_the_font_of_its_style_or_of_its_runs(old_book: Path) -> None:
    fonts = XlsxFonts(open_archive(old_book.read_bytes(), "cu.xlsx", Limits()))
    found = fonts.read_sheet("Cu")
    assert found.names == {"tcvn3": {".VnTime", ".VnTimeH"}}
    assert [bytes(found.rows.get(row, b"")) for row in range(6)] == [
        bytes([1, 1, 1]), bytes([2, 2, 2]), bytes([1, 1, 1]), bytes([1, 1, 1]), b"", bytes([0, MIXED]),
    ]  # fmt: skip
    assert [run.text for run in found.runs[5, 1]] == ["NghÞ ", "quyÕt", " số 57"]
    assert [run.font for run in found.runs[5, 1]] == [FONTS[1], FONTS[2], None]
    other = fonts.read_sheet("VNI")
    assert (bytes(other.rows[0]), bytes(other.rows[1])) == (bytes([3]), bytes([MIXED]))
    assert fonts.read_sheet("không có").rows == {}
