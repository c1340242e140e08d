"""Tick boxes and radio buttons, painted with the tokens, for widgets and for delegates."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_box, paint_line
from r57desk.ui.theme import line_height, px, tokens


def _toggle_size(button: QAbstractButton) -> QSize:
    words = QFontMetrics(button.font()).horizontalAdvance(button.text().replace("&", ""))
    return QSize(px(15) + 8 + words + 4, max(px(24), line_height()))


def _paint_words(painter: QPainter, button: QAbstractButton) -> None:
    area = button.rect().adjusted(px(15) + 8, 0, 0, 0)
    ink = "text" if button.isEnabled() else "off"
    paint_line(painter, area, button.text().replace("&", ""), ink, button.font())


class Tick(QCheckBox):
    """A tick box: accent when ticked, a dash when only some are."""

    def sizeHint(self) -> QSize:
        return _toggle_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(15)
        box = QRect(0, (self.height() - side) // 2, side, side)
        paint_tick(painter, box, self.checkState(), enabled=self.isEnabled())
        if self.hasFocus():
            paint_box(painter, box.adjusted(-2, -2, 2, 2) & self.rect(), "", "accent", width=2)
        _paint_words(painter, self)


def paint_tick(painter: QPainter, box: QRect, state: Qt.CheckState, *, enabled: bool = True) -> None:
    """A tick box, for widgets and for delegates."""
    on = state != Qt.CheckState.Unchecked
    paint_box(painter, box, ("accent" if enabled else "off") if on else "surface", "" if on else "edge", radius=3)
    if state == Qt.CheckState.Checked:
        paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), "onaccent")
    elif on:
        painter.fillRect(QRect(box.left() + 4, box.center().y(), box.width() - 8, 2), tokens()["onaccent"])


class Radio(QRadioButton):
    """One of several: a ring, filled with accent when chosen."""

    def sizeHint(self) -> QSize:
        return _toggle_size(self)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), px(15)
        box = QRect(0, (self.height() - side) // 2, side, side)
        chosen = self.isChecked()
        paint_box(painter, box, "accent" if chosen else "surface", "accent" if chosen else "edge", radius=side / 2)
        if chosen:
            paint_box(painter, box.adjusted(5, 5, -5, -5), "onaccent", "", radius=side / 2)
        if self.hasFocus():
            ring = box.adjusted(-2, -2, 2, 2) & self.rect()
            paint_box(painter, ring, "", "accent", width=2, radius=ring.width() / 2)
        _paint_words(painter, self)
