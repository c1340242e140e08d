"""Paper: the sheets of a task or a list, and the PDF of them. The window previews the same sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from r57desk.domain.fields import BY_CODE
from r57desk.domain.office import CENTRAL, parent_code
from r57desk.domain.query import Query
from r57desk.domain.task import Task
from r57desk.domain.values import format_value
from r57desk.errors import DeskError, Language
from r57desk.paper.model import Letterhead, Options, Sheet, Stamp
from r57desk.paper.profile import PROFILES
from r57desk.paper.task_list import DEFAULT_COLUMNS, ListContent, build_task_list
from r57desk.paper.task_sheet import HistoryLine, build_task_sheet
from r57desk.services import clock
from r57desk.services.history import HistoryEntry
from r57desk.services.outputs import check_output
from r57desk.services.query_words import describe

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

SheetKind = Literal["task", "list"]


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What can be chosen before printing. `style` "" is the register's; `filter_words` may be left off the page."""

    style: str = ""
    landscape: bool = True
    draft: bool = True
    grouped: bool = True
    filter_words: bool = True
    columns: tuple[str, ...] = field(default=DEFAULT_COLUMNS)


DEFAULT_OPTIONS = PrintOptions()


class PrintService:
    """Sheets of one register, as of a date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def task_list(self, query: Query, as_of: date, options: PrintOptions = DEFAULT_OPTIONS) -> Sheet:
        """The list of the tasks a query finds, grouped as in the annex."""
        content = ListContent(
            self._desk.tasks.find(query, as_of),
            filter_words=describe(query, self._desk.language) if options.filter_words else "",
            total=self._desk.tasks.count(as_of=as_of).total,
            columns=options.columns,
            grouped=options.grouped,
        )
        return build_task_list(content, self._letterhead(), self._stamp(as_of), self._paper_options(options))

    def task_sheet(self, row_id: str, as_of: date, options: PrintOptions = DEFAULT_OPTIONS) -> Sheet:
        """Everything known about one task, its history included."""
        return self._task_sheet(self._desk.tasks.get(row_id), as_of, options)

    def task_sheets(self, query: Query, as_of: date, options: PrintOptions = DEFAULT_OPTIONS) -> list[Sheet]:
        """A sheet for each task a query finds; DeskError `nothing_to_print` when it finds none."""
        tasks = self._desk.tasks.find(query, as_of)
        if not tasks:
            raise DeskError("nothing_to_print")
        return [self._task_sheet(task, as_of, options) for task in tasks]

    def write_pdf(
        self, path: Path, kind: SheetKind, query: Query, as_of: date, options: PrintOptions = DEFAULT_OPTIONS
    ) -> int:
        """Write the sheets to a PDF, whole or not at all; returns the number of pages."""
        from r57desk.paper.fonts import ensure_qt  # Qt is loaded only when something is drawn
        from r57desk.paper.layout import plan_pages
        from r57desk.paper.pdf import write_pdf

        check_output(path, self._desk.path, "danh-muc.pdf")
        sheets: Sequence[Sheet]
        sheets = (
            [self.task_list(query, as_of, options)] if kind == "list" else self.task_sheets(query, as_of, options)
        )
        ensure_qt()
        plan = plan_pages(sheets)
        write_pdf(path, plan, datetime.fromisoformat(clock.now()))
        return len(plan.pages)

    def _task_sheet(self, task: Task, as_of: date, options: PrintOptions) -> Sheet:
        history = [self._line(entry) for entry in self._desk.tasks.history(task.id) if _is_told(entry)]
        chosen = self._paper_options(options, landscape=False)
        return build_task_sheet(task, self._letterhead(), self._stamp(as_of), chosen, history)

    def _line(self, entry: HistoryEntry) -> HistoryLine:
        language = self._desk.language
        office = self._desk.register.find_office_name(entry.office)
        who = f"{entry.author}, {office}" if entry.author else office
        when = datetime.fromisoformat(entry.when).strftime("%d/%m/%Y %H:%M")
        old, new = (_words(entry.field, value, language) for value in (entry.old, entry.new))
        return HistoryLine(when, who, entry.label(language), old, new)

    def _letterhead(self) -> Letterhead:
        above = parent_code(self._desk.office)
        superior = self._desk.register.find_office_name(above) if above and above != CENTRAL else ""
        return Letterhead(self._desk.office_name.upper(), superior.upper(), self._desk.register.find_place())

    def _stamp(self, as_of: date) -> Stamp:
        revision = self._desk.register.revision()
        return Stamp(as_of, revision.number, revision.check_code, self._desk.warn_days)

    def _paper_options(self, options: PrintOptions, *, landscape: bool | None = None) -> Options:
        profile = PROFILES[options.style or self._desk.options["style"]]
        turned = options.landscape if landscape is None else landscape
        return Options(profile, turned, options.draft, self._desk.language)


def _is_told(entry: HistoryEntry) -> bool:
    """What was imported with the task is on the sheet already; the history tells what came after."""
    return not entry.field.startswith("#") and entry.state != "set_aside" and not (entry.source and entry.old is None)


def _words(code: str, value: str | None, language: Language) -> str:
    task_field = BY_CODE.get(code)
    return format_value(task_field.type, value, language) if task_field else value or ""
