"""A list or form standing at one side of a screen: surface, with a thin line where the main part begins."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from r57desk.ui.theme import tokens


class Side(QWidget):
    """Keep 1 px of margin at `edge` for its line."""

    def __init__(self, edge: Literal["left", "right"]) -> None:
        super().__init__()
        self._edge = edge

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["surface"])
        left = 0 if self._edge == "left" else self.width() - 1
        painter.fillRect(QRect(left, 0, 1, self.height()), tokens()["line"])
