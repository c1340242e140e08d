"""Our own task workbook: official to look at, filled in with Excel alone, and read back without a doubt.

Text is always written as text, whatever it begins with. Nothing inside the table is merged, so that sorting works; a
group's heading is one row, or several for a long text, each marked in the id column.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from r57desk.domain.deadline import format_day
from r57desk.domain.task import Task
from r57desk.errors import DeskError, Language
from r57desk.workbook.atomic import new_workbook_file
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.guide import guide_lines
from r57desk.workbook.looks import Looks
from r57desk.workbook.marks import SHEET, format_mark
from r57desk.workbook.row_height import characters_per_line, estimate_height
from r57desk.workbook.row_xml import RowSheet
from r57desk.workbook.task_sheet import SheetPlan, plan_sheet, write_task_sheet

__all__ = ["ExportOptions", "write_task_workbook"]

_MOST_TASKS = 500_000  # with a heading for each, still fewer than the rows of a sheet
_MARK_SENTENCES = (
    "Trang này do phần mềm r57desk ghi để nhận ra tệp và từng cột khi đọc lại. Không sửa, không xoá.",
    "r57desk wrote this sheet to know the file and its columns again when it is read back. Do not change or delete it.",
)
_GUIDE_WIDTHS = (22, 90, 34)
_GUIDE = {"vi": ("Hướng dẫn", "HƯỚNG DẪN GHI BẢNG", "Ví dụ"), "en": ("Guide", "HOW TO FILL IN THE TABLE", "Example")}


def write_task_workbook(path: Path, tasks: Sequence[Task], options: ExportOptions) -> None:
    """Write the tasks, in the order given, as a workbook; the file appears whole or not at all.

    Raises DeskError when it cannot be written; what stood there before is then unchanged.
    """
    if len(tasks) > _MOST_TASKS:
        raise DeskError("workbook_too_many_tasks", file=path.name, count=len(tasks))
    with new_workbook_file(path) as draft:
        draft.write_bytes(_compose(path.name, tasks, options))


def _compose(file: str, tasks: Sequence[Task], options: ExportOptions) -> bytes:
    """The bytes of the workbook. They are gathered in memory: a zip file that hits a full disk cannot be closed."""
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        # The default font stays as it is: another one would fix the height of every row, and long text be cut off.
        book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "tmpdir": scratch})
        try:
            _fill(book, file, tasks, options)
            book.close()
        finally:
            for sheet in book.worksheets():
                sheet._opt_close()  # when given up half-way; Windows deletes no file that is open
    return buffer.getvalue()


def _fill(book: Workbook, file: str, tasks: Sequence[Task], options: ExportOptions) -> None:
    looks = Looks(book)
    plan = plan_sheet(file, tasks, options)
    sheet = book.add_worksheet(plan.name, worksheet_class=RowSheet)
    guide = book.add_worksheet(_GUIDE[options.language][0])
    marks = book.add_worksheet(SHEET)
    write_task_sheet(book, sheet, plan, looks)
    _write_guide(guide, looks, options.language)
    _write_marks(marks, looks, plan)
    _describe(book, plan)


def _write_guide(sheet: Worksheet, looks: Looks, language: Language) -> None:
    _, title, example = _GUIDE[language]
    for column, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title, looks["guide_title"])
    sheet.write_string(1, 2, example, looks["subtitle"])
    capacities = [(at, characters_per_line(width)) for at, width in enumerate(_GUIDE_WIDTHS)]
    for row, line in enumerate(guide_lines(language), 2):
        about, text, sample = line
        sheet.set_row(row, estimate_height(line, capacities))
        sheet.write_string(row, 0, about, looks["guide_about"])
        sheet.write_string(row, 1, text, looks["guide_text"])
        sheet.write_string(row, 2, sample, looks["guide_text"])
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _write_marks(sheet: Worksheet, looks: Looks, plan: SheetPlan) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, " ".join(_MARK_SENTENCES), looks["plain"])
    for row, piece in enumerate(format_mark(plan.mark), 1):
        sheet.write_string(row, 0, piece, looks["plain"])
    sheet.hide()


def _describe(book: Workbook, plan: SheetPlan) -> None:
    """The file's properties; its dates are the export's, so that the same export gives the same bytes."""
    options = plan.options
    properties: dict[str, object] = {
        "title": plan.title,
        "author": options.office_name,
        "subject": options.as_of and format_day(options.as_of),
    }
    if options.when:
        properties["created"] = datetime.fromisoformat(options.when)
    book.set_properties({name: value for name, value in properties.items() if value})
    book.set_custom_property("r57desk", options.export_id, "text")
