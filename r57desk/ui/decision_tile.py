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
    """`asked` when the button is pressed. Without anything to decide there is no colour, and the button only shows."""

    asked = Signal()

    def __init__(self, title: str, action: str, ink: str) -> None:
        super().__init__()
        self._ink, self._action, self.count = ink, action, 0
        self.number = label("0", ink, FIRST_RUN, bold=True)
        self.title = OneLine("text", BASE, bold=True)
        self.title.setText(title)
        self.sentence = OneLine("text2", SECOND)
        self.button = Button(action)
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

    def show_number(self, number: int, sentence: str, look: str = "") -> None:
        """Show how many there are, and what they are; `look` is on the button when there are none, "" for no button."""
        self.count = number
        self.number.setText(grouped(number))
        palette = self.number.palette()
        palette.setColor(self.number.foregroundRole(), tokens()[self._ink if number else "text3"])
        self.number.setPalette(palette)
        self.sentence.setText(sentence)
        self.set_action(self._action)
        if not number:
            self.button.setText(look)
        self.button.setVisible(number > 0 or bool(look))
        self.button.setAccessibleName(f"{self.title.text()}: {self.button.text()}")
        self.button.updateGeometry()
        self.setAccessibleName(f"{self.title.text()}: {grouped(number)}, {sentence}")

    def set_action(self, words: str) -> None:
        """Name what the button does when there is something to decide."""
        self._action = words
        self.button.setText(words)
        self.button.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "line")
