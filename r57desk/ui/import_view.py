"""Importing a workbook in four steps: Tệp › Ghép cột › Xem trước › Kết quả. Nothing is written before the last.

Reading, planning and writing run as jobs with progress and Huỷ; leaving at any step leaves the register as it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from r57desk.errors import DeskError
from r57desk.services.importing import ImportResult
from r57desk.services.planning import ImportPlan
from r57desk.ui.column_matching import UNSURE, ColumnMatching
from r57desk.ui.import_choices import BaseDialog, SenderDialog, SheetDialog, find_sheets
from r57desk.ui.import_facts import FactsBar
from r57desk.ui.import_footer import ImportFooter
from r57desk.ui.import_result import ResultPage
from r57desk.ui.import_state import ImportState
from r57desk.ui.import_steps import Steps
from r57desk.ui.jobs import Handle, Job, Jobs
from r57desk.ui.messages import show_problem
from r57desk.ui.notices import EmptyState
from r57desk.ui.page_header import PageHeader
from r57desk.ui.page_jobs import PageJobs, progress_of
from r57desk.ui.preview_page import PreviewPage
from r57desk.ui.receipt_files import ReceiptFiles
from r57desk.ui.session import Session
from r57desk.ui.shown_values import counted
from r57desk.workbook.reading import Reading

PATTERN = "*.xlsx *.xls *.ods *.csv"


class ImportView(QWidget):
    """A page laid over the views. `closed` when it is to go; `applied(ImportResult)` when something was written."""

    closed = Signal()
    applied = Signal(object)
    hint_changed = Signal()
    review_asked = Signal(str)  # what is to be decided now is wanted: the section of the review

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._at = session, ImportState()
        self.jobs = PageJobs(self, jobs, self._set_busy)
        self.steps = Steps()
        self.preview = PreviewPage(session)
        self.model, self.side, self.table = self.preview.model, self.preview.side, self.preview.table
        self.questions = self.preview.questions
        self._pages = QStackedWidget()
        self._build()
        self.setAcceptDrops(True)
        self.model.ticks_changed.connect(self._show_write)
        self._go("file")

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._pages_by_step = {
            "file": self._build_file_page(), "columns": self._build_columns_page(),
            "preview": self._build_preview_page(), "result": self._build_result_page(),
        }  # fmt: skip
        for page in self._pages_by_step.values():
            self._pages.addWidget(page)
        self.facts = FactsBar(self._session.language)
        self.facts.rematch.clicked.connect(lambda: self._go("columns"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PageHeader(self.tr("Nhập từ Excel"), self.steps))
        column.addWidget(self.facts)
        column.addWidget(self._pages, 1)
        column.addWidget(self._build_footer())

    def _build_file_page(self) -> QWidget:
        page = EmptyState(
            "file-spreadsheet",
            self.tr("Chọn tệp cần nhập"),
            self.tr(
                "Chọn tệp phụ lục nhiệm vụ, hoặc kéo tệp Excel thả vào đây. Phần mềm cho xem trước, chưa ghi gì vào sổ."
            ),
        )
        self.choose_button = page.add_button(self.tr("Chọn tệp…"), "file-input", self.choose_file)
        return page

    def _build_columns_page(self) -> QWidget:
        self.matching = ColumnMatching(self._session.language)
        self.matching.changed.connect(self._on_matching_changed)
        self.matching.anew_asked.connect(self._match_anew)
        return self.matching

    def _build_preview_page(self) -> QWidget:
        self.questions.changed.connect(lambda: self._plan(self._at.reading))
        self.preview.sender_asked.connect(self.ask_sender)
        self.preview.base_asked.connect(self.ask_base)
        return self.preview

    def _build_result_page(self) -> QWidget:
        self.result_page = ResultPage()
        self.result_page.undo_asked.connect(self._undo)
        self.result_page.review_asked.connect(self.review_asked)
        self.result_page.receipt_asked.connect(lambda: self._save_paper(ReceiptFiles.save_receipt))
        self.result_page.errors_asked.connect(lambda: self._save_paper(ReceiptFiles.save_errors))
        return self.result_page

    def _build_footer(self) -> ImportFooter:
        self.footer = ImportFooter()
        self.cancel_button, self.main_button = self.footer.cancel_button, self.footer.main_button
        self.footer.errors_button.clicked.connect(self._save_errors)
        self.cancel_button.clicked.connect(self.leave)
        self.main_button.clicked.connect(self._on_main_clicked)
        return self.footer

    # -- steps -----------------------------------------------------------------------------------

    def hint(self) -> str:
        """The line for the status bar."""
        return "" if self._at.result else self.tr("Chưa ghi gì vào sổ")

    def _go(self, step: str) -> None:
        self.steps.set_step(step)
        self._pages.setCurrentWidget(self._pages_by_step[step])
        self.facts.setVisible(step in ("columns", "preview"))
        self.footer.show_step(step)
        self.setFocusProxy({"file": self.choose_button, "columns": self.matching}.get(step, self.table))
        if step == "columns":
            self.main_button.setText(self.tr("Xem trước"))
            self._on_matching_changed()
        elif step == "result":
            self.main_button.setText(self.tr("Xem nhiệm vụ"))
            self.main_button.setEnabled(True)
        else:
            self._show_write()

    def _on_main_clicked(self) -> None:
        if self.steps.step == "columns":
            self._read_again()
        elif self.steps.step == "preview":
            self.apply()
        else:
            self.closed.emit()

    def leave(self) -> None:
        """Stop what runs and close the page; nothing was written."""
        self.jobs.cancel()
        self.closed.emit()

    def undecided(self) -> str:
        """What is said when the page is left with choices made and nothing written; empty when nothing would be lost."""
        at = self._at
        if at.result is not None or at.path is None or not (at.mapping or at.sender or self.model.left_out()):
            return ""
        words = self.tr("Đã rời bước nhập {file}: chưa ghi gì vào sổ, các lựa chọn còn giữ.")
        return words.format(file=at.path.name)

    def choose_file(self) -> None:
        """Ask for a workbook."""
        title, kinds = self.tr("Chọn tệp cần nhập"), self.tr("Bảng tính")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"{kinds} ({PATTERN})")
        if name:
            self.open_file(Path(name))

    # -- reading and planning --------------------------------------------------------------------

    def open_file(self, path: Path, sheet: str | None = None) -> None:
        """Read a workbook and show what it would change."""
        self._at = ImportState(path=path)
        self.preview.forget()
        self._read(sheet)

    def _read_again(self) -> None:
        reading, said = self._at.reading, self.matching.mapping()
        if reading is None or not said:
            self._plan(reading)
        else:
            self._at.mapping = reading.mapping | said
            self._read(reading.sheet, "preview")

    def _match_anew(self) -> None:
        """Read the file as if nobody had ever matched its columns, and ask."""
        self._at.mapping = {}
        self._read(self._at.reading.sheet if self._at.reading else None, "columns")

    def _read(self, sheet: str | None, step: str = "") -> None:
        """Read the file and go on to a step; without one named, to the columns if one of them had to be guessed."""
        path, mapping = self._at.path, self._at.mapping
        if path is None:
            return

        def job(handle: Handle) -> Reading:
            return self._session.desk.imports.read(path, sheet, mapping, progress_of(handle))

        self._start(self.tr("Đang đọc tệp…"), job, lambda reading: self._on_read(reading, step))

    def _on_read(self, reading: Reading, step: str) -> None:
        self._at.reading = reading
        self.facts.show_reading(reading)
        self.matching.show_reading(reading)
        guessed = any(column.how in UNSURE for column in reading.columns)
        if step == "columns" or (not step and guessed):
            self._go("columns")
        else:
            self._plan(reading)

    def _plan(self, reading: Reading | None) -> None:
        if reading is None:
            return
        sender, options = self._at.sender, self.questions.options()

        def job(handle: Handle) -> ImportPlan:
            return self._session.desk.imports.plan(reading, sender, progress_of(handle), **options)

        self._start(self.tr("Đang so với sổ…"), job, self._on_planned)

    def _on_planned(self, plan: ImportPlan) -> None:
        self._at.plan = plan
        self.preview.show_plan(plan)
        self.footer.set_errors(len(plan.quarantined))
        self._go("preview")
        self.table.setFocus()

    def _on_matching_changed(self) -> None:
        if self.steps.step == "columns":
            self.main_button.setEnabled(not self.matching.problems())

    # -- writing ---------------------------------------------------------------------------------

    def _show_write(self) -> None:
        if self.steps.step != "preview":
            return
        count, packet = self.model.ticked_count(), self._brings_packet()
        self.main_button.setEnabled(count > 0 or packet)
        nothing = self.tr("Ghi nhận gói") if packet else self.tr("Không có gì để ghi")
        words = self.tr("Ghi %n mục vào sổ", "", count) if count else nothing
        self.main_button.setText(counted(words, count))
        self.main_button.updateGeometry()

    def _brings_packet(self) -> bool:
        """Whether there is a packet still to be noted as received, even with nothing new in it."""
        plan = self._at.plan
        return plan is not None and plan.carried is not None and not plan.carried.is_noted

    def apply(self) -> None:
        """Write what is ticked, and what comes with the packet."""
        plan, left_out = self._at.plan, self.model.left_out()
        if plan is None or not (self.model.ticked_count() or self._brings_packet()):
            return

        def job(handle: Handle) -> ImportResult:
            return self._session.desk.imports.apply(plan, left_out, progress=progress_of(handle))

        session = self._session
        words = self.tr("Đã ghi %n mục từ {file}.", "", self.model.ticked_count())
        label_words = words.format(file=Path(plan.file).name)

        def tell(result: ImportResult) -> None:
            session.announce(replace(result.changes, label=label_words))

        self._start(self.tr("Đang ghi vào sổ…"), job, self._on_applied, always=tell)

    def _on_applied(self, result: ImportResult) -> None:
        self._at.result = result
        plan = self._at.plan
        if plan is not None:
            self.result_page.show_result(result, plan, self.model.found, self.model.left_out())
        self._go("result")
        self.main_button.setFocus()
        self.applied.emit(result)
        self.hint_changed.emit()

    def _undo(self) -> None:
        change = self._at.result.changes.change if self._at.result else None
        if change is not None and self._session.undo_change(change):
            self.closed.emit()

    def _save_paper(self, save: Callable[[ReceiptFiles, int, str], None]) -> None:
        result, plan = self._at.result, self._at.plan
        if result is not None and result.import_id is not None and plan is not None:
            office = self._session.desk.register.find_office_name(plan.office)
            save(ReceiptFiles(self._session, self.jobs.jobs, self), result.import_id, office)

    def _save_errors(self) -> None:
        """The list of what is not written, before anything is."""
        plan = self._at.plan
        if plan is not None:
            office = self._session.desk.register.find_office_name(plan.office)
            ReceiptFiles(self._session, self.jobs.jobs, self).save_plan_errors(plan, office)

    # -- jobs ------------------------------------------------------------------------------------

    def _start(self, doing: str, job: Job, on_done: Callable[[Any], None], **more: Callable[[Any], None]) -> None:
        self.jobs.start(doing, job, on_done, self._on_failed, self._on_stopped, **more)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self._pages, self.main_button, self.footer.errors_button, self.facts):
            widget.setEnabled(not busy)

    def _on_stopped(self) -> None:
        if self._at.reading is None:
            self._go("file")

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        if error.code == "plan_outdated" and self._at.reading is not None:
            self._plan(self._at.reading)
            return
        if error.code == "packet_for_other":
            self.preview.show_refused(error)
            self.footer.set_errors(0)
            self._go("preview")
            return
        if error.code == "workbook_several_lists":
            self._ask_sheet(find_sheets(error))
            return
        reading_failed = self._at.reading is None
        title = self.tr("Không đọc được tệp") if reading_failed else self.tr("Không ghi được vào sổ")
        if reading_failed:
            self._go("file")
            show_problem(self, title, error, self.tr("Chọn tệp khác…"), self.choose_file)
        else:
            show_problem(self, title, error)

    # -- questions -------------------------------------------------------------------------------

    def _ask_sheet(self, sheets: list[str]) -> None:
        self._go("file")
        dialog = SheetDialog(sheets, self)
        if sheets and dialog.exec() == SheetDialog.DialogCode.Accepted:
            self._read(dialog.sheet())

    def ask_sender(self) -> None:
        """Ask whose file it is, and compare it with the register in that office's name."""
        dialog = SenderDialog(self._session, self)
        if dialog.exec() == SenderDialog.DialogCode.Accepted and self._at.reading is not None:
            self._at.sender = dialog.office()
            self._plan(self._at.reading)

    def ask_base(self) -> None:
        """Ask which packet the file answers, and compare it with that."""
        dialog = BaseDialog(self._session, self._at.sender, self)
        if dialog.exec() == BaseDialog.DialogCode.Accepted:
            packet, import_id = dialog.base()
            self.questions.answer(packet=packet, base_import=import_id)

    # -- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.preview.fit(self.window().width())
        self.facts.fit(self.window().width())
        self.jobs.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.jobs.running:
            self.leave()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        event.setAccepted(len(urls) == 1 and urls[0].isLocalFile() and not self.jobs.running)

    def dropEvent(self, event: QDropEvent) -> None:
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))
