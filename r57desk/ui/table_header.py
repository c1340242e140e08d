"""The heading row of the task table: names, sort arrows with their order number, Shift+click for another key."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_line
from r57desk.ui.theme import SECOND, SMALL, TABLE_HEADER, font, px, tokens

SortMark = tuple[bool, int]  # (descending, place in the order; 0 when it is the only key)


class TaskHeader(QHeaderView):
    """Emits `sort_asked(logical column, add)`; `add` when Shift is held. Never sorts by itself."""

    sort_asked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks: dict[int, SortMark] = {}
        self._pressed: tuple[int, int] | None = None
        self.setFont(font(SECOND))
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(36))
        self.setFixedHeight(px(TABLE_HEADER))

    def sizeHint(self) -> QSize:
        return QSize(self.length(), px(TABLE_HEADER))  # Qt's own measures the words of every column for its height

    def set_marks(self, marks: dict[int, SortMark]) -> None:
        """Show these sort keys."""
        self._marks = marks
        self.headerDataChanged(Qt.Orientation.Horizontal, 0, max(self.count() - 1, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        self._pressed = (self.logicalIndexAt(spot), spot.x())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        resizing = self.cursor().shape() == Qt.CursorShape.SplitHCursor
        super().mouseReleaseEvent(event)
        spot, pressed, self._pressed = event.position().toPoint(), self._pressed, None
        if pressed is None or resizing or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.logicalIndexAt(spot) == pressed[0] and abs(spot.x() - pressed[1]) < 6:
            self.sort_asked.emit(pressed[0], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = tokens()
        painter.fillRect(rect, theme["band"])
        painter.setPen(theme["line"])
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        painter.setPen(theme["edge"])
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(8, 0, -6, -1) if rect.width() > px(60) else rect.adjusted(4, 0, 0, -1)
        mark = self._marks.get(section)
        if mark is not None:
            room.setWidth(room.width() - self._mark_width(mark[1]))
        paint_line(painter, room, words, "text2", self.font())
        if mark is not None:
            left = room.left() + min(QFontMetrics(self.font()).horizontalAdvance(words), room.width()) + 1
            self._paint_mark(painter, left, rect, mark)

    def _mark_width(self, place: int) -> int:
        return px(13) + (px(9) if place else 0)

    def _paint_mark(self, painter: QPainter, left: int, rect: QRect, mark: SortMark) -> None:
        side = px(12)
        box = QRect(left, rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, "arrow-down" if mark[0] else "arrow-up", box, "accent" if mark[1] else "text2")
        if mark[1]:
            number = QRect(box.right() - 1, rect.top(), px(12), rect.height() - 1)
            paint_line(painter, number, str(mark[1]), "accent", font(SMALL, bold=True))
