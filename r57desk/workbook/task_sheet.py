"""The sheet of tasks in our own workbook: heading block, table, blank rows to add tasks, place to sign."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from r57desk.domain.deadline import format_day
from r57desk.domain.ids import random_row_id
from r57desk.domain.status import PROGRESS_CODES, label
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.workbook.export_options import MOTTO, ExportOptions
from r57desk.workbook.looks import Looks
from r57desk.workbook.marks import FIELD_NAME, GROUP_MARK, HEADER_NAME, ID_FIELD, OwnMark
from r57desk.workbook.row_height import (
    LINE,
    characters_across,
    characters_per_line,
    count_lines,
    estimate_height,
)
from r57desk.workbook.row_xml import RowSheet, RowXml, StyledNumber, find_style
from r57desk.workbook.task_columns import TASK_COLUMNS, find_shown, is_filled_in_by_executors, label_of

HEADER_ROW = 4  # 0-based; the heading block stands above
_LONGEST_TEXT = 32_767  # UTF-16 units, Excel's limit for a cell
_SURELY_FITS = _LONGEST_TEXT // 2
_AT = {column.code: place for place, column in enumerate(TASK_COLUMNS)}
_LAST = len(TASK_COLUMNS) - 1
_VALUES: Callable[[Task], tuple[Any, ...]] = attrgetter(*(column.code for column in TASK_COLUMNS))
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_A4 = 9
_FOOT_FONT = '&"Times New Roman,Regular"'


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Everything decided about the sheet before a cell is written."""

    file: str
    name: str
    title: str
    tasks: Sequence[Task]
    options: ExportOptions
    shown: frozenset[str]
    mark: OwnMark

    @property
    def last_shown(self) -> int:
        """The rightmost column to be seen and printed."""
        return max(at for at, column in enumerate(TASK_COLUMNS) if column.code in self.shown)

    def width_between(self, first: int, last: int) -> float:
        """The width of the columns shown from one to the other, in characters."""
        return sum(column.width for column in TASK_COLUMNS[first : last + 1] if column.code in self.shown)


def plan_sheet(file: str, tasks: Sequence[Task], options: ExportOptions) -> SheetPlan:
    """Decide which columns show and what the marks say."""
    name, title = options.words["sheet"], options.words["title"]
    columns = {at: column.code for at, column in enumerate(TASK_COLUMNS) if column.code != ID_FIELD}
    mark = OwnMark(
        options.export_id,
        name,
        HEADER_ROW,
        columns,
        _AT[ID_FIELD],
        options.office,
        options.office_name,
        options.when,
    )
    return SheetPlan(file, name, title, tasks, options, find_shown(tasks), mark)


def write_task_sheet(book: Workbook, sheet: RowSheet, plan: SheetPlan, looks: Looks) -> None:
    """Write the sheet from top to bottom; raises DeskError when a text is longer than a cell holds."""
    _set_columns(sheet, plan)
    _write_heading_block(sheet, plan, looks)
    _write_header(book, sheet, plan, looks)
    sheet.grows_from = HEADER_ROW + 1
    last = sheet.grows_to = _TableWriter(sheet, plan, looks).write()
    _write_signatures(sheet, plan, looks, last + 2)
    _set_behaviour(sheet, plan, last)
    _set_print(sheet, plan, last)


def _set_columns(sheet: Worksheet, plan: SheetPlan) -> None:
    for at, column in enumerate(TASK_COLUMNS):
        sheet.set_column(at, at, column.width, None, {"hidden": column.code not in plan.shown})


# -- above the table ------------------------------------------------------------------------------


def _write_heading_block(sheet: Worksheet, plan: SheetPlan, looks: Looks) -> None:
    """Issuing office and motto side by side, then the title and what the list covers."""
    left, right, last = _AT["lead"], _AT["progress"], plan.last_shown
    motto, second = MOTTO[plan.options.style]
    office = plan.options.office_name.upper()
    sheet.set_row(0, _height(office, plan.width_between(0, left)))
    sheet.merge_range(0, 0, 0, left, office, looks["block"])
    sheet.merge_range(0, right, 0, last, motto, looks["block"])
    if second:
        sheet.merge_range(1, right, 1, last, second, looks["motto"])
    sheet.set_row(2, 30)
    sheet.merge_range(2, 0, 2, last, plan.title, looks["title"])
    subtitle = _subtitle(plan)
    sheet.set_row(3, _height(subtitle, plan.width_between(0, last)) + 4)
    sheet.merge_range(3, 0, 3, last, subtitle, looks["subtitle"])


def _height(text: str, width: float) -> float:
    """The height a merged cell needs, which no program finds by itself."""
    return LINE * max(1, count_lines(text, characters_per_line(width)))


def _subtitle(plan: SheetPlan) -> str:
    """As of which day, how many tasks, under which document, by which filter."""
    options, words = plan.options, plan.options.words
    documents = {task.source_doc for task in plan.tasks}
    count = f"{len(plan.tasks):,}".replace(",", "." if options.language == "vi" else ",")
    parts = [
        words["as_of"].format(day=format_day(options.as_of)) if options.as_of else "",
        words["count"].format(count=count),
        words["document"].format(document=next(iter(documents)))
        if len(documents) == 1 and "" not in documents
        else "",
        words["filter"].format(filter=options.filter_words) if options.filter_words else "",
    ]
    return f"({'; '.join(part for part in parts if part)})"


def _write_header(book: Workbook, sheet: Worksheet, plan: SheetPlan, looks: Looks) -> None:
    """The header row, and the names that find its columns again wherever a person moves them."""
    quoted = f"'{plan.name}'"
    sheet.set_row(HEADER_ROW, 2 * LINE + 4)
    for at, column in enumerate(TASK_COLUMNS):
        look = looks["header_to_fill" if is_filled_in_by_executors(column) else "header"]
        sheet.write_string(HEADER_ROW, at, label_of(column, plan.options.language), look)
        cell = xl_rowcol_to_cell(HEADER_ROW, at, row_abs=True, col_abs=True)
        book.define_name(FIELD_NAME + column.code, f"={quoted}!{cell}")
    book.define_name(HEADER_NAME, f"={quoted}!{xl_range_abs(HEADER_ROW, 0, HEADER_ROW, _LAST)}")


# -- the table ------------------------------------------------------------------------------------


class _TableWriter:
    """Writes headings, tasks and blank rows, in order."""

    def __init__(self, sheet: RowSheet, plan: SheetPlan, looks: Looks) -> None:
        self._sheet, self._plan, self._looks = sheet, plan, looks
        self._row = HEADER_ROW + 1
        self._formats = [looks["centred" if column.centred else "text"] for column in TASK_COLUMNS]
        self._formats[_AT["percent"]] = looks["percent"]
        shown = [column.code in plan.shown for column in TASK_COLUMNS]
        self._number, self._percent, self._exact = (
            find_style(looks[name]) for name in ("number", "percent", "percent_exact")
        )
        self._xml = RowXml([find_style(look) for look in self._formats], shown)
        self._capacities = [
            (at, characters_per_line(c.width)) for at, c in enumerate(TASK_COLUMNS) if c.code in plan.shown
        ]
        language = plan.options.language
        self._progress = {code: label(code, language) for code in PROGRESS_CODES}

    def write(self) -> int:
        """Write all rows; the last row of the table."""
        group = ("", "")
        for task in self._plan.tasks:
            if (task.group_no, task.category) != group:
                group = (task.group_no, task.category)
                self._write_heading(*group)
            self._write_task(task)
        for _ in range(self._plan.options.blank_rows):
            self._write_blank()
        return self._row - 1

    def _write_task(self, task: Task) -> None:
        cells = self._cells_of(task)
        for value in cells:
            if value.__class__ is str and len(value) > _SURELY_FITS:
                self._check_length(task, value)
        height = estimate_height(cells, self._capacities)
        self._sheet.write_row_xml(self._row, self._xml.last, height, self._xml.format(self._row, cells))
        self._row += 1

    def _cells_of(self, task: Task) -> list[Any]:
        """What the columns show: texts, numbers with their look, None or "" for nothing."""
        cells = list(_VALUES(task))
        cells[_AT["progress"]] = self._progress[task.progress]
        if task.done_date is not None:
            cells[_AT["done_date"]] = format_day(task.done_date)
        if task.percent is not None:
            cells[_AT["percent"]] = self._share(task.percent)
        if _WHOLE_NUMBER.fullmatch(task.stt):
            cells[_AT["stt"]] = StyledNumber(int(task.stt), self._number)
        return cells

    def _share(self, percent: Decimal) -> StyledNumber:
        """A percentage as the share Excel shows with a % sign."""
        whole = percent == percent.to_integral_value()
        return StyledNumber(float(percent / 100), self._percent if whole else self._exact)

    def _check_length(self, task: Task, value: str) -> None:
        if len(value.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
            title = textwrap.shorten(task.title, 60, placeholder="…")
            raise DeskError("workbook_text_too_long", file=self._plan.file, title=title)

    def _write_heading(self, number: str, text: str) -> None:
        """A group's heading, in as many rows as its text needs across the table."""
        text = text or ("" if number else self._plan.options.words["ungrouped"])
        width = self._plan.width_between(_AT["title"], self._plan.last_shown)
        lines = textwrap.wrap(text, characters_across(width)) or [""]
        for place, line in enumerate(lines):
            self._sheet.set_row(self._row, LINE + 2)
            part = "_only" if len(lines) == 1 else {0: "_first", len(lines) - 1: "_last"}.get(place, "")
            self._write_heading_line(number if place == 0 else "", line, part)

    def _write_heading_line(self, number: str, line: str, part: str) -> None:
        row, sheet = self._row, self._sheet
        look = self._looks["heading" + part]
        numbered = self._looks["heading_number" + part]
        if number:
            sheet.write_string(row, _AT["stt"], number, numbered)
        else:
            sheet.write_blank(row, _AT["stt"], None, numbered)
        sheet.write_string(row, _AT[ID_FIELD], GROUP_MARK, look)
        sheet.write_string(row, _AT["title"], line, look)
        for at in range(_AT["title"] + 1, _LAST + 1):
            sheet.write_blank(row, at, None, look)
        self._row += 1

    def _write_blank(self) -> None:
        """A ruled row to add a task in; its id waits in the hidden column."""
        self._sheet.set_row(self._row, LINE + 6)
        for at, look in enumerate(self._formats):
            if at == _AT[ID_FIELD]:
                self._sheet.write_string(self._row, at, random_row_id(), look)
            else:
                self._sheet.write_blank(self._row, at, None, look)
        self._row += 1


# -- below and around the table -------------------------------------------------------------------


def _write_signatures(sheet: Worksheet, plan: SheetPlan, looks: Looks, row: int) -> None:
    """Place and date, who drafted it, who signs: printed as empty space."""
    words, left, right, last = plan.options.words, _AT["lead"], _AT["progress"], plan.last_shown
    sheet.merge_range(row, right, row, last, words["place"], looks["sign_note"])
    sheet.merge_range(row + 1, 0, row + 1, left, words["drafted"], looks["sign"])
    sheet.merge_range(row + 1, right, row + 1, last, words["signed"], looks["sign"])
    sheet.merge_range(row + 2, 0, row + 2, left, words["drafted_note"], looks["sign_note"])
    sheet.merge_range(row + 2, right, row + 2, last, words["signed_note"], looks["sign_note"])


def _set_behaviour(sheet: Worksheet, plan: SheetPlan, last: int) -> None:
    """Frozen header, filter buttons, lists to choose from, no warnings about numbers kept as text."""
    first, words = HEADER_ROW + 1, plan.options.words
    sheet.freeze_panes(first, _AT["title"] + 1)
    sheet.set_zoom(85)
    if last < first:
        return
    sheet.autofilter(HEADER_ROW, 0, last, _LAST)
    sheet.ignore_errors({"number_stored_as_text": xl_range(first, 0, last, _LAST)})
    labels = [label(code, plan.options.language) for code in PROGRESS_CODES]
    rules: dict[str, dict[str, Any]] = {
        "progress": {"validate": "list", "source": labels},
        "percent": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1},
    }
    for code, rule in rules.items():
        title = label_of(TASK_COLUMNS[_AT[code]], plan.options.language)
        message = {"error_type": "warning", "error_title": title, "error_message": words[code]}
        sheet.data_validation(first, _AT[code], last, _AT[code], {**rule, **message})


def _set_print(sheet: Worksheet, plan: SheetPlan, last: int) -> None:
    """A4 landscape, one page wide, header on every page, page number and packet code at the foot."""
    options = plan.options
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
    sheet.repeat_rows(HEADER_ROW)
    sheet.print_area(0, 0, last + 7, plan.last_shown)  # with room for a signature
    packet = options.words["packet"].format(id=options.export_id.replace("&", "&&"))
    sheet.set_footer(f"&L{_FOOT_FONT}&9{packet}&C{_FOOT_FONT}&11{options.words['page']}")
