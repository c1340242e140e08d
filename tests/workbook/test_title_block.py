"""The title block and the place to sign stand where official papers have them."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from r57desk.workbook.composing import write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.title_block import Spans, write_signatures, write_title_block

SPANS = Spans(1, 2, 3, (10, 0, 20, 30))


def test_office_and_motto_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    for style, second in (("state", "Độc lập - Tự do - Hạnh phúc"), ("party", None)):
        options = ExportOptions("X", office_name="Sở A", style=style)  # type: ignore[arg-type]

        def fill(book, looks, options=options):  # type: ignore[no-untyped-def]
            sheet = book.add_worksheet("Một")
            write_title_block(sheet, looks, SPANS, options, "TIÊU ĐỀ", "một\nhai", "Gói số 7")
            write_signatures(sheet, looks, SPANS, options.words, 6)

        write_workbook(path, fill)
        sheet = openpyxl.load_workbook(path).worksheets[0]
        assert (sheet["A1"].value, sheet["A2"].value, sheet["C2"].value) == ("SỞ A", "Gói số 7", second)
        assert (sheet["A3"].value, sheet["A4"].value) == ("TIÊU ĐỀ", "một\nhai")
        assert (sheet["A8"].value, sheet["C8"].value) == ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG CƠ QUAN")
        assert sheet.row_dimensions[4].height > 30


def test_widths_leave_hidden_columns_out() -> None:
    assert SPANS.width(0, 1) == 10
    assert SPANS.width(0, 3) == 60
