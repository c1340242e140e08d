"""The sheet of tasks as Excel will show it: looked at with another library."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from r57desk.domain.ids import parse_row_mark
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.workbook.task_columns import TASK_COLUMNS
from r57desk.workbook.task_sheet import HEADER_ROW, plan_sheet
from r57desk.workbook.writer import ExportOptions, write_task_workbook

HEADER = HEADER_ROW + 1
AT = {column.code: place for place, column in enumerate(TASK_COLUMNS, 1)}
OPTIONS = ExportOptions("X1", "01", "Sở A & B", "2026-11-23T10:00:00", date(2026, 11, 23), "cơ quan: Sở A")


def sheet_of(tmp_path: Path, tasks: Sequence[Task], options: ExportOptions = OPTIONS) -> Any:
    path = tmp_path / "xuất.xlsx"
    write_task_workbook(path, tasks, options)
    return openpyxl.load_workbook(path).worksheets[0]


def test_text_is_text_whatever_it_begins_with(tmp_path: Path) -> None:
    texts = ['=HYPERLINK("x")', "+84", "-1", "@a", "1/2", "0123", "2025", "TRUE", "50%"]
    tasks = [
        Task(id=str(at), stt=f"{at}a", title=text, note=text, deadline_text=text) for at, text in enumerate(texts)
    ]
    sheet = sheet_of(tmp_path, tasks)
    for at, text in enumerate(texts, HEADER + 1):
        for code in ("title", "note", "deadline_text"):
            cell = sheet.cell(at, AT[code])
            assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_numbers_progress_and_dates_are_shown_as_people_write_them(tmp_path: Path) -> None:
    task = Task(
        id="1", stt="7", title="Một", progress="dang_thuc_hien", percent=Decimal("65.5"), done_date=date(2025, 7, 5)
    )
    whole = Task(id="2", stt="007", title="Hai", percent=Decimal(0))
    sheet = sheet_of(tmp_path, [task, whole])
    first, second = HEADER + 1, HEADER + 2
    assert (sheet.cell(first, AT["stt"]).value, sheet.cell(second, AT["stt"]).value) == (7, "007")
    assert sheet.cell(first, AT["progress"]).value == "Đang thực hiện"
    assert (sheet.cell(first, AT["percent"]).value, sheet.cell(second, AT["percent"]).value) == (0.655, 0)
    assert sheet.cell(first, AT["percent"]).number_format == "0.0###%"
    assert sheet.cell(second, AT["percent"]).number_format == "0%"
    assert sheet.cell(first, AT["done_date"]).value == "05/07/2025"


def test_groups_have_headings_and_nothing_in_the_table_is_merged(tmp_path: Path) -> None:
    long = "Nâng cao nhận thức, đột phá về đổi mới tư duy " * 8
    tasks = [
        Task(id="1", title="Một", group_no="I", category=long.strip()),
        Task(id="2", title="Hai", group_no="II", category="Thể chế"),
        Task(id="3", title="Ba"),
    ]
    sheet = sheet_of(tmp_path, tasks)
    rows = [(row[AT["stt"] - 1].value, row[AT["title"] - 1].value) for row in sheet.iter_rows(min_row=HEADER + 1)]
    starts = [at for at, (number, _) in enumerate(rows) if number in ("I", "II")]
    assert " ".join(text for _, text in rows[starts[0] : rows.index((None, "Một"))]) == long.strip()
    assert rows[starts[1]] == ("II", "Thể chế")
    assert (None, "Nhiệm vụ chưa xếp nhóm") in rows
    table = range(HEADER, HEADER + len(rows) - 4)
    assert not [merge for merge in sheet.merged_cells.ranges if merge.min_row in table]


def test_blank_rows_wait_with_ids_of_their_own(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, [Task(id="1", title="Một")])
    ids = [sheet.cell(row, AT["id"]).value for row in range(HEADER + 2, HEADER + 2 + OPTIONS.blank_rows)]
    marks = [parse_row_mark(text) for text in ids]
    assert all(mark and mark.fits("") for mark in marks)
    assert len(set(ids)) == OPTIONS.blank_rows
    assert sheet.cell(HEADER + 2, AT["title"]).border.left.style == "thin"


def test_it_can_be_filled_in_and_printed(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, [Task(id="1", title="Một")])
    last = HEADER + 1 + OPTIONS.blank_rows
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    progress = rules[f"K{HEADER + 1}:K{last}"]
    assert (progress.type, progress.errorStyle) == ("list", "warning")
    assert "Tạm dừng" in progress.formula1
    assert sheet.auto_filter.ref == f"A{HEADER}:V{last}"
    assert sheet.freeze_panes == f"D{HEADER + 1}"
    assert sheet.column_dimensions["B"].hidden
    assert sheet.column_dimensions["V"].hidden
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
    assert "X1" in sheet.oddFooter.left.text
    assert "&P" in sheet.oddFooter.center.text or "&[Page]" in sheet.oddFooter.center.text


def test_the_heading_block_says_whose_and_when(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, [Task(id="1", title="Một", source_doc="03/NQ-CP")])
    texts = [cell.value for row in sheet.iter_rows(max_row=HEADER_ROW) for cell in row if cell.value]
    assert texts[:4] == [
        "SỞ A & B",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "DANH MỤC NHIỆM VỤ",
    ]
    assert texts[4] == "(Tính đến ngày 23/11/2026; 1 nhiệm vụ; theo 03/NQ-CP; lọc: cơ quan: Sở A)"
    party = sheet_of(tmp_path, [Task(id="1", title="Một")], ExportOptions("X", style="party"))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in [cell.value for cell in party[1]]
    assert not [cell.value for cell in party[2] if cell.value]


def test_a_text_no_cell_can_hold_is_refused_not_cut(tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        sheet_of(tmp_path, [Task(id="1", title="Một", note="x" * 32_768)])
    assert caught.value.code == "workbook_text_too_long"
    assert "Một" in caught.value.sentence("vi")
    assert list(tmp_path.iterdir()) == []
    sheet_of(tmp_path, [Task(id="1", title="Một", note="x" * 32_767)])


def test_the_plan_names_every_column_and_the_last_one_shown() -> None:
    plan = plan_sheet("x.xlsx", [Task(id="1", title="Một")], OPTIONS)
    assert plan.mark.columns[2] == "title"
    assert plan.mark.id_column == 1
    assert TASK_COLUMNS[plan.last_shown].code == "note"
    assert plan.spans.width(0, 2) == 5 + 42
