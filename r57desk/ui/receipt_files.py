"""The two papers of an import: the receipt for who sent the file, and the list of what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from r57desk.errors import DeskError
from r57desk.services.changes import Changes
from r57desk.services.planning import ImportPlan
from r57desk.ui.file_names import proposed_folder, suggest_name
from r57desk.ui.jobs import Jobs
from r57desk.ui.messages import show_problem
from r57desk.ui.session import Session


class ReceiptFiles(QObject):
    """Asks where, writes in a job, and says it in the undo bar. `saved(path)` when a file stands."""

    saved = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._jobs, self._owner = session, jobs, owner

    def save_receipt(self, import_id: int, office: str = "") -> None:
        """The receipt of an import: what was taken, asked for, refused and left open."""
        name = self.tr("phiếu báo nhận {office}").format(office=office)
        receipts = self._session.desk.receipts
        self._save(self.tr("Xuất phiếu báo nhận"), name, lambda path: receipts.write(import_id, path))

    def save_errors(self, import_id: int, office: str = "") -> None:
        """The list of cells and rows that were set aside, with reasons and what to do."""
        name = self.tr("tệp báo lỗi {office}").format(office=office)
        receipts = self._session.desk.receipts
        self._save(self.tr("Xuất tệp báo lỗi"), name, lambda path: receipts.write_errors(import_id, path))

    def save_plan_errors(self, plan: ImportPlan, office: str = "") -> None:
        """The same, of a file that was only previewed."""
        name = self.tr("tệp báo lỗi {office}").format(office=office)
        receipts = self._session.desk.receipts
        self._save(self.tr("Xuất tệp báo lỗi"), name, lambda path: receipts.write_plan_errors(plan, path))

    def _save(self, title: str, name: str, write: Callable[[Path], object]) -> None:
        proposed = proposed_folder() / suggest_name(name, self._session.desk.today(), "xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self._owner, title, str(proposed), self.tr("Tệp Excel (*.xlsx)"))
        if not chosen:
            return
        path = Path(chosen)
        target = path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")
        self._jobs.run(
            lambda _: write(target), lambda _: self._on_written(target), lambda error: self._on_failed(title, error)
        )

    def _on_written(self, path: Path) -> None:
        self._session.announce(Changes("options", everything=True))  # a receipt is a packet sent
        self._session.filed.emit(path)
        if isValid(self):
            self.saved.emit(path)

    def _on_failed(self, title: str, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        show_problem(self._owner if isValid(self._owner) else None, title, error)
