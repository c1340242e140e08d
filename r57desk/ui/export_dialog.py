"""Sending tasks out as a workbook: which tasks, under which name; afterwards where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QWidget

from r57desk.domain.query import EVERYTHING, Query
from r57desk.errors import DeskError
from r57desk.services.changes import Changes
from r57desk.services.exporting import ExportResult
from r57desk.services.query_words import describe
from r57desk.ui.addressee import Addressee
from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.file_names import open_folder, proposed_folder, suggest_name
from r57desk.ui.jobs import Handle, Jobs
from r57desk.ui.messages import split_message
from r57desk.ui.parts import Button, Field, label
from r57desk.ui.session import Session
from r57desk.ui.short_offices import short_office
from r57desk.ui.shown_values import counted, grouped
from r57desk.ui.theme import SECOND, px
from r57desk.ui.toggles import Radio


class ExportDialog(Dialog):
    """Asks, writes in a job, and then says where the file lies. `exported(ExportResult)` when it is written.

    `sending`: begin with the office it goes to, `to` its code when it is known already.
    """

    exported = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, parent: QWidget | None = None, *, sending: bool = False, to: str = ""
    ) -> None:
        super().__init__(self.tr("Gửi đi: xuất tệp Excel"), parent, width=WIDE)
        self._session, self._jobs = session, jobs
        self._job: Handle | None = None
        self._result: ExportResult | None = None
        self._named = False  # whether somebody chose the file's name
        self.addressee = Addressee(session, self)
        self.body.addWidget(self.addressee)
        self.body.addSpacing(4)
        self._build_what()
        self._build_where()
        words = self.tr(
            "Tệp mở và điền được bằng Excel, không cần phần mềm này; khi nhận lại, mỗi dòng tự khớp với sổ."
        )
        self.body.addWidget(label(words, "text2", SECOND, wrap=True))
        self.answer = label("", wrap=True)
        self.answer.hide()
        self.body.addWidget(self.answer)
        self.body.addStretch(1)
        self.close_button = self.add_close(self.tr("Huỷ"))
        self.main = self.add_main("", self._on_main_clicked)
        self.addressee.changed.connect(self._on_addressee_changed)
        if sending:
            self.addressee.choose(to)
        self._on_addressee_changed()

    def _build_what(self) -> None:
        session = self._session
        counts = session.desk.tasks.count(session.query, session.as_of)
        self._counts = {"filter": counts.shown, "all": counts.total}
        self.body.addWidget(label(self.tr("Nhiệm vụ đưa vào tệp"), "text2", bold=True))
        shown = self.tr("Đang hiển thị: {n} nhiệm vụ").format(n=grouped(counts.shown))
        everything = self.tr("Cả sổ: {n} nhiệm vụ").format(n=grouped(counts.total))
        self.which = {"filter": Radio(shown), "all": Radio(everything)}
        group = QButtonGroup(self)
        for code, radio in self.which.items():
            group.addButton(radio)
            self.body.addWidget(radio)
            if code == "filter" and session.filtered():
                words = label(describe(session.query, session.language), "text2", SECOND, wrap=True)
                words.setContentsMargins(px(23), 0, 0, 0)
                self.body.addWidget(words)
        self.which["filter" if session.filtered() else "all"].setChecked(True)
        self.which["filter"].setEnabled(session.filtered())
        group.buttonToggled.connect(lambda *_: self._show_count())

    def _build_where(self) -> None:
        self.body.addSpacing(6)
        name = self.tr("Tên tệp")
        self.body.addWidget(label(name, "text2", bold=True))
        self.path_field = Field()
        self.path_field.setAccessibleName(name)
        self.path_field.textEdited.connect(self._on_path_edited)
        self.choose_button = Button(self.tr("Chọn chỗ…"))
        self.choose_button.clicked.connect(self.choose_path)
        row = QHBoxLayout()
        row.addWidget(self.path_field, 1)
        row.addWidget(self.choose_button)
        self.body.addLayout(row)

    def choose_path(self) -> None:
        """Ask for a place and a name."""
        kinds = self.tr("Tệp Excel (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.path_field.text(), kinds)
        if name:
            self.path_field.setText(name)
            self._on_path_edited()

    def _on_path_edited(self) -> None:
        self._named = True
        self._show_count()

    def _on_addressee_changed(self) -> None:
        """Propose a name that says for whom and which number; one that was chosen stays."""
        if not self._named:
            to, title = self.addressee, self.tr("nhiệm vụ")
            if to.sends() and to.code():
                words = self.tr("gói số {n} gửi {office}")
                title = words.format(n=f"{to.number():02}", office=short_office(to.name() or to.code()))
            self.path_field.setText(str(proposed_folder() / suggest_name(title, self._session.as_of, "xlsx")))
        self._show_count()
        if self.isVisible():
            self._session.run_soon(self, self.fit)  # when the words have their new height

    def target(self) -> Path:
        """The file to be written."""
        path = Path(self.path_field.text().strip())
        return path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")

    def query(self) -> Query:
        """What goes into the file."""
        return self._session.query if self.which["filter"].isChecked() else EVERYTHING

    def _show_count(self) -> None:
        count = self._counts["filter" if self.which["filter"].isChecked() else "all"]
        sends = self.addressee.sends()
        words = self.tr("Gửi %n nhiệm vụ", "", count) if sends else self.tr("Xuất %n nhiệm vụ", "", count)
        self.main.setText(counted(words, count))
        named = bool(self.path_field.text().strip())
        self.main.setEnabled(count > 0 and named and self.addressee.ready() and self._job is None)
        self.main.updateGeometry()

    # -- writing ---------------------------------------------------------------------------------

    def _on_main_clicked(self) -> None:
        if self._result is not None:
            open_folder(self._result.path)
            self.accept()
        else:
            self.write()

    def write(self) -> None:
        """Write the file in a job."""
        session, target, query, as_of = self._session, self.target(), self.query(), self._session.as_of
        to, to_name = self.addressee.code(), self.addressee.name()
        exports = session.desk.exports

        def job(handle: Handle) -> ExportResult:
            return (
                exports.export(target, query, as_of, to=to, to_name=to_name)
                if to
                else exports.export(target, query, as_of)
            )

        self._job = self._jobs.run(job, self._on_written, self._on_failed)
        self._show_count()

    def _on_written(self, result: ExportResult) -> None:
        self._job, self._result = None, result
        to = self.addressee
        if to.sends():
            words = self.tr(
                "Đã ghi gói số {number} gửi {office}: {n} nhiệm vụ, tệp {file}. Gửi tệp này cho cơ quan nhận."
            )
            words = words.format(
                number=f"{result.number:02}",
                office=to.name() or to.code(),
                n=grouped(result.rows),
                file=result.path.name,
            )
            self._session.announce(Changes("options", everything=True))
        else:
            words = self.tr("Đã ghi {n} nhiệm vụ ra {file}.").format(n=grouped(result.rows), file=result.path.name)
        self._say(words)
        for widget in (*self.which.values(), self.path_field, self.choose_button, to):
            widget.setEnabled(False)
        self.close_button.setText(self.tr("Đóng"))
        self.main.setText(self.tr("Mở thư mục"))
        self.main.setEnabled(True)
        self.exported.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_count()
        if not isinstance(error, DeskError):
            raise error
        self._say(" ".join(filter(None, split_message(error.sentence(self._session.language)))))

    def _say(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setAccessibleName(words)
        self.answer.show()
        self.fit()
