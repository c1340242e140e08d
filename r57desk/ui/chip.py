"""The chip of a filter, or of one choice among a few."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_focus, paint_line
from r57desk.ui.theme import RADIUS, font, line_height, px


class Chip(QAbstractButton):
    """A filter, 24 px high: `label` with a chevron; in use it shows its value and a × that drops it (`cleared`)."""

    cleared = Signal()

    def __init__(self, label: str, parent: QWidget | None = None, *, chevron: bool = True) -> None:
        super().__init__(parent)
        self.label, self.value, self.chevron = label, "", chevron
        self._most = 0
        self.setFont(font())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_value("")

    def set_value(self, value: str) -> None:
        """Show the chip in use with `value`, or free when it is empty."""
        self.value = value
        self.setText(f"{self.label}: {value}" if value else self.label)
        self.setAccessibleName(self.text())
        self.setToolTip(self.text() if value else "")
        self.updateGeometry()
        self.update()

    def in_use(self) -> bool:
        """Whether the chip holds a value (or, without a chevron, is the chosen one)."""
        return bool(self.value) or self.isChecked()

    def set_most(self, most: int) -> None:
        """Be at most so wide (its words are then elided); 0 for as wide as usual."""
        if most != self._most:
            self._most = most
            self.updateGeometry()

    def _mark(self) -> str:
        return "x" if self.value else "chevron-down" if self.chevron else ""

    def sizeHint(self) -> QSize:
        words = min(QFontMetrics(self.font()).horizontalAdvance(self.text()), px(240))
        width = words + 16 + (px(14) + 6 if self._mark() else 0)
        return QSize(min(width, self._most or width), max(px(24), line_height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _mark_box(self) -> QRect:
        side = px(14)
        return QRect(self.width() - 7 - side, (self.height() - side) // 2, side, side)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        if self.value and self.rect().contains(spot) and spot.x() >= self._mark_box().left() - 4:
            self.setDown(False)
            self.cleared.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        used = self.in_use()
        fill = "select" if used else "hover" if self.underMouse() and self.isEnabled() else "surface"
        paint_box(painter, self.rect(), fill, "accent" if used or self.hasFocus() else "edge")
        if self.hasFocus():
            paint_focus(painter, self.rect(), RADIUS)
        words = self.rect().adjusted(8, 0, -8, 0)
        if self._mark():
            words.setRight(self._mark_box().left() - 5)
            paint_icon(painter, self._mark(), self._mark_box(), "text" if used else "text2")
        ink = "off" if not self.isEnabled() else "text" if used else "text2"
        paint_line(painter, words, self.text(), ink, self.font())
