"""A text whose changed words are marked; as high as it needs to be, never HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from r57desk.ui.theme import BASE, font, line_height, px, tokens

_MOST_WORDS = 3000  # longer texts are not compared word by word
Span = tuple[int, int]  # start and length in the text


def find_changed(base: str, text: str) -> list[Span]:
    """The stretches of `text` whose words are not in `base`, in its order; all of it when nothing is shared."""
    old, new = base.split(), [(found.start(), found.group()) for found in re.finditer(r"\S+", text)]
    if not new or base == text:
        return []
    if len(old) > _MOST_WORDS or len(new) > _MOST_WORDS:
        return [(0, len(text))]
    matcher = SequenceMatcher(None, old, [word for _, word in new], autojunk=False)
    spans = []
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind in ("replace", "insert") and last > first:
            start = new[first][0]
            spans.append((start, new[last - 1][0] + len(new[last - 1][1]) - start))
    return spans


class MarkedText(QWidget):
    """Shows `text` with `spans` bold on `pick_bg`."""

    def __init__(self, text: str, spans: Iterable[Span] = (), ink: str = "text") -> None:
        super().__init__()
        self._text, self._spans, self._ink = text, tuple(spans), ink
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(text)
        self.setFont(font())

    def text(self) -> str:
        """The words shown."""
        return self._text

    def marked(self) -> list[str]:
        """The stretches that are marked."""
        return [self._text[start : start + length] for start, length in self._spans]

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(start, length) for start, length in self._spans])
        tall, top = line_height(BASE) + 2, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 20))
            line.setPosition(QPointF(0, top))
            top += tall
        layout.endLayout()
        return layout

    @staticmethod
    def _mark(start: int, length: int) -> QTextLayout.FormatRange:
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFont(font(BASE, bold=True))
        look.setForeground(tokens()["pick"])
        look.setBackground(tokens()["pick_bg"])
        made.start, made.length, made.format = start, length, look
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(1, self._lay_out(width).lineCount()) * (line_height(BASE) + 2) + 2

    def sizeHint(self) -> QSize:
        width = self.width() or px(220)
        return QSize(px(120), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), line_height(BASE) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(tokens()[self._ink])
        self._lay_out(self.width()).draw(painter, QPointF(0, 0))
