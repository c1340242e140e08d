"""The calendar: strips above a month, the undated tasks beside it. Month, week or list, over the window's query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from r57desk.domain.lunar import lunar_date, lunar_label
from r57desk.domain.task import Task
from r57desk.services.task_run import TaskRun
from r57desk.ui import calendar_words as words
from r57desk.ui.calendar_grid import MonthGrid, is_movable
from r57desk.ui.calendar_model import DAYS, DayCell, MonthModel, shown_days, step_month
from r57desk.ui.calendar_strips import Strips
from r57desk.ui.chip import Chip
from r57desk.ui.day_list import DayList
from r57desk.ui.lazy_view import LazyView
from r57desk.ui.moved_deadline import move_deadline
from r57desk.ui.parts import Bar, Button, Rule, icon_button, label
from r57desk.ui.section_list import Section, SectionList
from r57desk.ui.shown_values import grouped
from r57desk.ui.side import Side
from r57desk.ui.theme import PANEL_TITLE, font, px
from r57desk.ui.weekday_bar import WeekdayBar

if TYPE_CHECKING:
    from r57desk.ui.jobs import Jobs
    from r57desk.ui.session import Session

_SIDE_WIDTH = (252, 196)
_SIDE_HEAD = 31
MODES = ("month", "week", "list")


class CalendarView(LazyView):
    """A month of the register. Reads when it is shown; moving a deadline is one edit, undone like any other."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._mode = "month"
        self._day = session.desk.today()  # the month (or week) shown is this day's
        self._strip_tasks: dict[str, TaskRun] = {}
        self._days: dict[date, TaskRun] = {}
        self._build_content()
        self.bar_start, self.bar_end = self._build_bar_start(), self._build_bar_end()
        self._add_keys()

    # -- building --------------------------------------------------------------------------------

    def _build_content(self) -> None:
        self._month = MonthModel(self._describe_day, words.weekdays())
        self.strips = Strips()
        self.grid = MonthGrid(self._month, self._state)
        self.weekdays = WeekdayBar(words.weekdays(), self.grid)
        self.agenda = SectionList(self._spoken, self._state)
        self.agenda.setAccessibleName(self.tr("Việc theo ngày"))
        grid_page = QWidget()
        _column(grid_page, self.weekdays, self.grid)
        self._pages = QStackedWidget()
        self._pages.addWidget(grid_page)
        self._pages.addWidget(self.agenda)
        left, self.side = QWidget(), self._build_side()
        _column(left, self.strips, self._pages)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self.side)
        self._connect_content()

    def _build_side(self) -> QWidget:
        side = Side("left")
        head = Bar("band", "bottom")
        head.setFixedHeight(px(_SIDE_HEAD))
        self.undated_count = label("", "text2")
        inside = QHBoxLayout(head)
        inside.setContentsMargins(12, 0, 12, 0)
        inside.addWidget(label(self.tr("Không gắn ngày"), bold=True))
        inside.addWidget(self.undated_count)
        inside.addStretch(1)
        self.undated = SectionList(self._spoken)
        self.undated.setAccessibleName(self.tr("Không gắn ngày"))
        _column(side, head, self.undated).setContentsMargins(1, 0, 0, 0)
        return side

    def _connect_content(self) -> None:
        self.setFocusProxy(self.grid)
        for part in (self.grid, self.strips, self.undated, self.agenda):
            part.task_opened.connect(self._session.open_task)
        for part in (self.undated, self.agenda):
            part.task_chosen.connect(self._choose)
        self.grid.day_opened.connect(self._open_day)
        self.grid.day_moved.connect(self.move_task)
        self.grid.day_needed.connect(self.show_day)
        self.grid.month_stepped.connect(self.turn)
        self.grid.context_asked.connect(self._fill_menu)
        self.grid.current_changed.connect(self._on_grid_current_changed)
        self.strips.all_asked.connect(self._open_strip)

    def _build_bar_start(self) -> QWidget:
        bar = QWidget()
        self._back = icon_button("chevron-left", self.tr("Tháng trước"), "Alt+←")
        self._forth = icon_button("chevron-right", self.tr("Tháng sau"), "Alt+→")
        self.title = label("", bold=True)
        self.title.setFont(font(PANEL_TITLE, bold=True))
        self.title.setMinimumWidth(QFontMetrics(self.title.font()).horizontalAdvance(words.month_title(2000, 12)))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._today = Button(self.tr("Hôm nay"))
        self.days_words = label("", "text2")
        self._back.clicked.connect(lambda: self.turn(-1))
        self._forth.clicked.connect(lambda: self.turn(1))
        self._today.clicked.connect(lambda: self.show_day(self._session.desk.today()))
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._back, self.title, self._forth):
            row.addWidget(part)
        row.addSpacing(2)
        row.addWidget(self._today)
        row.addSpacing(4)
        row.addWidget(self.days_words)
        rule = Rule(upright=True)
        rule.setFixedHeight(px(20))
        row.addWidget(rule)
        return bar

    def _build_bar_end(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._modes = QButtonGroup(self)
        names = {"month": self.tr("Tháng"), "week": self.tr("Tuần"), "list": self.tr("Danh sách")}
        self.mode_chips: dict[str, Chip] = {}
        for mode in MODES:
            chip = Chip(names[mode], chevron=False)
            chip.setCheckable(True)
            chip.setChecked(mode == self._mode)
            chip.clicked.connect(lambda _checked=False, mode=mode: self.set_mode(mode))
            self._modes.addButton(chip)
            self.mode_chips[mode] = chip
            row.addWidget(chip)
        return bar

    def _add_keys(self) -> None:
        for keys, by in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.ALT | keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.turn(by))

    # -- what is shown ---------------------------------------------------------------------------

    def hint(self) -> str:
        """The line for the status bar."""
        return self.tr("Kéo việc sang ngày khác để đổi hạn hoặc đề nghị gia hạn")

    def shown_month(self) -> tuple[int, int]:
        """Year and month shown."""
        return self._day.year, self._day.month

    def set_mode(self, mode: str) -> None:
        """Show a month, a week, or the month as a list."""
        self._mode = mode
        self.mode_chips[mode].setChecked(True)
        self._pages.setCurrentIndex(1 if mode == "list" else 0)
        self.reload()

    def turn(self, by: int) -> None:
        """The next or previous month; in the week mode, week."""
        if self._mode == "week":
            self.show_day(self._day + timedelta(days=DAYS * by))
            return
        year, month = step_month(*self.shown_month(), by)
        if date.min.year < year < date.max.year:
            self.show_day(date(year, month, 1))

    def show_day(self, day: date) -> None:
        """Show the month (or week) of a day and put the cursor on it."""
        self._day = day
        self.reload()
        self.grid.select_day(day)

    def reload(self) -> None:
        """Ask the register again."""
        session, (year, month) = self._session, self.shown_month()
        found = session.desk.tasks.month(year, month, session.query, session.as_of)
        self._days = found.days
        chosen, task = self.grid.current_day() or self._day, self.grid.current_task()
        self._month.set_cells(self._cells(found.days))
        self.grid.select_day(chosen, task.id if task else "")
        names = words.strip_names(year, month)
        for code, strip in self.strips.strips.items():
            strip.set_name(names[code])
            self._strip_tasks[code] = found.strips[code]
            strip.set_tasks(self._strip_tasks[code], self._state, self._spoken)
        self._show_undated(found.undated)
        self._show_agenda(found.days)
        self._show_title()

    def _cells(self, days: Mapping[date, TaskRun]) -> list[DayCell]:
        year, month = self.shown_month()
        shown = shown_days(year, month)
        if self._mode == "week":
            monday = self._day - timedelta(days=self._day.weekday())
            shown = [monday + timedelta(days=number) for number in range(DAYS)]
        return [self._cell(day, days.get(day, ())) for day in shown]

    def _cell(self, day: date, tasks: Sequence[Task]) -> DayCell:
        calendar, today = self._session.desk.days, self._session.desk.today()
        lunar = lunar_date(day)
        lunar_words = f"{lunar.day}/{lunar.month}" if day.day == 1 else lunar_label(day)
        public = calendar.find(day)
        make_up = public is not None and public.type == "lam_bu"
        named = public is not None and (make_up or day.weekday() < DAYS - 2)
        remark = words.day_remark(public.name, make_up=make_up) if public and named else ""
        in_month = self._mode == "week" or (day.year, day.month) == self.shown_month()
        return DayCell(day, in_month, calendar.is_working(day), day == today, make_up, lunar_words, remark, tasks)

    def _show_undated(self, undated: Mapping[str, TaskRun]) -> None:
        names = words.undated_names()
        self.undated.sections.set_sections([Section(names[code], undated.get(code, ())) for code in names])
        self.undated_count.setText(grouped(sum(map(len, undated.values()))))

    def _show_agenda(self, days: Mapping[date, TaskRun]) -> None:
        if self._mode == "list":
            in_month = [day for day in sorted(days) if (day.year, day.month) == self.shown_month()]
            self.agenda.sections.set_sections([Section(words.long_date(day), days[day]) for day in in_month])

    def _show_title(self) -> None:
        year, month = self.shown_month()
        monday = self._day - timedelta(days=self._day.weekday())
        week = self._mode == "week"
        self.title.setText(words.week_title(monday) if week else words.month_title(year, month))
        first = monday if week else date(year, month, 1)
        after = monday + timedelta(days=DAYS) if week else date(*step_month(year, month, 1), 1)
        calendar, today = self._session.desk.days, self._session.desk.today()
        last = after - timedelta(days=1)
        left = calendar.count(today, last) if first <= today <= last else None
        self.days_words.setText(words.working_days(calendar.count(first, last), left))

    # -- what the window asks --------------------------------------------------------------------

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) task in the month."""
        shown = [(day, place) for day, tasks in sorted(self._days.items()) for place in range(len(tasks))]
        here = self._find_current()
        wanted = shown.index(here) + by if here is not None else 0
        if 0 <= wanted < len(shown):
            day, place = shown[wanted]
            self.grid.select_day(day, self._days[day][place].id)

    def _find_current(self) -> tuple[date, int] | None:
        """The day that holds the session's current task, and its place in it."""
        current = self._session.current
        number = self._session.desk.tasks.find_number(current) if current else None
        found = ((day, tasks.numbers.index(number)) for day, tasks in self._days.items() if number in tasks.numbers)
        return next(found, None) if number is not None else None

    def follow_current(self) -> None:
        """Put the cursor on the session's current task where the month shows it."""
        here = self._find_current()
        if here is not None:
            self.grid.select_day(here[0], self._session.current)

    def show_task(self, row_id: str) -> None:
        """Put the cursor on a task due on a day, in whatever month that is."""
        task = self._session.find_task(row_id)
        if task is not None and task.deadline.precision == "day" and task.deadline.due is not None:
            if not self._month.index_of(task.deadline.due).isValid():
                self.show_day(task.deadline.due)
            self.grid.select_day(task.deadline.due, row_id)

    # -- words -----------------------------------------------------------------------------------

    def _describe_day(self, cell: DayCell) -> str:
        return words.describe_day(cell, (self._spoken(task) for task in cell.tasks))

    # -- doing -----------------------------------------------------------------------------------

    def move_task(self, row_id: str, day: date) -> None:
        """Put a deadline on another day: an edit, or a request where another office decides it."""
        task = self._session.find_task(row_id)
        if task is None or not is_movable(task) or task.deadline.due == day:
            return
        changes = self._session.set_fields((row_id,), {"deadline_text": move_deadline(task.deadline, day)})
        if (
            changes is not None and "deadline_text" in changes.written
        ):  # one that was only asked for stays where it is
            if not self._month.index_of(day).isValid():
                self.show_day(day)
            self.grid.select_day(day, row_id)

    def _fill_menu(self, task: Task, menu: QMenu) -> None:
        menu.addAction(self.tr("Mở chi tiết\tEnter"), lambda: self._session.open_task(task.id))
        menu.addSeparator()
        earlier = menu.addAction(self.tr("Chuyển sớm một ngày\tCtrl+Shift+←"), lambda: self.grid.move_item(-1))
        later = menu.addAction(self.tr("Chuyển muộn một ngày\tCtrl+Shift+→"), lambda: self.grid.move_item(1))
        for action in (earlier, later):
            action.setEnabled(is_movable(task))

    def _choose(self, row_id: str) -> None:
        self._session.select((row_id,), row_id)

    def _open_day(self, day: date) -> None:
        index = self._month.index_of(day)
        cell = self._month.cell(index)
        if cell is not None:
            spot = self.grid.viewport().mapToGlobal(self.grid.visualRect(index).topLeft())
            self._open_list(words.long_date(day), cell.tasks, spot)

    def _open_strip(self, code: str) -> None:
        strip = self.strips.strips[code]
        spot = strip.more.mapToGlobal(QPoint(0, strip.more.height()))
        self._open_list(strip.name.text(), self._strip_tasks.get(code, ()), spot)

    def _open_list(self, title: str, tasks: Sequence[Task], spot: QPoint) -> None:
        opened = DayList(title, tasks, self._state, self._spoken, self)
        opened.task_opened.connect(self._session.open_task)
        opened.show_at(spot)

    def _on_grid_current_changed(self) -> None:
        task = self.grid.current_task()
        if task is not None:
            self._choose(task.id)

    def fit(self, *, narrow: bool) -> None:
        """Take the measures for the present size."""
        self.side.setFixedWidth(px(_SIDE_WIDTH[narrow]))
        self.days_words.setVisible(not narrow)
        for strip in self.strips.strips.values():
            strip.set_narrow(narrow=narrow)


def _column(widget: QWidget, *parts: QWidget) -> QVBoxLayout:
    """The parts one under another without gaps; the last takes the room."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return column
