"""The painted month: seven columns, Monday first, week numbers at the left, items that can be moved by a day.

Keys: arrows walk the days, and inside a day Up and Down walk its items first; Enter opens; Ctrl+Shift+←/→ moves
the item under the cursor by a day; Page Up and Page Down change the month.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QMenu,
    QTableView,
    QToolTip,
    QWidget,
)

from r57desk.domain.task import Task
from r57desk.ui.calendar_model import DAYS, DayCell, MonthModel
from r57desk.ui.day_painter import LEAST_ROW, MORE, DayPainter, ItemBox, StateOf
from r57desk.ui.dragging import pack_rows, unpack_rows
from r57desk.ui.theme import BASE, BREAKPOINT, SMALL, font, line_height, px, scroll_bar_sheet, tokens

Index = QModelIndex | QPersistentModelIndex
WEEK_WIDTH, WEEKEND_WIDTH = (36, 30), (90, 62)


def is_movable(task: Task) -> bool:
    """Whether a task stands on a day that can be moved: day precision, and not finished or cancelled."""
    return task.deadline.precision == "day" and task.progress not in ("hoan_thanh", "huy")


class WeekHeader(QHeaderView):
    """The week numbers at the left of the grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.fillRect(rect, tokens()["window"])
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens()["line"])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens()["line"])
        words = str(self.model().headerData(logical_index, Qt.Orientation.Vertical))
        painter.setFont(font(SMALL))
        painter.setPen(tokens()["text3"])
        spot = QRect(rect.left(), rect.top() + px(4), rect.width() - 1, line_height(BASE))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)


class MonthGrid(QTableView):
    """The month. Signals are requests: the view asks a service and shows the answer."""

    task_opened = Signal(str)
    day_opened = Signal(object)
    day_moved = Signal(str, object)  # row id, the day it was dropped on
    day_needed = Signal(object)  # the cursor walked out of the month, onto this day
    month_stepped = Signal(int)
    context_asked = Signal(object, object)  # Task, the menu to fill
    current_changed = Signal()

    def __init__(self, month: MonthModel, state_of: StateOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month, self.item = month, MORE - 1
        self.drop_day: date | None = None
        self._pressed: QPoint | None = None
        self._painter = DayPainter(self, state_of)
        self.setModel(month)
        self.setItemDelegate(self._painter)
        self.setVerticalHeader(WeekHeader(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Lịch tháng"))
        month.modelReset.connect(self._on_month_reset)
        month.dataChanged.connect(self._painter.forget)

    # -- what is where ---------------------------------------------------------------------------

    def more_words(self, hidden: int) -> str:
        """The words of the line that stands for items without room."""
        return self.tr("+%n việc", "", hidden)

    def current_day(self) -> date | None:
        """The day under the cursor."""
        cell = self.month.cell(self.currentIndex())
        return cell.day if cell else None

    def current_task(self) -> Task | None:
        """The task under the cursor."""
        cell = self.month.cell(self.currentIndex())
        return cell.tasks[self.item] if cell and 0 <= self.item < len(cell.tasks) else None

    def is_current_item(self, day: date, place: int) -> bool:
        """Whether an item is the one under the cursor, to be outlined."""
        return self.item == place and self.current_day() == day

    def select_day(self, day: date, row_id: str = "") -> None:
        """Put the cursor on a day shown, and on one of its tasks if named."""
        index = self.month.index_of(day)
        if not index.isValid():
            return
        cell = self.month.cell(index)
        places = (place for place, task in enumerate(cell.tasks) if task.id == row_id) if cell and row_id else ()
        self._set_current(index, next(iter(places), MORE - 1))

    def _set_current(self, index: QModelIndex, item: int) -> None:
        self.item = item
        self.setCurrentIndex(index)
        self.viewport().update()
        self.current_changed.emit()

    def _box_at(self, spot: QPoint) -> tuple[DayCell | None, ItemBox | None]:
        index = self.indexAt(spot)
        cell = self.month.cell(index)
        if cell is None:
            return None, None
        boxes = self._painter.boxes(cell, self.visualRect(index))
        return cell, next((box for box in boxes if box.rect.contains(spot)), None)

    def _stops(self, index: QModelIndex) -> list[int]:
        """The places Up and Down visit inside a day."""
        cell = self.month.cell(index)
        return [box.place for box in self._painter.boxes(cell, self.visualRect(index))] if cell else []

    def lay_out(self) -> None:
        """Spread the columns and rows over the room there is."""
        narrow = self.window().width() < BREAKPOINT
        self.verticalHeader().setFixedWidth(px(WEEK_WIDTH[narrow]))
        room = self.viewport().width()
        weekend = min(px(WEEKEND_WIDTH[narrow]), room // DAYS)  # large text must not make it the wider part
        edges = [round((room - 2 * weekend) * number / 5) for number in range(6)]
        edges += [room - weekend, room]
        for column in range(DAYS):
            self.setColumnWidth(column, max(1, edges[column + 1] - edges[column]))
        rows = self.month.rowCount()
        tall = self.viewport().height()
        for row in range(rows):
            height = tall * (row + 1) // rows - tall * row // rows
            self.setRowHeight(row, max(height, px(LEAST_ROW)))
        self._painter.forget()

    def _on_month_reset(self) -> None:
        self._painter.forget()
        self.item = MORE - 1
        self.lay_out()

    # -- moving ----------------------------------------------------------------------------------

    def move_item(self, by: int) -> None:
        """Ask to move the item under the cursor by some days."""
        task, day = self.current_task(), self.current_day()
        if task is not None and day is not None and is_movable(task):
            self.day_moved.emit(task.id, day + timedelta(days=by))

    def _walk_days(self, by: int) -> None:
        day = self.current_day()
        if day is None:
            return
        wanted = day + timedelta(days=by)
        index = self.month.index_of(wanted)
        if not index.isValid():
            self.day_needed.emit(wanted)
        elif by < 0 and by % DAYS == 0:  # coming from below: onto the last item
            self._set_current(index, (self._stops(index) or [MORE - 1])[-1])
        elif by % DAYS == 0:
            self._set_current(index, (self._stops(index) or [MORE - 1])[0])
        else:
            self._set_current(index, MORE - 1)

    def _walk_items(self, by: int) -> None:
        stops = self._stops(self.currentIndex())
        place = stops.index(self.item) if self.item in stops else -1
        wanted = place + by
        if place == -1 and by > 0 and stops:
            self._set_current(self.currentIndex(), stops[0])
        elif place == 0 and by < 0:
            self._set_current(self.currentIndex(), MORE - 1)
        elif place >= 0 and 0 <= wanted < len(stops):
            self._set_current(self.currentIndex(), stops[wanted])
        else:
            self._walk_days(by * DAYS)

    def _open_current(self) -> None:
        task, day = self.current_task(), self.current_day()
        cell = self.month.cell(self.currentIndex())
        if task is not None:
            self.task_opened.emit(task.id)
        elif day is not None and cell is not None and cell.tasks:
            self.day_opened.emit(day)

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        if held == both and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.move_item(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk_days(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._walk_items(-1 if key == Qt.Key.Key_Up else 1)
        elif plain and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.month_stepped.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        cell, box = self._box_at(spot)
        if cell is None:
            return
        self._set_current(self.month.index_of(cell.day), box.place if box else MORE - 1)
        self._pressed = spot if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell, box = self._box_at(event.position().toPoint())
        if self._pressed is not None and cell is not None and box is not None and box.place == MORE:
            self.day_opened.emit(cell.day)
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self._open_current()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        task = self.current_task()
        if self._pressed is None or task is None or not is_movable(task):
            box = self._box_at(spot)[1]
            shape = Qt.CursorShape.PointingHandCursor if box and box.place == MORE else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        elif (spot - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self._drag(task)

    def _drag(self, task: Task) -> None:
        drag = QDrag(self)
        drag.setMimeData(pack_rows([task.id]))
        index = self.currentIndex()
        cell = self.month.cell(index)
        boxes = self._painter.boxes(cell, self.visualRect(index)) if cell else []
        area = next((box.rect for box in boxes if box.place == self.item), None)
        if area is not None:
            drag.setPixmap(self.viewport().grab(area))
            drag.setHotSpot(QPoint(area.width() // 2, area.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)
        self._aim(None)

    def _aim(self, day: date | None) -> None:
        if day != self.drop_day:
            self.drop_day = day
            self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(unpack_rows(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        cell = self.month.cell(self.indexAt(event.position().toPoint()))
        self._aim(cell.day if cell else None)
        event.setAccepted(cell is not None and bool(unpack_rows(event.mimeData())))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        cell = self.month.cell(self.indexAt(event.position().toPoint()))
        rows = unpack_rows(event.mimeData())
        self._aim(None)
        if cell is None or not rows:
            event.ignore()
            return
        event.acceptProposedAction()
        for row_id in rows:
            self.day_moved.emit(row_id, cell.day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        task = self.current_task()
        if task is None:
            return
        menu = QMenu(self)
        self.context_asked.emit(task, menu)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu.exec(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell, box = self._box_at(event.pos())
            if cell is not None and box is not None and box.place != MORE:
                QToolTip.showText(event.globalPos(), cell.tasks[box.place].title, self.viewport(), box.rect)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)
