"""A large radio button: a card with a bold name and a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from r57desk.ui.painting import break_lines, paint_box, paint_line
from r57desk.ui.theme import BASE, font, line_height, px


class ChoiceCard(QRadioButton):
    """One of several; `sentence` says what choosing it means, on up to three lines."""

    def __init__(self, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._sentence = sentence
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(300), 3 * line_height(BASE) + 20)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, chosen = QPainter(self), self.isChecked()
        ground = "hover" if self.underMouse() and not chosen else "surface"
        paint_box(painter, self.rect(), ground, "accent" if chosen else "line", width=2 if chosen else 1)
        side, line = px(15), line_height(BASE)
        ring = QRect(13, 10 + (line - side) // 2, side, side)
        paint_box(painter, ring, "accent" if chosen else "surface", "accent" if chosen else "edge", radius=side / 2)
        if chosen:
            paint_box(painter, ring.adjusted(5, 5, -5, -5), "onaccent", "", radius=side / 2)
        if self.hasFocus():
            paint_box(painter, ring.adjusted(-3, -3, 3, 3), "", "accent", width=2, radius=side)
        words = QRect(ring.right() + 10, 10, self.width() - ring.right() - 22, line)
        paint_line(painter, words, self.text(), "text", font(BASE, bold=True))
        for number, text in enumerate(break_lines(self._sentence, font(BASE), words.width(), 2), 1):
            paint_line(painter, words.translated(0, number * line), text, "text2", font(BASE))
