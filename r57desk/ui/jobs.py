"""Work off the GUI thread: the only module that knows of threads.

A job is a function that takes a `Handle`, calls `handle.report(done, total)` as it goes and stops when
`handle.cancelled` (or lets `handle.check()` raise `CancelledError`). Jobs take and return frozen values, never widgets.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot

Job = Callable[["Handle"], Any]
LATE_MS = 400  # a job that lasts longer shows its progress
_log = logging.getLogger(__name__)


class CancelledError(Exception):
    """The user stopped the job; nothing was changed."""


class Handle(QObject):
    """A running job as both sides see it: progress out, cancel in. Signals arrive in the GUI thread."""

    progressed = Signal(int, int)
    lasted = Signal()
    finished = Signal()
    _answered = Signal(object, object)

    def __init__(
        self,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._on_done, self._on_error = on_done, on_error
        self.running = True
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the job to stop; safe from any thread."""
        self._stop.set()

    def check(self) -> None:
        """Raise CancelledError if the user asked to stop."""
        if self.cancelled:
            raise CancelledError

    def report(self, done: int, total: int) -> None:
        """Say how far the job is; safe from the job's thread."""
        self.progressed.emit(done, total)

    @Slot(object, object)
    def _on_answered(self, result: object, error: Exception | None) -> None:
        self.running = False
        self.finished.emit()
        if isinstance(error, CancelledError):
            return
        if error is None:
            if self._on_done is not None:
                self._on_done(result)
        elif self._on_error is not None:
            self._on_error(error)
        else:
            raise error


class _Run(QRunnable):
    def __init__(self, job: Job, handle: Handle) -> None:
        super().__init__()
        self._job, self._handle = job, handle

    def run(self) -> None:
        result, error = None, None
        try:
            result = self._job(self._handle)
        except Exception as caught:  # every error goes back to the GUI thread, where the caller decides
            error = caught
        try:
            self._handle._answered.emit(result, error)
        except RuntimeError:
            _log.info("a job ended after the window was closed")


class Jobs(QObject):
    """The runner. One pool; jobs that write take turns because there is one writer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._handles: set[Handle] = set()

    def run(
        self,
        job: Job,
        on_done: Callable[[Any], None] | None = None,
        on_error: Callable[[Exception], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
        on_late: Callable[[], None] | None = None,
    ) -> Handle:
        """Start `job`; answers come in the GUI thread: `on_done(result)` or `on_error(error)`; neither if cancelled.

        `on_late()` is called once if the job still runs after 400 ms: the time to show a ProgressCard.
        """
        handle = Handle(on_done, on_error, self)
        self._handles.add(handle)
        handle.finished.connect(lambda: self._handles.discard(handle))
        if on_progress is not None:
            handle.progressed.connect(on_progress)
        if on_late is not None:
            QTimer.singleShot(LATE_MS, handle, lambda: handle.running and on_late())
        self._pool.start(_Run(job, handle))
        return handle

    def busy(self) -> bool:
        """Whether any job runs."""
        return bool(self._handles)

    def close(self) -> None:
        """Ask every job to stop and wait for the end, at most ten seconds."""
        for handle in list(self._handles):
            handle.cancel()
        self._pool.waitForDone(10_000)
