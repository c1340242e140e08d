"""Where the parts of the window lie: rail | header, bars, view and panel, undo bar, status bar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from r57desk.ui.filter_bar import FilterBar
from r57desk.ui.header import Header
from r57desk.ui.rail import Rail
from r57desk.ui.session import Session
from r57desk.ui.status_bar import StatusBar
from r57desk.ui.theme import tokens

if TYPE_CHECKING:
    from r57desk.ui.notices import UndoBar


class Frame(QWidget):
    """Lays the parts out; what they show and do is the shell's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rail, self.header = Rail(), Header(session)
        self.filters, self.status = FilterBar(session), StatusBar(session)
        self._build()

    def _build(self) -> None:
        self._bars = QStackedWidget()
        self._bars.addWidget(self.filters)
        self._bars.setFixedHeight(self.filters.height())
        self._content = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._content)
        self._split.setStretchFactor(0, 1)
        self._split.setStyleSheet(f"QSplitter::handle{{background:{tokens().hex('line')}}}")
        desk = QWidget()
        inner = _column(desk)
        inner.addWidget(self.header)
        inner.addWidget(self._bars)
        inner.addWidget(self._split, 1)
        self._frames = QStackedWidget()
        self._frames.addWidget(desk)
        right = QWidget()
        self._column = _column(right)
        self._column.addWidget(self._frames, 1)
        self._column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(right, 1)

    @cached_property
    def undo_bar(self) -> UndoBar:
        """What was done and the way back, over the status bar; built when there is first something to say."""
        from r57desk.ui.notices import UndoBar

        made = UndoBar()
        self._column.insertWidget(1, made)
        return made


def _column(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(0)
    return made
