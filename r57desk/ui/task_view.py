"""The view “Nhiệm vụ”: the table, its columns and orders, and what is said when nothing matches."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QWidget

from r57desk.domain.deadline import Deadline
from r57desk.domain.status import DONE, PROGRESS_CODES
from r57desk.domain.task import Task
from r57desk.services.tasks import SortKey
from r57desk.ui.choice_menu import add_choices
from r57desk.ui.columns import COLUMNS, DEFAULT, FROZEN, column_name, fit_columns
from r57desk.ui.marks import MARK
from r57desk.ui.painting import state_width
from r57desk.ui.parts import Button
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_progress
from r57desk.ui.state_words import state_of
from r57desk.ui.table_header import SortMark
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel
from r57desk.ui.theme import BREAKPOINT, font, px, tokens
from r57desk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from r57desk.ui.jobs import Jobs
    from r57desk.ui.notices import EmptyState

# name of an order of rows, its sort keys: (field, descending)
_ORDERS: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...] = (
    (str(QT_TRANSLATE_NOOP("TaskView", "Theo phụ lục")), ()),
    (str(QT_TRANSLATE_NOOP("TaskView", "Theo thời hạn")), (("due", False), ("progress", True))),
    (str(QT_TRANSLATE_NOOP("TaskView", "Theo cơ quan chủ trì")), (("lead", False), ("due", False))),
    (str(QT_TRANSLATE_NOOP("TaskView", "Theo tiến độ")), (("progress", False), ("due", False))),
)

_CELL_MARGIN = 17  # logical pixels left and right of the words of a cell
_LONGEST_LATE = 888  # days: a state word of three figures fits its column
# columns whose order is not that of their text
_SORT_FIELDS = {"deadline_text": "due"}


def _column_of(field: str) -> str:
    return next((column for column, sorted_by in _SORT_FIELDS.items() if sorted_by == field), field)


class TaskView(QWidget):
    """The table with what belongs to it; `bar_end` goes to the right end of the filter bar."""

    panel_asked = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._memory = WindowMemory()
        self.chosen: list[str] = self._memory.columns() or list(DEFAULT)
        self._widths = self._memory.column_widths()
        self.model = TaskTableModel(session, self)
        self.model.set_folded(self._memory.folded())
        self.grid = TaskGrid(session, self.model)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.grid)
        self.bar_end = self._make_bar_end()
        self.setFocusProxy(self.grid)
        self._connect()
        self.grid.columns.place(self.chosen)
        self.set_compact(self._memory.compact())
        self._show_order()
        self._on_model_reset()
        self.follow_current()

    def _connect(self) -> None:
        grid, session = self.grid, self._session
        grid.chosen.connect(self._on_grid_chosen)
        grid.panel_asked.connect(self.panel_asked)
        grid.resized.connect(self.fit)
        grid.columns.dragged.connect(self._on_grid_dragged)
        grid.columns.moved.connect(self._on_grid_moved)
        grid.sort_asked.connect(self._on_grid_sort_asked)
        grid.refused.connect(session.told)
        self.model.modelReset.connect(self._on_model_reset)
        session.sort_changed.connect(self._show_order)
        session.panel_changed.connect(self.fit)

    @cached_property
    def _nothing(self) -> EmptyState:
        """What is shown when no task matches; built when that first happens."""
        from r57desk.ui.notices import EmptyState

        made = EmptyState(
            "search", self.tr("Không có nhiệm vụ nào khớp"), self.tr("Bỏ bớt điều kiện lọc để xem các nhiệm vụ khác.")
        )
        made.add_button(self.tr("Bỏ lọc"), "x", self._session.clear_filters)
        self._stack.addWidget(made)
        return made

    def _make_bar_end(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._order_button = Button("", "list-checks", "quiet", chevron=True)
        self._columns_button = Button(self.tr("Cột"), "columns-3", "quiet")
        self._density_button = Button(self.tr("Giãn dòng"), "rows-2", "quiet")
        self._order_button.clicked.connect(self.open_orders)
        self._columns_button.clicked.connect(self.open_columns)
        self._density_button.clicked.connect(lambda: self.set_compact(not self.grid.delegate.compact))
        for button in (self._order_button, self._columns_button, self._density_button):
            row.addWidget(button)
        return box

    # -- the shell asks -------------------------------------------------------------------------------

    def hint(self) -> str:
        """What the status bar says of this view."""
        return ""

    def set_window_width(self, width: int) -> None:
        """Take the form for a window of this width: a narrow one keeps the order button alone."""
        for button in (self._columns_button, self._density_button):
            button.setVisible(width >= BREAKPOINT)

    def step(self, by: int) -> None:
        """Choose the next or the previous task."""
        self.grid.step(by)

    def follow_current(self) -> None:
        """Put the keyboard on the session's current task, wherever it was chosen."""
        current = self._session.current
        shown = self.grid.current_task()
        if not current or (shown is not None and shown.id == current):
            return
        number = self._session.desk.tasks.find_number(current)
        row = self.model.reveal(number) if number is not None else -1
        if row >= 0:
            self.grid.choose_row(row)

    def copy(self, *, headings: bool = False) -> int:
        """Put the chosen rows on the clipboard; answers how many."""
        return self.grid.copy(headings=headings)

    def clear_selection(self) -> None:
        """Keep only the current row chosen."""
        row = self.grid.currentIndex().row()
        if row >= 0 and self.model.task_at(row) is not None:
            self.grid.choose_row(row)
        else:
            self.grid.clearSelection()

    # -- following the grid ---------------------------------------------------------------------------

    def _on_model_reset(self) -> None:
        empty = self.model.task_count() == 0 and self._session.filtered()
        self._stack.setCurrentWidget(self._nothing if empty else self.grid)

    def _on_grid_chosen(self) -> None:
        current = self.grid.current_task()
        self._session.select_lazily(
            self.grid.selected_count(),
            lambda: tuple(task.id for task in self.grid.selected_tasks()),
            current.id if current is not None else "",
        )
        self._memory.set_folded(self.model.folded())

    # -- order ----------------------------------------------------------------------------------------

    def _on_grid_sort_asked(self, code: str, add: bool) -> None:
        self._session.set_sort(next_sort(self._session.sort, _SORT_FIELDS.get(code, code), add=add))

    def _show_order(self) -> None:
        keys = self._session.sort
        several = len(keys) > 1
        marks: dict[str, SortMark] = {
            _column_of(key.field): (key.descending, place if several else 0) for place, key in enumerate(keys, 1)
        }
        self.grid.set_sort_marks(marks or {"stt": (False, 0)})
        now = tuple((key.field, key.descending) for key in keys)
        name = next((name for name, order in _ORDERS if order == now), "")
        words = self._order_name(name) if name else self.tr("Theo cột đã chọn")
        self._order_button.setText(self.tr("Cách xem: {order}").format(order=words))
        self._order_button.updateGeometry()

    def _order_name(self, name: str) -> str:
        return QCoreApplication.translate("TaskView", name)

    def open_orders(self) -> None:
        """The orders of rows, as a menu."""
        menu = QMenu(self)
        now = tuple((key.field, key.descending) for key in self._session.sort)
        orders = [(self._order_name(name), order == now, partial(self._set_order, order)) for name, order in _ORDERS]
        add_choices(menu, orders)
        menu.addSeparator()
        menu.addAction(self.tr("Mở mọi nhóm"), lambda: self.model.set_folded(()))
        menu.addAction(self.tr("Gập mọi nhóm"), self.model.fold_all)
        menu.addSeparator()
        menu.addAction(self.tr("Cột…"), self.open_columns)
        compact = self.grid.delegate.compact
        dense = (self.tr("Giãn dòng: Thoáng"), False), (self.tr("Giãn dòng: Gọn"), True)
        add_choices(menu, [(words, value == compact, partial(self.set_compact, value)) for words, value in dense])
        menu.popup(self._order_button.mapToGlobal(QPoint(0, self._order_button.height() + 2)))

    def _set_order(self, order: tuple[tuple[str, bool], ...]) -> None:
        self._session.set_sort(tuple(SortKey(field, descending) for field, descending in order))

    # -- columns and rows -----------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        """Gọn or Thoáng, remembered."""
        self.grid.set_compact(compact)
        self._memory.set_compact(compact)
        words = self.tr("Giãn dòng: Gọn") if compact else self.tr("Giãn dòng: Thoáng")
        self._density_button.setToolTip(words)
        self.fit()

    def fit(self, *_: object) -> None:
        """Give the columns the room there is."""
        room = self.grid.viewport().width()
        if room < 100:
            return
        widths = fit_columns(
            self.chosen,
            self._widths,
            room,
            window=self.window().width(),
            panel=self._session.panel_open,
            compact=self.grid.delegate.compact,
            scale=tokens().scale,
            words=self._word_widths(),
        )
        self.grid.columns.show(widths)

    def _word_widths(self) -> dict[str, int]:
        """What the longest usual state words need: open and late, done late, every progress."""
        day, language = self._session.as_of, self._session.language
        late = Deadline(due=day - timedelta(days=_LONGEST_LATE), precision="day")
        tasks = (Task("", deadline=late), Task("", deadline=late, progress=DONE, done_date=day))
        states = [state_of(task, day, language) for task in tasks]
        against = max(state_width(state.word, state.icon) for state in states) + _CELL_MARGIN
        metrics = QFontMetrics(font())
        progress = max(metrics.horizontalAdvance(shown_progress(code, language)) for code in PROGRESS_CODES)
        return {
            "deadline_text": against,
            "timeliness": against,
            "progress": progress + px(MARK) + 4 + _CELL_MARGIN,
        }

    def _on_grid_dragged(self, code: str, width: int) -> None:
        self._widths[code] = width
        self._memory.set_column_widths(self._widths)
        if code != "title":
            self.fit()

    def _on_grid_moved(self) -> None:
        order = self.grid.columns.in_order()
        self.chosen = order + [code for code in self.chosen if code not in order]
        self._memory.set_columns(self.chosen)

    def set_columns(self, chosen: list[str]) -> None:
        """Show these columns, in this order after TT and title; remembered."""
        self.chosen = [*FROZEN, *(code for code in chosen if code not in FROZEN)]
        self._memory.set_columns(self.chosen)
        self.grid.columns.place(self.chosen)
        self.fit()

    def reset_columns(self) -> None:
        """The columns and widths the program came with."""
        self._widths = {}
        self._memory.set_column_widths({})
        self.set_columns(list(DEFAULT))

    def open_columns(self) -> QMenu:
        """Choose columns, as a menu that stays open while ticking."""
        from PySide6.QtWidgets import QWidgetAction

        from r57desk.ui.toggles import Tick

        menu = QMenu(self)
        for code in COLUMNS:
            if code in FROZEN:
                continue
            tick = Tick(column_name(code, self._session.language))
            tick.setChecked(code in self.chosen)
            tick.setContentsMargins(10, 0, 10, 0)
            tick.toggled.connect(lambda on, code=code: self._on_column_toggled(code, on))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(12, 0, 16, 0)
            row.addWidget(tick)
            action = QWidgetAction(menu)
            action.setDefaultWidget(holder)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Về cột mặc định"), self.reset_columns)
        owner = self._columns_button if self._columns_button.isVisible() else self._order_button
        menu.popup(owner.mapToGlobal(QPoint(0, owner.height() + 2)))
        return menu

    def _on_column_toggled(self, code: str, on: bool) -> None:
        rest = [kept for kept in self.chosen if kept != code]
        self.set_columns([*rest, code] if on else rest)


def next_sort(sort: tuple[SortKey, ...], code: str, *, add: bool) -> tuple[SortKey, ...]:
    """The order after a click on a heading: up, then down, then out; `add` keeps the other keys."""
    held = next((key for key in sort if key.field == code), None)
    rest = tuple(key for key in sort if key.field != code) if add else ()
    if held is None:
        return (*rest, SortKey(code, False))
    if held.descending:
        return rest
    turned = SortKey(code, True)
    return tuple(turned if key.field == code else key for key in sort) if add else (turned,)
