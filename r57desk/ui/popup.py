"""A small box under the button that opened it: paper with an edge, gone on Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from r57desk.ui.theme import tokens

_GAP = 4


class Popup(QFrame):
    """Fill it with a layout, then `open_under(owner)`."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def open_under(self, owner: QWidget) -> None:
        """Show below `owner`, above it when there is no room, always within the screen."""
        self.adjustSize()
        self._place(owner)
        self.show()
        self._place(owner)  # the style may have widened it when it was first shown

    def _place(self, owner: QWidget) -> None:
        room = owner.screen().availableGeometry()
        below = owner.mapToGlobal(QPoint(0, owner.height() + _GAP))
        left = max(room.left(), min(below.x(), room.right() + 1 - self.width()))
        top = below.y()
        if top + self.height() > room.bottom() + 1:
            top = max(room.top(), owner.mapToGlobal(QPoint(0, 0)).y() - self.height() - _GAP)
        self.move(left, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["surface"])
        painter.setPen(tokens()["edge"])
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
