"""A plain table of lines that are read and opened, not edited: columns with a share of the width, one ring per line.

It is as high as its lines: the page it stands on scrolls.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_focus, paint_line
from r57desk.ui.theme import BASE, BREAKPOINT, SECOND, TABLE_HEADER, font, px, tokens

Index = QModelIndex | QPersistentModelIndex
LINE = 36
PAD, EDGE = 8, 16
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, and `fixed` px or a share of what is left, in a wide and a narrow window."""

    name: str
    fixed: tuple[int, int] = (0, 0)
    share: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in one cell: words, their colour token, an icon before and quiet words behind them.

    A cell in `accent` is a link: a click on it does `act` of the line instead of opening the line.
    """

    text: str
    ink: str = "text"
    icon: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class TableLine:
    """One line: what it is about, its cells, and what a click on its link asks for."""

    key: str
    cells: tuple[Said, ...]
    act: str = ""


class LineModel(QAbstractTableModel):
    """Lines as a Qt model."""

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.lines: tuple[TableLine, ...] = ()

    def set_lines(self, lines: Sequence[TableLine]) -> None:
        """Show these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> TableLine | None:
        """The line at an index."""
        return self.lines[index.row()] if index.isValid() and index.row() < len(self.lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        said = line.cells[index.column()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return " ".join(part for part in (said.text, said.beside) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.columns[index.column()].name
            return f"{name}: {said.text} {said.beside}".strip()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].name
        return None


class _Header(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(px(TABLE_HEADER))
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        painter.fillRect(rect, tokens()["band"])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens()["edge"])
        if logical_index < self.count() - 1:
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens()["line"])
        words = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal) or "")
        left = EDGE if logical_index == 0 else PAD
        paint_line(painter, rect.adjusted(left, 0, -4, -1), words, "text2", font(SECOND))
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def __init__(self, table: LineTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(40), px(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        line = index.data(LINE_ROLE)
        if not isinstance(line, TableLine):
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = self._table.hovered_row == index.row()
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, tokens()["select" if chosen else "hover" if hovered else "surface"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        first = index.column() == 0
        if chosen and first:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), tokens()["accent"])
        self._paint_said(painter, area.adjusted(EDGE if first else PAD, 0, -4, -1), line.cells[index.column()])
        if self._table.hasFocus() and self._table.currentIndex().row() == index.row():
            last = index.column() == self._table.lines.columnCount() - 1
            paint_focus(painter, area.adjusted(0 if first else -10, 0, 0 if last else 10, -1))
        painter.restore()

    def _paint_said(self, painter: QPainter, area: QRect, said: Said) -> None:
        if said.icon:
            side = px(14)
            icon = QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
            paint_icon(painter, said.icon, icon, said.ink)
            area = area.adjusted(side + 4, 0, 0, 0)
        paint_line(painter, area, said.text, said.ink, font(BASE))
        if said.beside:
            used = QFontMetrics(font(BASE)).horizontalAdvance(said.text) + 6
            paint_line(painter, area.adjusted(used, 0, 0, 0), said.beside, "text3", font(BASE))


class LineTable(QTableView):
    """`opened(key)` on a click or Enter; `acted(key, act)` when a link of a line is clicked."""

    opened = Signal(str)
    acted = Signal(str, str)
    moved = Signal(QRect)  # where the current line is, so that the page can show it

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines, self.hovered_row = LineModel(columns, self), -1
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Header(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(LINE))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_lines(self, lines: Sequence[TableLine]) -> None:
        """Show these, and be as high as they are; the line the keyboard was on stays the current one."""
        before = self.current_key()
        self.lines.set_lines(lines)
        self.setFixedHeight(px(TABLE_HEADER) + px(LINE) * len(self.lines.lines))
        self.choose(before)

    def choose(self, key: str) -> None:
        """Put the keyboard on a line; nothing when it is not there."""
        for row, line in enumerate(self.lines.lines):
            if line.key == key:
                self.setCurrentIndex(self.lines.index(row, 0))

    def current_key(self) -> str:
        """What the line the keyboard is on is about."""
        line = self.lines.line(self.currentIndex())
        return line.key if line else ""

    def lay_out_columns(self) -> None:
        """Share the width."""
        narrow = self.window().width() < BREAKPOINT
        columns = self.lines.columns
        room = self.viewport().width() - sum(px(column.fixed[narrow]) for column in columns)
        total = sum(column.share[narrow] for column in columns) or 1
        left = self.viewport().width()
        for place, column in enumerate(columns):
            width = max(px(column.fixed[narrow]) or room * column.share[narrow] // total, px(40))
            last = place == len(columns) - 1
            self.setColumnWidth(place, max(left, px(40)) if last else width)
            left -= width

    # -- Qt --------------------------------------------------------------------------------------

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self.hasFocus():
            self._say_moved()

    def _say_moved(self) -> None:
        self.moved.emit(self.visualRect(self.currentIndex()).translated(0, px(TABLE_HEADER)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.lines:
            self.setCurrentIndex(self.lines.index(0, 0))
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._say_moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            line = self.lines.line(self.currentIndex()) or next(iter(self.lines.lines), None)
            if line is not None:
                self.opened.emit(line.key)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.lines.line(index)
        if line is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if line.act and line.cells[index.column()].ink == "accent":
            self.acted.emit(line.key, line.act)
        else:
            self.opened.emit(line.key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = self.lines.line(index)
        link = line is not None and bool(line.act) and line.cells[index.column()].ink == "accent"
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor)
        self._hover(index.row() if index.isValid() else -1)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
