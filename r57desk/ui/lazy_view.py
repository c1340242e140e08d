"""What the board and the calendar have in common: they read the register when they are looked at, not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from r57desk.domain.task import Task
from r57desk.ui.spoken import spoken_task
from r57desk.ui.state_words import State, state_of
from r57desk.ui.theme import BREAKPOINT

if TYPE_CHECKING:
    from r57desk.ui.session import Session


class LazyView(QWidget):
    """`reload()` is called when something has changed and the view is shown, or once it is; `fit` when it is resized."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        for signal in (session.changed, session.query_changed, session.as_of_changed):
            signal.connect(self._on_session_changed)

    def reload(self) -> None:
        """Ask the register again."""
        raise NotImplementedError

    def fit(self, *, narrow: bool) -> None:
        """Take the measures for the present size; `narrow` tells of the whole window."""
        raise NotImplementedError

    def _state(self, task: Task) -> State:
        session = self._session
        return state_of(task, session.as_of, session.language, session.warn_days)

    def _spoken(self, task: Task) -> str:
        return spoken_task(task, self._state(task), self._session.language)

    def _refresh(self) -> None:
        self._stale = False
        self.reload()

    def _on_session_changed(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    # -- Qt -------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit(narrow=self.window().width() < BREAKPOINT)
