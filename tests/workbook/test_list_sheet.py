"""A list to be read: header, rows of text whatever they look like, long ones cut short."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from r57desk.workbook.composing import write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.list_sheet import HEADER_ROW, ListColumn, ListSheet, write_list_sheet

ABOUT = ListSheet(
    "Một",
    "TIÊU ĐỀ",
    "phụ",
    [ListColumn("Số", 6, centred=True), ListColumn("Chữ", 40), ListColumn("Ba", 9), ListColumn("Tư", 9)],
    (1, 2),
)


@pytest.mark.parametrize("rows", [[], [("1", "=1+1", "x", ""), ("2", "từ " * 5000, "", "")]])
def test_rows_are_text(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    path = tmp_path / "x.xlsx"
    write_workbook(
        path, lambda book, looks: write_list_sheet(book, looks, ABOUT, rows, ExportOptions("", office_name="A"))
    )
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[HEADER_ROW + 1]] == ["Số", "Chữ", "Ba", "Tư"]
    assert sheet.max_row == HEADER_ROW + 1 + len(rows)
    assert sheet.print_title_rows == f"${HEADER_ROW + 1}:${HEADER_ROW + 1}"
    if rows:
        first, second = sheet.cell(HEADER_ROW + 2, 2), sheet.cell(HEADER_ROW + 3, 2)
        assert (first.value, first.data_type) == ("=1+1", "s")
        assert second.value.endswith("…")
        assert len(second.value) <= 4_000
        assert sheet.auto_filter.ref == f"A{HEADER_ROW + 1}:D{HEADER_ROW + 3}"
