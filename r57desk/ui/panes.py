"""The panes of the window, as the keyboard goes from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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


def focus_next(panes: Sequence[QWidget | None]) -> None:
    """Give the keyboard to the pane after the one that has it, of those that can be seen."""
    seen = [pane for pane in panes if pane is not None and pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next((place for place, pane in enumerate(seen) if focus and pane.isAncestorOf(focus)), -1)
    for by in range(1, len(seen) + 1):
        if focus_inside(seen[(here + by) % len(seen)]):
            return
