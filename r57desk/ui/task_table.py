"""The task table itself: fixed row heights, several sort keys, editing in place, TT and title frozen when narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.ui.cell_editing import CellEditing
from r57desk.ui.column_layout import ColumnLayout
from r57desk.ui.columns import COLUMNS, FROZEN, column_name
from r57desk.ui.kept_place import KeptPlace
from r57desk.ui.parts import Bar
from r57desk.ui.row_heights import set_heights
from r57desk.ui.session import Session
from r57desk.ui.table_header import SortMark, TaskHeader
from r57desk.ui.task_delegate import TaskDelegate
from r57desk.ui.task_table_model import TaskTableModel, field_of
from r57desk.ui.theme import ROW_COMPACT, ROW_COSY, px, scroll_bar_sheet

if TYPE_CHECKING:
    from r57desk.ui.editors import CellEditor
    from r57desk.ui.frozen_columns import FrozenColumns

_MOST_TALL_GROUPS = 500  # beyond this, headings take the height of a row: 0.1 ms each adds up
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskGrid(QTableView):
    """A view of TaskTableModel. It writes through the session and asks for everything else by signals."""

    panel_asked = Signal()
    chosen = Signal()  # the selection changed
    resized = Signal()  # the room for columns changed
    sort_asked = Signal(str, bool)
    refused = Signal(str)  # an editor was left with a value that cannot be kept

    def __init__(self, session: Session, model: TaskTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tasks = model
        self.hovered_row = -1
        self.editing = CellEditing(self, session)
        self._kept = KeptPlace()
        self._low_rows: list[int] = []
        self._frozen: FrozenColumns | None = None
        self._marks: dict[int, SortMark] = {}
        self._ready = False
        self.delegate = TaskDelegate(self, model)
        self._dress()
        self.columns = ColumnLayout(self)
        self.columns.changed.connect(self._follow_sideways)
        self._ready = True
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        model.dataChanged.connect(self.editing.follow)
        self.set_compact(False)

    def _dress(self) -> None:
        self._make_viewport()
        header = TaskHeader(self)
        self.setHorizontalHeader(header)
        header.sort_asked.connect(self._on_header_sort_asked)
        self.setModel(self.tasks)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalScrollBar().valueChanged.connect(self._on_sideways_valueChanged)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_sheet())
        self.setCornerWidget(Bar("surface", ""))
        self.setAccessibleName(self.tr("Bảng nhiệm vụ"))

    def _make_viewport(self) -> None:
        """A viewport of our own: to find the type of Qt's, PySide would first make all classes of widgets (10 ms)."""
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    def language(self) -> Language:
        """The language of the window."""
        return self._session.language

    # -- heights and widths ---------------------------------------------------------------------------

    def row_height(self) -> int:
        """The height of a task row in logical pixels."""
        return px(ROW_COMPACT if self.delegate.compact else ROW_COSY)

    def set_compact(self, compact: bool) -> None:
        """Gọn (one line) or Thoáng (two lines)."""
        self.delegate.compact = compact
        self._set_heights()

    def _set_heights(self) -> None:
        """Every row at its height; headings are shorter than two-line rows."""
        headings = self.tasks.heading_rows()
        headings = headings if len(headings) <= _MOST_TALL_GROUPS else []
        self._low_rows = set_heights(self.verticalHeader(), self.row_height(), self._low_rows, headings)
        self.updateGeometries()
        self._follow_sideways()

    def _follow_sideways(self) -> None:
        self.viewport().update()
        if self._frozen is not None:
            self._frozen.place()

    def _on_sideways_valueChanged(self, value: int) -> None:
        """The frozen columns are made when the table first scrolls under them."""
        if value > 0 and self._frozen is None:
            from r57desk.ui.frozen_columns import FrozenColumns

            self._frozen = FrozenColumns(self)
            self._frozen.header.sort_asked.connect(self._on_header_sort_asked)
            self._frozen.header.set_marks(self._marks)
            self._frozen.place()

    def banner_width(self) -> int:
        """How wide a group heading is painted."""
        return min(self.viewport().width(), max(self.horizontalHeader().length(), 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_sideways()
        self.resized.emit()

    # -- the frozen columns ---------------------------------------------------------------------------

    def scrollTo(
        self,
        index: QModelIndex,  # type: ignore[override]
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        covered = self._frozen.shown_width() if self._frozen is not None else 0
        rect = self.visualRect(index)
        if covered and COLUMNS[index.column()] not in FROZEN and rect.left() < covered:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - (covered - rect.left()))

    def cell_at(self, spot: QPoint) -> QModelIndex:
        """The cell under a point of the viewport, frozen columns included."""
        if self._frozen is not None and self._frozen.covers(spot):
            return self._frozen.indexAt(spot)
        return self.indexAt(spot)

    def cell_rect(self, index: QModelIndex) -> QRect:
        """Where a cell is seen, frozen columns included."""
        if self._frozen is not None and self._frozen.keeps(index):
            return self._frozen.visualRect(index)
        return self.visualRect(index)

    # -- selection ------------------------------------------------------------------------------------

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._repaint()
        if self._ready:
            self.chosen.emit()

    def selected_spans(self) -> list[tuple[int, int]]:
        """The chosen rows as spans of table rows, each once, from the top."""
        spans: list[tuple[int, int]] = []
        for first, last in sorted({(span.top(), span.bottom()) for span in self._ranges()}):
            if spans and first <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
            else:
                spans.append((first, last))
        return spans

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.size())]

    def selected_count(self) -> int:
        """How many tasks are chosen; never reads them."""
        return sum(self.tasks.count_tasks(first, last) for first, last in self.selected_spans())

    def selected_tasks(self) -> Iterator[Task]:
        """The chosen tasks from the top."""
        for first, last in self.selected_spans():
            yield from self.tasks.tasks_in(first, last)

    def current_task(self) -> Task | None:
        """The task the keyboard is on."""
        index = self.currentIndex()
        return self.tasks.task_at(index.row()) if index.isValid() else None

    def choose_row(self, row: int, *, column: int | None = None) -> None:
        """Choose one row and put the keyboard on it."""
        if row < 0:
            return
        place = column if column is not None else max(self.currentIndex().column(), 0)
        if self.isColumnHidden(place):
            place = COLUMNS.index("title")
        index = self.tasks.index(row, place)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Choose the next (1) or the previous (-1) task, over headings."""
        row = self.currentIndex().row() + by
        while 0 <= row < self.tasks.rowCount():
            if self.tasks.group_at(row) is None:
                self.choose_row(row)
                return
            row += by

    def _before_reset(self) -> None:
        self.close_editor()
        self._kept = KeptPlace.of(self)

    def _after_reset(self) -> None:
        self._set_heights()
        self._kept.restore(self)
        self.chosen.emit()

    # -- focus and hover ------------------------------------------------------------------------------

    def shows_focus(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the keyboard is on this cell."""
        return self.hasFocus() and self.editing.editor is None and self.currentIndex() == index

    def shows_focus_row(self, row: int) -> bool:
        """Whether the keyboard is on this row."""
        return self.hasFocus() and self.currentIndex().row() == row

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self._repaint()

    def _repaint(self) -> None:
        self.viewport().update()
        if self._frozen is not None:
            self._frozen.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(int(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close_editor(keep=True)
        row = self.rowAt(int(event.position().y()))
        group = self.tasks.group_at(row) if row >= 0 else None
        if group is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.tasks.fold(group, group.key not in self.tasks.folded())
            self._focus_heading(self.tasks.heading_rows().index(row) if row in self.tasks.heading_rows() else 0)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.cell_at(event.position().toPoint())
        if not index.isValid() or self.tasks.group_at(index.row()) is not None:
            return
        if COLUMNS[index.column()] in FROZEN or not field_of(index.column()):
            self.panel_asked.emit()
        else:
            self.open_editor(index)

    # -- keys -----------------------------------------------------------------------------------------

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing: there are no one-letter keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._keys().get(event.key())
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if action is not None and plain and action():
            event.accept()
            return
        super().keyPressEvent(event)

    def _keys(self) -> dict[int, Callable[[], bool]]:
        return {
            **dict.fromkeys(_ENTER, self._on_enter),
            Qt.Key.Key_F2: self._on_edit,
            Qt.Key.Key_Space: self._on_tick,
            Qt.Key.Key_Left: lambda: self._on_fold(True),
            Qt.Key.Key_Right: lambda: self._on_fold(False),
        }

    def _on_enter(self) -> bool:
        group = self.tasks.group_at(self.currentIndex().row())
        if group is not None:
            return self._on_fold(group.key not in self.tasks.folded())
        self.panel_asked.emit()
        return True

    def _on_edit(self) -> bool:
        self.open_editor(self.currentIndex())
        return True

    def _on_tick(self) -> bool:
        index = self.currentIndex()
        if self.tasks.task_at(index.row()) is None:
            return True
        flags = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(index, flags)
        return True

    def _on_fold(self, folded: bool) -> bool:
        row = self.currentIndex().row()
        group = self.tasks.group_at(row) if row >= 0 else None
        if group is None:
            return False
        place = self.tasks.heading_rows().index(row)
        self.tasks.fold(group, folded)
        self._focus_heading(place)
        return True

    def _focus_heading(self, place: int) -> None:
        row = self.tasks.heading_rows()[place]
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.tasks.index(row, 0), flag)

    # -- sorting --------------------------------------------------------------------------------------

    def _on_header_sort_asked(self, logical: int, add: bool) -> None:
        if 0 <= logical < len(COLUMNS):
            self.sort_asked.emit(COLUMNS[logical], add)

    def set_sort_marks(self, marks: dict[str, SortMark]) -> None:
        """Show the sort keys in the heading row."""
        found = self._marks = {COLUMNS.index(code): mark for code, mark in marks.items() if code in COLUMNS}
        for view in (self, self._frozen):
            header = view.horizontalHeader() if view is not None else None
            if isinstance(header, TaskHeader):
                header.set_marks(found)

    # -- editing --------------------------------------------------------------------------------------

    def open_editor(self, index: QModelIndex) -> CellEditor | None:
        """Open the editor of a cell in place; None where there is nothing to edit."""
        return self.editing.open(index)

    def editor(self) -> CellEditor | None:
        """The open editor, if any."""
        return self.editing.editor

    def close_editor(self, *, keep: bool = False) -> None:
        """Close the open editor, keeping its value when asked and possible."""
        self.editing.close(keep=keep)

    # -- copying --------------------------------------------------------------------------------------

    def copy(self, *, headings: bool = False) -> int:
        """Put the chosen rows on the clipboard as text and as a table; answers how many."""
        from r57desk.ui.clipboard import table_mime

        codes = self.columns.in_order()
        rows = [[self.tasks.cell_text(task, code) for code in codes] for task in self.selected_tasks()]
        if not rows:
            return 0
        count = len(rows)
        if headings:
            rows.insert(0, [column_name(code, self._session.language) for code in codes])
        QGuiApplication.clipboard().setMimeData(table_mime(rows))
        return count
