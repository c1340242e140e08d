"""Garbage is looked for in the GUI thread alone: widgets in a cycle, freed from the thread of a job, end the program."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 5_000  # ms
_WHOLE = 12  # each so many rounds, everything is looked at


class GarbageCollector(QObject):
    """Takes over from Python's own moments, which may come in any thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._round = 0
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Free what nobody holds: what is young, and now and then everything."""
        self._round += 1
        gc.collect(1 if self._round % _WHOLE else 2)
