"""One value of a cell in difference as a card: whose it is, the value with its changed words, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from r57desk.ui.marked_text import MarkedText, Span
from r57desk.ui.notices import icon_label
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Button, OneLine, Rule, Tag, label
from r57desk.ui.theme import SECOND, px

_HEAD, _LEAST, _UNDER = 32, 62, 12
_LINES = 2  # under a value


class SideCard(QWidget):
    """`taken` when its button is pressed. The base is dashed and has no button; the shown value has an accent border."""

    taken = Signal()

    def __init__(self, icon: str, name: str, *, base: bool = False, shown: bool = False) -> None:
        super().__init__()
        self._base, self._shown = base, shown
        self.button: Button | None = None
        self.text = MarkedText("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 8, 4)
        head.setSpacing(7)
        title = OneLine("text2" if base else "text", bold=True)
        title.setText(name)
        head.addWidget(icon_label(icon, "text2" if base else "text"))
        head.addWidget(title, 1)
        if shown:
            head.addWidget(Tag(self.tr("đang hiển thị")))
        box = QWidget()
        box.setLayout(head)
        box.setMinimumHeight(px(_HEAD))
        column.addWidget(box)
        column.addWidget(Rule())
        self.setAccessibleName(name)

    def show_value(self, words: str, spans: Iterable[Span] = (), *, ink: str = "text") -> None:
        """The value, and which of its words are not in the base."""
        self.text = MarkedText(words, spans, ink)
        box = QVBoxLayout()
        box.setContentsMargins(12, 10, 12, 8)
        box.addWidget(self.text)
        box.addStretch(1)
        self._column.addLayout(box, 1)
        self._column.addSpacing(4)
        self.setMinimumHeight(px(_LEAST))

    def show_where(self, lines: Sequence[str]) -> None:
        """Who wrote it, in which file and cell, and when."""
        self._column.addWidget(Rule())
        box = QVBoxLayout()
        box.setContentsMargins(12, 6, 12, 8)
        box.setSpacing(0)
        for line in (*lines, *[""] * (_LINES - len(lines))):
            box.addWidget(label(line, "text2", SECOND, wrap=True))
        self._column.addLayout(box)
        if self._base:  # its rule stands level with those of the cards that have a button
            self._column.addSpacing(Button("").sizeHint().height() + _UNDER)

    def add_button(self, words: str, *, enabled: bool = True) -> Button:
        """The button that makes this value the only one."""
        made = Button(words.replace("&", "&&"))
        made.setEnabled(enabled)
        made.clicked.connect(self.taken)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, _UNDER)
        row.addWidget(made)
        row.addStretch(1)
        self._column.addLayout(row)
        self.button = made
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, edge = ("window", "edge") if self._base else ("surface", "accent" if self._shown else "line")
        paint_box(QPainter(self), self.rect(), fill, edge, width=2 if self._shown else 1, dashed=self._base)
