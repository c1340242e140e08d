"""The sheet of tasks in our own workbook: heading block, table, blank rows to add tasks, place to sign."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any

from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from r57desk.domain.deadline import format_day
from r57desk.domain.ids import format_row_mark, random_row_id
from r57desk.domain.status import PROGRESS_CODES, label
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.workbook.composing import A4, footer
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.looks import OPEN, Looks
from r57desk.workbook.marks import DELETE_FIELD, FIELD_NAME, GROUP_MARK, HEADER_NAME, ID_FIELD, OwnMark
from r57desk.workbook.row_height import (
    LINE,
    characters_across,
    characters_per_line,
    estimate_height,
)
from r57desk.workbook.row_xml import RowSheet, RowXml, StyledNumber, find_style
from r57desk.workbook.task_columns import (
    DELETE_COLUMN,
    TASK_COLUMNS,
    TaskColumn,
    find_shown,
    is_filled_in_by_executors,
    label_of,
)
from r57desk.workbook.title_block import BLOCK_ROWS, Spans, write_signatures, write_title_block

HEADER_ROW = BLOCK_ROWS  # 0-based; the title block stands above
_LONGEST_TEXT = 32_767  # UTF-16 units, Excel's limit for a cell
_SURELY_FITS = _LONGEST_TEXT // 2
_AT = {column.code: place for place, column in enumerate(TASK_COLUMNS)}
_VALUES: Callable[[Task], tuple[Any, ...]] = attrgetter(*(column.code for column in TASK_COLUMNS))
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")
_ALLOWED = dict.fromkeys(("sort", "autofilter", "format_columns", "format_rows"), True)  # on a protected sheet


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
    columns: tuple[TaskColumn, ...] = TASK_COLUMNS

    @property
    def last(self) -> int:
        """The last column, shown or not."""
        return len(self.columns) - 1

    @property
    def last_shown(self) -> int:
        """The rightmost column to be seen and printed."""
        return max(at for at, column in enumerate(self.columns) if column.code in self.shown)

    @property
    def spans(self) -> Spans:
        """What the title block and the signatures reach over."""
        widths = [column.width if column.code in self.shown else 0 for column in self.columns]
        return Spans(_AT["lead"], _AT["progress"], self.last_shown, widths)


def plan_sheet(file: str, tasks: Sequence[Task], options: ExportOptions) -> SheetPlan:
    """Decide which columns show and what the marks say."""
    name, title = options.words["sheet"], options.words["title"]
    fields = {at: column.code for at, column in enumerate(TASK_COLUMNS) if column.code != ID_FIELD}
    mark = OwnMark(
        options.export_id, name, HEADER_ROW, fields, _AT[ID_FIELD], options.office, options.office_name, options.when
    )
    if not options.is_packet:
        return SheetPlan(file, name, title, tasks, options, find_shown(tasks), mark)
    mark = replace(
        mark, kind="tasks", to=options.to, to_name=options.to_name, number=options.number,
        delete_column=len(TASK_COLUMNS),
    )  # fmt: skip
    shown = find_shown(tasks) | {DELETE_FIELD}
    return SheetPlan(file, name, title, tasks, options, shown, mark, (*TASK_COLUMNS, DELETE_COLUMN))


def write_task_sheet(book: Workbook, sheet: RowSheet, plan: SheetPlan, looks: Looks) -> None:
    """Write the sheet from top to bottom; raises DeskError when a text is longer than a cell holds."""
    _set_columns(sheet, plan)
    write_title_block(sheet, looks, plan.spans, plan.options, plan.title, _subtitle(plan), plan.options.number_words)
    _write_header(book, sheet, plan, looks)
    sheet.grows_from = HEADER_ROW + 1
    last = sheet.grows_to = _TableWriter(sheet, plan, looks).write()
    write_signatures(sheet, looks, plan.spans, plan.options.words, last + 2)
    _set_behaviour(sheet, plan, last)
    _set_print(sheet, plan, last)


def _set_columns(sheet: Worksheet, plan: SheetPlan) -> None:
    for at, column in enumerate(plan.columns):
        sheet.set_column(at, at, column.width, None, {"hidden": column.code not in plan.shown})


# -- above the table ------------------------------------------------------------------------------


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
    covers = f"({'; '.join(part for part in parts if part)})"
    if not options.is_packet:
        return covers
    names = words["packet_from_to"].format(
        office=options.office_name or options.office, to=options.to_name or options.to
    )
    return f"{names}\n{covers}"


def _write_header(book: Workbook, sheet: Worksheet, plan: SheetPlan, looks: Looks) -> None:
    """The header row, and the names that find its columns again wherever a person moves them."""
    quoted = f"'{plan.name}'"
    sheet.set_row(HEADER_ROW, 2 * LINE + 4)
    for at, column in enumerate(plan.columns):
        look = looks["header_to_fill" if is_filled_in_by_executors(column) else "header"]
        sheet.write_string(HEADER_ROW, at, label_of(column, plan.options.language), look)
        cell = xl_rowcol_to_cell(HEADER_ROW, at, row_abs=True, col_abs=True)
        book.define_name(FIELD_NAME + column.code, f"={quoted}!{cell}")
    book.define_name(HEADER_NAME, f"={quoted}!{xl_range_abs(HEADER_ROW, 0, HEADER_ROW, plan.last)}")


# -- the table ------------------------------------------------------------------------------------


class _TableWriter:
    """Writes headings, tasks and blank rows, in order."""

    def __init__(self, sheet: RowSheet, plan: SheetPlan, looks: Looks) -> None:
        self._sheet, self._plan, self._looks = sheet, plan, looks
        self._row = HEADER_ROW + 1
        formats = [looks[_look_of(column, is_blank=False)] for column in plan.columns]
        self._blank_formats = [looks[_look_of(column, is_blank=True)] for column in plan.columns]
        shown = [column.code in plan.shown for column in plan.columns]
        self._number, self._percent, self._exact = (
            find_style(looks[name]) for name in ("number", "percent" + OPEN, "percent_exact" + OPEN)
        )
        self._xml = RowXml([find_style(look) for look in formats], shown)
        self._headings: dict[str, RowXml] = {}
        self._beyond = [None] * (len(plan.columns) - len(TASK_COLUMNS))
        self._capacities = [
            (at, characters_per_line(c.width)) for at, c in enumerate(plan.columns) if c.code in plan.shown
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
        options = self._plan.options
        ids = options.blanks if options.is_packet else (random_row_id() for _ in range(options.blank_rows))
        for row_id in ids:
            self._write_blank(format_row_mark(row_id, ""))
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
        cells = [*_VALUES(task), *self._beyond]
        cells[_AT[ID_FIELD]] = format_row_mark(task.id, task.title)
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
        width = self._plan.spans.width(_AT["title"], self._plan.last_shown)
        lines = textwrap.wrap(text, characters_across(width)) or [""]
        for place, line in enumerate(lines):
            part = "_only" if len(lines) == 1 else {0: "_first", len(lines) - 1: "_last"}.get(place, "")
            cells: list[Any] = [None] * len(self._plan.columns)
            cells[_AT["stt"]], cells[_AT[ID_FIELD]], cells[_AT["title"]] = number, GROUP_MARK, line
            self._sheet.write_row_xml(
                self._row, self._xml.last, LINE + 2, self._heading(part).format(self._row, cells)
            )
            self._row, number = self._row + 1, ""

    def _heading(self, part: str) -> RowXml:
        """The cells of one line of a heading: `part` tells the first and the last of its lines."""
        if part not in self._headings:
            styles = [find_style(self._looks["heading" + part])] * len(self._plan.columns)
            styles[_AT["stt"]] = find_style(self._looks["heading_number" + part])
            self._headings[part] = RowXml(styles, [True] * len(styles))
        return self._headings[part]

    def _write_blank(self, mark: str) -> None:
        """A ruled row to add a task in; its id waits in the hidden column."""
        self._sheet.set_row(self._row, LINE + 6)
        for at, look in enumerate(self._blank_formats):
            if at == _AT[ID_FIELD]:
                self._sheet.write_string(self._row, at, mark, look)
            else:
                self._sheet.write_blank(self._row, at, None, look)
        self._row += 1


def _look_of(column: TaskColumn, *, is_blank: bool) -> str:
    """The look of a column's cells; those to be filled in are open also on a protected sheet."""
    look = "percent" if column.code == "percent" else "centred" if column.centred else "text"
    is_open = is_filled_in_by_executors(column) or (is_blank and column.code != ID_FIELD)
    return look + OPEN if is_open else look


# -- below and around the table -------------------------------------------------------------------


def _set_behaviour(sheet: Worksheet, plan: SheetPlan, last: int) -> None:
    """Frozen header, filter buttons, lists to choose from, no warnings about numbers kept as text."""
    first, words = HEADER_ROW + 1, plan.options.words
    sheet.freeze_panes(first, _AT["title"] + 1)
    sheet.set_zoom(85)
    if plan.options.is_packet:
        sheet.protect("", _ALLOWED)
    if last < first:
        return
    sheet.autofilter(HEADER_ROW, 0, last, plan.last)
    sheet.ignore_errors({"number_stored_as_text": xl_range(first, 0, last, plan.last)})
    labels = [label(code, plan.options.language) for code in PROGRESS_CODES]
    rules: dict[str, dict[str, Any]] = {
        "progress": {"validate": "list", "source": labels},
        "percent": {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1},
    }
    if plan.options.is_packet:
        rules[DELETE_FIELD] = {"validate": "list", "source": ["x"]}
    places = {column.code: at for at, column in enumerate(plan.columns)}
    for code, rule in rules.items():
        at = places[code]
        title = label_of(plan.columns[at], plan.options.language)
        message = {"error_type": "warning", "error_title": title, "error_message": words[code]}
        sheet.data_validation(first, at, last, at, {**rule, **message})


def _set_print(sheet: Worksheet, plan: SheetPlan, last: int) -> None:
    """A4 landscape, one page wide, header on every page, page number and packet code at the foot."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
    sheet.repeat_rows(HEADER_ROW)
    sheet.print_area(0, 0, last + 7, plan.last_shown)  # with room for a signature
    sheet.set_footer(footer(plan.options))
