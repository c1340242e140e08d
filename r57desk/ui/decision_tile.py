"""A tile of the exchange: a figure, what it counts, and the button to its list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Button, OneLine, label
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import BASE, FIRST_RUN, SECOND, px, tokens

HEIGHT = 54


class DecisionTile(QWidget):
    """`asked` when the button is pressed; without anything to decide there is no button and no colour."""

    asked = Signal()

    def __init__(self, title: str, action: str, ink: str) -> None:
        super().__init__()
        self._ink = ink
        self.number = label("0", ink, FIRST_RUN, bold=True)
        self.title = OneLine("text", BASE, bold=True)
        self.title.setText(title)
        self.sentence = OneLine("text2", SECOND)
        self.button = Button(action)
        self.button.setAccessibleName(f"{title}: {action}")
        self.button.clicked.connect(self.asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(HEIGHT))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.number)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_number(self, number: int, sentence: str) -> None:
        """Show how many there are, and what they are."""
        self.number.setText(grouped(number))
        palette = self.number.palette()
        palette.setColor(self.number.foregroundRole(), tokens()[self._ink if number else "text3"])
        self.number.setPalette(palette)
        self.sentence.setText(sentence)
        self.button.setVisible(number > 0)
        self.setAccessibleName(f"{self.title.text()}: {grouped(number)}, {sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "line")
