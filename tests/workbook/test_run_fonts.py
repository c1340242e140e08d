"""One byte a cell for its old font, runs where there are several."""

from __future__ import annotations

from r57desk.domain.legacy_fonts import LegacyFont, Run
from r57desk.workbook.run_fonts import FONTS, MIXED, CellFonts


def test_only_old_fonts_are_noted() -> None:
    fonts = CellFonts()
    fonts.note(2, 3, "Calibri")
    assert fonts.rows == {}
    fonts.note(2, 3, ".VnTimeH")
    assert bytes(fonts.rows[2]) == bytes([0, 0, 0, FONTS.index(LegacyFont("tcvn3", capitals=True))])
    assert fonts.names == {"tcvn3": {".VnTimeH"}}


def test_runs_in_one_font_are_one_text_and_empty_ones_are_none() -> None:
    fonts = CellFonts()
    fonts.note_runs(0, 0, [("Nghi", "VNI-Times"), ("", "Arial"), ("eân", "VNI-Helve")])
    assert (bytes(fonts.rows[0]), fonts.runs) == (bytes([FONTS.index(LegacyFont("vni"))]), {})
    fonts.note_runs(0, 1, [("số ", "Arial"), ("57", ".VnTime")])
    assert fonts.rows[0][1] == MIXED
    assert fonts.runs[0, 1] == (Run("số ", None), Run("57", LegacyFont("tcvn3")))
    fonts.note_runs(1, 0, [("a", "Arial"), ("b", "Calibri")])
    assert 1 not in fonts.rows


def test_a_cell_beyond_the_last_column_costs_nothing() -> None:
    fonts = CellFonts()
    fonts.note(0, 10**9, ".VnTime")
    assert fonts.rows == {}
