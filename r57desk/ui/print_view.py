"""Print preview: the pages as the printer will draw them, what can be chosen, and PDF, printer or plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.query import Clause, Query
from r57desk.errors import DeskError
from r57desk.paper.layout import plan_pages
from r57desk.paper.model import Sheet
from r57desk.paper.painter import page_layout, paint
from r57desk.paper.pdf import write_pdf
from r57desk.paper.plain_text import format_text
from r57desk.paper.plan import Plan
from r57desk.services import clock
from r57desk.ui.file_names import open_folder, proposed_folder, suggest_name
from r57desk.ui.jobs import Handle, Jobs
from r57desk.ui.messages import show_problem
from r57desk.ui.notices import UndoBar
from r57desk.ui.page_header import PageHeader
from r57desk.ui.page_preview import FIT, PagePreview
from r57desk.ui.parts import Bar, Button, Rule, icon_button, label
from r57desk.ui.print_options import Choice, PrintOptionsForm
from r57desk.ui.session import Session
from r57desk.ui.theme import FILTER_BAR, px

_WAIT_MS = 120  # after the last change of an option


@dataclass(frozen=True, slots=True)
class _Printed:
    """Sheets and their pages."""

    sheets: tuple[Sheet, ...]
    plan: Plan


class PrintView(QWidget):
    """A page laid over the views; `closed` when it is to go.

    Without `rows` it prints the list of what the window shows; with them, the sheet of each, or their list.
    """

    closed = Signal()

    def __init__(self, session: Session, jobs: Jobs, rows: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._rows = session, jobs, tuple(rows)
        self._printed: _Printed | None = None
        self._shown = session.desk.tasks.count(session.query, session.as_of).shown
        self._job: Handle | None = None
        style = session.desk.options["style"]
        self.form = PrintOptionsForm(session.language, style, with_tasks=bool(rows))
        self.preview = PagePreview()
        self.notice = UndoBar()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._build()
        self._connect()
        self.setFocusProxy(self.preview)

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.count = label("", "text2")
        header = PageHeader(self.tr("Xem trước khi in"), self.count)
        self.close_button = Button(self.tr("Đóng"))
        self.pdf_button = Button(self.tr("Lưu PDF…"), "download")
        self.print_button = Button(self.tr("In…"), "printer", "filled")
        for button in (self.close_button, self.pdf_button, self.print_button):
            header.add(button)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.form)
        middle.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._build_tools())
        column.addLayout(middle, 1)
        column.addWidget(self.notice)

    def _build_tools(self) -> Bar:
        bar = Bar("window", "bottom")
        bar.setFixedHeight(px(FILTER_BAR))
        self.back_button = icon_button("chevron-left", self.tr("Trang trước"), "Page Up")
        self.forth_button = icon_button("chevron-right", self.tr("Trang sau"), "Page Down")
        self.page_words = label()
        self.out_button = icon_button("zoom-out", self.tr("Thu nhỏ"), "Ctrl+−")
        self.fit_button = Button(self.tr("Vừa trang"), variant="quiet")
        self.in_button = icon_button("zoom-in", self.tr("Phóng to"), "Ctrl++")
        self.copy_button = Button(self.tr("Sao chép văn bản"), "copy", "quiet")
        rule = Rule(upright=True)
        rule.setFixedHeight(px(20))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(6)
        paging = (self.back_button, self.page_words, self.forth_button)
        for part in (*paging, rule, self.out_button, self.fit_button, self.in_button):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.copy_button)
        return bar

    def _connect(self) -> None:
        self.form.changed.connect(self._wait.start)
        self._wait.timeout.connect(self.reload)
        self.preview.page_changed.connect(lambda _: self._show_page())
        self.preview.zoom_changed.connect(self._show_zoom)
        for button, act in (
            (self.close_button, self.leave),
            (self.pdf_button, self.save_pdf),
            (self.print_button, self.print_pages),
            (self.copy_button, self.copy_text),
            (self.back_button, lambda: self.preview.turn(-1)),
            (self.forth_button, lambda: self.preview.turn(1)),
            (self.out_button, lambda: self.preview.step_zoom(-1)),
            (self.in_button, lambda: self.preview.step_zoom(1)),
            (self.fit_button, lambda: self.preview.set_zoom(FIT)),
        ):
            button.clicked.connect(act)
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.preview.step_zoom(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.preview.step_zoom(-1)),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_0), lambda: self.preview.set_zoom(FIT)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # -- what is shown ---------------------------------------------------------------------------

    def hint(self) -> str:
        """The line for the status bar."""
        if self._printed is None:
            return ""
        turned = self._printed.plan.pages[0].landscape
        paper = self.tr("A4 ngang") if turned else self.tr("A4 dọc")
        return f"{paper}, {self._pages_words()}"

    def reload(self) -> None:
        """Make the sheet anew, in a job, and show its pages."""
        choice = self.form.choice()
        if self._job is not None:
            self._job.cancel()

        def job(handle: Handle) -> _Printed:
            sheets = self._make_sheets(choice, handle)
            return _Printed(sheets, plan_pages(sheets))

        self._job = self._jobs.run(job, self._on_planned, self._on_failed)

    def _make_sheets(self, choice: Choice, handle: Handle) -> tuple[Sheet, ...]:
        session, printing = self._session, self._session.desk.printing
        if choice.kind == "list":
            return (printing.task_list(self._query(), session.as_of, choice.options),)
        sheets = []
        for row_id in self._rows:
            handle.check()
            sheets.append(printing.task_sheet(row_id, session.as_of, choice.options))
        return tuple(sheets)

    def _query(self) -> Query:
        """What is listed: the rows given, else what the window shows."""
        return Query(clauses=(Clause("id", "=", self._rows),)) if self._rows else self._session.query

    def _on_planned(self, printed: _Printed) -> None:
        self._printed, self._job = printed, None
        self.preview.show_plan(printed.plan)
        tasks = len(self._rows) or self._shown
        counted = self.tr("%n nhiệm vụ", "", tasks)
        self.count.setText(f"{counted}, {self._pages_words()}")
        for button in (self.pdf_button, self.print_button, self.copy_button):
            button.setEnabled(True)

    def _pages_words(self) -> str:
        return self.tr("%n trang", "", self.preview.page_count())

    def _show_page(self) -> None:
        page, pages = self.preview.page + 1, self.preview.page_count()
        self.page_words.setText(self.tr("Trang {page} / {pages}").format(page=page, pages=pages))
        self.back_button.setEnabled(page > 1)
        self.forth_button.setEnabled(page < pages)

    def _show_zoom(self, zoom: float) -> None:
        self.fit_button.setText(self.tr("Vừa trang") if zoom == FIT else f"{zoom:.0%}")
        self.fit_button.updateGeometry()

    # -- doing -----------------------------------------------------------------------------------

    def leave(self) -> None:
        """Close the page."""
        if self._job is not None:
            self._job.cancel()
        self.closed.emit()

    def save_pdf(self) -> None:
        """Ask for a name and write the pages shown."""
        if self._printed is None:
            return
        proposed = proposed_folder() / suggest_name(self._printed.plan.title, self._session.as_of, "pdf")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Lưu PDF"), str(proposed), "PDF (*.pdf)")
        if name:
            self.write_pdf(Path(name))

    def write_pdf(self, path: Path) -> None:
        """Write the pages shown to a file, in a job."""
        printed = self._printed
        if printed is None:
            return
        target = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")

        def job(_: Handle) -> Path:
            write_pdf(target, printed.plan, datetime.fromisoformat(clock.now()))
            return target

        self._jobs.run(job, self._on_saved, self._on_failed)

    def _on_saved(self, path: Path) -> None:
        words = self.tr("Đã lưu {file}.").format(file=path.name)
        self.notice.show_done(words, self.tr("Mở thư mục"), lambda: open_folder(path))

    def print_pages(self) -> None:
        """Ask for a printer and print; without one, offer a PDF."""
        if self._printed is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            error = DeskError("no_printer")
            show_problem(self, self.tr("Không in được"), error, self.tr("Lưu PDF…"), self.save_pdf)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageLayout(page_layout(self._printed.plan, 0))
        printer.setDocName(self._printed.plan.title)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._printed.plan.pages))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            print_plan(printer, self._printed.plan)

    def copy_text(self) -> None:
        """Put everything the sheet says on the clipboard, tables parted by tabs."""
        if self._printed is not None:
            QGuiApplication.clipboard().setText("\n".join(map(format_text, self._printed.sheets)))
            self.notice.show_done(self.tr("Đã chép văn bản của biểu in."))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, DeskError):
            raise error
        show_problem(self, self.tr("Không làm được biểu in"), error)

    # -- Qt --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._printed is None and self._job is None:
            for button in (self.pdf_button, self.print_button, self.copy_button):
                button.setEnabled(False)
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)


def print_plan(printer: QPrinter, plan: Plan) -> None:
    """Print the chosen range of a plan; the printer was made ready by the dialog."""
    first = printer.fromPage() or 1
    last = printer.toPage() or len(plan.pages)
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(first - 1, min(last, len(plan.pages))):
        if number >= first:
            printer.setPageLayout(page_layout(plan, number))
            printer.newPage()
        paint(painter, plan, number)
    painter.end()
