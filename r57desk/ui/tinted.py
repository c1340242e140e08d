"""A quiet remark on a tinted ground, with an icon."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from r57desk.ui.notices import icon_label
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import label
from r57desk.ui.theme import SECOND


class Tinted(QWidget):
    """`words` in a second-line size on `ink_bg`."""

    def __init__(self, icon: str, words: str, ink: str = "calm", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink = ink
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 7)
        row.setSpacing(8)
        row.addWidget(icon_label(icon, ink, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, ink, SECOND, wrap=True), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), f"{self._ink}_bg", "", radius=3)
