"""When a widget has been painted for the first time, asked in the same way of r57desk and of its peer."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class _Watch(QObject):
    """Notes that a widget is being painted."""

    seen = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def wait_until_painted(widget: QWidget, seconds: float = 20) -> float:
    """Run the event loop until the widget, shown a moment ago, is painted; the time of day then. TimeoutError."""
    watch = _Watch()
    widget.installEventFilter(watch)
    end = time.time() + seconds
    while not watch.seen:
        QCoreApplication.processEvents()
        if time.time() > end:
            raise TimeoutError("the window was never painted")
    return time.time()
