"""The steps of an import: Tệp › Ghép cột › Xem trước › Kết quả, with ticks on what is done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_line
from r57desk.ui.theme import BASE, font, px

STEPS = ("file", "columns", "preview", "result")
_GAP = 7


class Steps(QWidget):
    """The steps in a row; it is read, not clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = STEPS[0]
        self._names = (self.tr("Tệp"), self.tr("Ghép cột"), self.tr("Xem trước"), self.tr("Kết quả"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.set_step(self.step)

    def set_step(self, step: str) -> None:
        """Show where the import is."""
        self.step = step
        place = STEPS.index(step)
        words = self.tr("Bước {step} trên {steps}: {name}")
        self.setAccessibleName(words.format(step=place + 1, steps=len(STEPS), name=self._names[place]))
        self.update()

    def _width(self, name: str) -> int:
        return QFontMetrics(font(BASE, bold=True)).horizontalAdvance(name)

    def sizeHint(self) -> QSize:
        side = px(14)
        words = sum(map(self._width, self._names))
        return QSize(words + len(STEPS) * (side + _GAP) + (len(STEPS) - 1) * (side + 2 * _GAP), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side, left = QPainter(self), px(14), 0
        middle = (self.height() - side) // 2
        for place, name in enumerate(self._names):
            now, done = place == STEPS.index(self.step), place < STEPS.index(self.step)
            if place:
                paint_icon(painter, "chevron-right", QRect(left, middle, side, side), "text2")
                left += side + _GAP
            if done:
                paint_icon(painter, "check", QRect(left, middle, side, side), "text2")
                left += side + _GAP - 1
            face = font(BASE, bold=now)
            wide = QFontMetrics(face).horizontalAdvance(name)
            paint_line(painter, QRect(left, 0, wide + 1, self.height()), name, "text" if now else "text2", face)
            left += wide + _GAP
