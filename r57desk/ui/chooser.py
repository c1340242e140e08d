"""A list to choose one value from, drawn like the other fields: edge border, chevron, accent when it has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, Qt, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_focus, paint_line
from r57desk.ui.theme import RADIUS, font, px, words_width


class Chooser(QComboBox):
    """28 px high; the wheel scrolls the page it stands on, it never changes the value by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font())
        self.setFixedHeight(px(28))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def fit_words(self) -> None:
        """Be as wide as the longest of the choices needs."""
        self.setMinimumWidth(words_width(*(self.itemText(place) for place in range(self.count()))) + px(14) + 27)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, on = QPainter(self), self.isEnabled()
        paint_box(painter, self.rect(), "hover" if on and self.underMouse() else "surface", "edge" if on else "line")
        if self.hasFocus():
            paint_focus(painter, self.rect(), RADIUS)
        side, ink = px(14), "text" if on else "off"
        chevron = QRect(self.width() - side - 9, (self.height() - side) // 2, side, side)
        paint_icon(painter, "chevron-down", chevron, ink)
        words = self.rect().adjusted(9, 0, -side - 14, 0)
        paint_line(painter, words, self.currentText(), ink, self.font())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
