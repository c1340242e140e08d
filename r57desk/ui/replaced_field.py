"""A text field whose whole value is chosen when it gets the keyboard, so that typing puts another in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent

from r57desk.ui.parts import Field

_RETURNING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ReplacedField(Field):
    """For short values that are replaced rather than edited: a code, a number of days."""

    _clicked_in = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self._clicked_in = True  # the press that follows would take the selection away
        elif event.reason() not in _RETURNING:
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False
