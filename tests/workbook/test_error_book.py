"""The error list says of every cell what was read, why not, and what to do; it is no list of tasks itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.errors import DeskError
from r57desk.workbook.error_book import ErrorSource, write_error_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Remark
from r57desk.workbook.reasons import REASONS

ASIDE = [
    Remark("DS", "G14", "progress", "Quá hạn", "timeliness_typed"),
    Remark("DS", "W3", "#exists", "?", "delete_unread"),
]
NOTES = [Remark("DS", "B9", "", "ABC", "id_damaged")]
SOURCE = ErrorSource("trả về.xlsx", "Sở A", "23/11/2026")


def rows_of(path: Path) -> list[tuple[Any, ...]]:
    return [
        tuple(cell.value for cell in row) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=5)
    ]


def test_one_row_for_each_cell(tmp_path: Path) -> None:
    path = tmp_path / "lỗi.xlsx"
    write_error_workbook(path, ASIDE, NOTES, SOURCE, ExportOptions("", office_name="UBND tỉnh A"))
    header, *rows = rows_of(path)
    assert header == ("STT", "Trang tính", "Ô", "Cột", "Đã đọc được", "Vì sao", "Cách sửa", "Tình trạng")
    assert rows[0][:5] == ("1", "DS", "G14", "Tiến độ", "Quá hạn")
    assert rows[0][5].startswith("Đúng hạn, quá hạn do phần mềm tính")
    assert rows[0][6].startswith("Chọn mức tiến độ")
    assert [row[3] for row in rows] == ["Tiến độ", "Xoá?", None]
    assert [row[7] for row in rows] == ["Chưa nhận", "Chưa nhận", "Đã nhận, cần xem"]
    subtitle = openpyxl.load_workbook(path).worksheets[0]["A4"].value
    assert subtitle == "(Tệp “trả về.xlsx” của Sở A nhập ngày 23/11/2026; 2 ô chưa nhận; 1 ô đã nhận, cần xem)"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reason_can_be_listed(tmp_path: Path, language: Any) -> None:
    path = tmp_path / "lỗi.xlsx"
    remarks = [Remark("DS", "A1", "note", "x", code) for code in sorted({*REASONS, *PROBLEMS, *DOUBTS})]
    write_error_workbook(path, remarks, [], ErrorSource("x.xlsx"), ExportOptions("", language=language))
    assert len(rows_of(path)) == 1 + len(remarks)
    assert all(all(row[4:8]) for row in rows_of(path))


def test_it_is_no_list_of_tasks(tmp_path: Path) -> None:
    path = tmp_path / "lỗi.xlsx"
    write_error_workbook(path, ASIDE, NOTES, SOURCE, ExportOptions(""))
    with pytest.raises(DeskError) as caught:
        read_workbook(path)
    assert caught.value.code == "workbook_no_list"
