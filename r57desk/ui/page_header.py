"""The header of a page laid over the views: title at the left, buttons at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from r57desk.ui.parts import Bar, label
from r57desk.ui.theme import HEADER, VIEW_TITLE, px


class PageHeader(Bar):
    """The 44 px header of a page: its title, something beside it, and buttons at the right."""

    def __init__(self, title: str, beside: QWidget | None = None) -> None:
        super().__init__("window", "bottom")
        self.setFixedHeight(px(HEADER))
        self.title = label(title, role=VIEW_TITLE, bold=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 0, 12, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self.title)
        if beside is not None:
            self._row.addSpacing(3)
            self._row.addWidget(beside)
        self._row.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._row.addWidget(widget)
