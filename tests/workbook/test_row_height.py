"""Rows are high enough for their text, and keep growing with it."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
import xlsxwriter

from r57desk.workbook.row_height import (
    GrowingSheet,
    characters_across,
    characters_per_line,
    count_lines,
    estimate_height,
)


def test_longer_text_is_never_lower() -> None:
    capacities = [(0, 20)]
    heights = [estimate_height(["a" * length], capacities) for length in range(0, 800, 7)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1] < 409.5


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("a" * 20, 1), ("a" * 21, 2), ("a\nb\n\nc", 4), ("A" * 20, 2), ("a" * 41 + "\nb", 4)]
)
def test_lines_are_counted(text: str, lines: int) -> None:
    assert count_lines(text, 20) == lines


def test_the_tallest_cell_decides_and_hidden_columns_do_not() -> None:
    values = ["1", "ẩn " * 500, "một", "hai\nba"]
    assert estimate_height(values, [(0, 5), (2, 10), (3, 10)]) == estimate_height(["a\nb"], [(0, 5)])
    assert estimate_height([None, 3, 0.5], [(0, 5), (1, 5), (2, 5)]) == estimate_height(["x"], [(0, 5)])


def test_wider_columns_hold_more() -> None:
    assert characters_per_line(5) < characters_per_line(17) < characters_per_line(42) < characters_across(60)
    assert characters_per_line(0) == 1


def test_only_rows_of_the_table_keep_growing() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("DS", worksheet_class=GrowingSheet)
    for row in range(6):
        sheet.set_row(row, 40 + row)
        sheet.write(row, 0, "x")
    sheet.grows_from, sheet.grows_to = 2, 4
    book.close()
    xml = zipfile.ZipFile(buffer).read("xl/worksheets/sheet1.xml").decode()
    fixed = {int(row) - 1: "customHeight" in tag for tag, row in re.findall(r'(<row r="(\d+)"[^>]*>)', xml)}
    assert fixed == {0: True, 1: True, 2: False, 3: False, 4: False, 5: True}
    assert xml.count(" ht=") == 6
