"""One job at a time on a page: its progress card after 400 ms, Huỷ, and answers that never reach a page that is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from r57desk.ui.jobs import Handle, Job, Jobs
from r57desk.ui.notices import ProgressCard


class PageJobs(QObject):
    """Runs jobs for `page`; `set_busy` is told when one starts and ends."""

    def __init__(self, page: QWidget, jobs: Jobs, set_busy: Callable[[bool], None]) -> None:
        super().__init__(page)
        self._page, self.jobs, self._set_busy = page, jobs, set_busy
        self._card: ProgressCard | None = None
        self.handle: Handle | None = None

    @property
    def running(self) -> bool:
        """Whether a job runs."""
        return self.handle is not None

    def start(
        self,
        doing: str,
        job: Job,
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        on_stopped: Callable[[], None] = lambda: None,
        always: Callable[[Any], None] = lambda _: None,
    ) -> None:
        """Run a job; `always` gets its result even when the page was closed meanwhile."""
        self._set_busy(True)
        card = ProgressCard(doing, self._page)
        card.hide()

        def finish(after: Callable[[], None]) -> None:
            if isValid(self):
                card.hide()
                card.deleteLater()
                self._card, self.handle = None, None
                self._set_busy(False)
                after()

        def done(result: Any) -> None:
            always(result)
            finish(lambda: on_done(result))

        def late() -> None:
            if isValid(self):
                self._show(card)

        def progress(count: int, total: int) -> None:
            if isValid(card):
                card.set_progress(count, total)

        handle = self.jobs.run(job, done, lambda error: finish(lambda: on_error(error)), progress, late)
        handle.finished.connect(lambda: finish(on_stopped) if handle.cancelled else None)
        card.cancelled.connect(handle.cancel)
        self.handle = handle

    def cancel(self) -> None:
        """Ask the running job to stop."""
        if self.handle is not None:
            self.handle.cancel()

    def _show(self, card: ProgressCard) -> None:
        self._card = card
        self.place()
        card.show()
        card.raise_()

    def place(self) -> None:
        """Keep the card in the upper middle of the page."""
        if self._card is not None:
            self._card.adjustSize()
            size, room = self._card.size(), self._page.size()
            self._card.move((room.width() - size.width()) // 2, (room.height() - size.height()) // 3)


def progress_of(handle: Handle) -> Callable[[int, int], None]:
    """What a service calls as it goes: tells the page, and stops when Huỷ was pressed."""

    def progress(done: int, total: int) -> None:
        handle.check()
        handle.report(done, total)

    return progress
