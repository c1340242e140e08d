"""The line above the month with the names of the days; its edges are those of the grid's columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from r57desk.ui.painting import paint_line
from r57desk.ui.theme import SECOND, SMALL, font, px, tokens

HEIGHT = 25


class WeekdayBar(QWidget):
    """“Tuần | Thứ Hai | … | Chủ nhật” over `grid`."""

    def __init__(self, names: Sequence[str], grid: QTableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._grid = names, grid
        self.setFixedHeight(px(HEIGHT))
        grid.horizontalHeader().sectionResized.connect(self.update)
        grid.horizontalHeader().geometriesChanged.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["window"])
        left = self._grid.verticalHeader().width()
        face = font(SECOND)
        words = self.tr("Tuần")
        painter.setFont(font(SMALL) if left < px(36) else face)
        painter.setPen(tokens()["text2"])
        painter.drawText(QRect(0, 0, left - 1, self.height()), Qt.AlignmentFlag.AlignCenter, words)
        for column, name in enumerate(self._names):
            start = left + self._grid.columnViewportPosition(column)
            width = self._grid.columnWidth(column)
            paint_line(painter, QRect(start + 7, 0, width - 8, self.height()), name, "text2", face)
            painter.fillRect(QRect(start + width - 1, 0, 1, self.height()), tokens()["line"])
        painter.fillRect(QRect(left - 1, 0, 1, self.height()), tokens()["line"])
        painter.fillRect(QRect(0, 0, self.width(), 1), tokens()["edge"])
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), tokens()["edge"])
