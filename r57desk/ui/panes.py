"""The panes of the window, as the keyboard goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def focus_inside(pane: QWidget) -> bool:
    """Give the keyboard to the pane's grid, or to its first widget that takes it."""
    proxy = pane.focusProxy()
    if proxy is not None:
        proxy.setFocus(Qt.FocusReason.TabFocusReason)
        return True
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
