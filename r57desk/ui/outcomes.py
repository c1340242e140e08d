"""What is said after a change, a refusal or a remark: one line in the undo bar, with the way back where there is one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from r57desk.errors import DeskError
from r57desk.services.changes import Changes
from r57desk.ui.file_names import open_folder
from r57desk.ui.notices import UndoBar
from r57desk.ui.session import Session


class Outcomes(QObject):
    """Listens to the session; `find_bar` answers the bar of the present screen, which may be built again."""

    def __init__(self, session: Session, find_bar: Callable[[], UndoBar], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._find_bar = session, find_bar
        session.changed.connect(self._on_session_changed)
        session.failed.connect(self._on_session_failed)
        session.told.connect(self._on_session_told)
        session.filed.connect(self._on_session_filed)
        session.done.connect(self._on_session_done)

    def _on_session_changed(self, changes: Changes) -> None:
        """One cell needs no words: its value is in sight. Rows that went, many rows, files and undo do."""
        bar, session, number = self._find_bar(), self._session, changes.change
        if changes.requests:
            words = self.tr("Do nơi giao việc giữ: đã ghi thành đề nghị, chờ trả lời.")
            bar.show_done(words, self.tr("Hoàn tác"), session.undo)
        elif changes.kind == "undo":
            bar.show_done(self.tr("Đã hoàn tác: {what}").format(what=changes.label), self.tr("Làm lại"), session.redo)
        elif changes.kind == "import" and number is not None:
            bar.show_done(changes.label, self.tr("Hoàn tác lần nhập"), lambda: session.undo_change(number))
        elif number is not None and not self._is_one_cell(changes):
            bar.show_done(changes.label, self.tr("Hoàn tác"), lambda: session.undo_change(number))
        else:
            bar.hide()

    def _is_one_cell(self, changes: Changes) -> bool:
        return len(changes.rows) == 1 and self._session.find_task(next(iter(changes.rows))) is not None

    def _on_session_failed(self, error: DeskError) -> None:
        self._find_bar().show_problem(error.sentence(self._session.language))

    def _on_session_done(self, words: str, changes: Changes) -> None:
        session, number = self._session, changes.change
        if number is not None:
            self._find_bar().show_done(words, self.tr("Hoàn tác"), lambda: session.undo_change(number))

    def _on_session_filed(self, path: Path) -> None:
        words = self.tr("Đã ghi {file}.").format(file=path.name)
        self._find_bar().show_done(words, self.tr("Mở thư mục"), lambda: open_folder(path))

    def _on_session_told(self, words: str) -> None:
        self._find_bar().show_problem(words)
