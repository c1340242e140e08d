"""The first start: whose register this is, how it prints, what it begins with; or a register from a backup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from r57desk.domain.office import Office
from r57desk.errors import DeskError
from r57desk.services.desk import Desk
from r57desk.services.seeding import read_seed_offices
from r57desk.ui.choice_card import ChoiceCard
from r57desk.ui.jobs import Handle, Jobs
from r57desk.ui.messages import show_problem
from r57desk.ui.notices import icon_label
from r57desk.ui.office_search import OfficeSearch
from r57desk.ui.office_suggestions import OfficeSuggestions, Suggestion
from r57desk.ui.own_office import OwnOffice
from r57desk.ui.page_jobs import PageJobs
from r57desk.ui.parts import Bar, Button, Field, Link, label, scroll_area
from r57desk.ui.restore_dialog import RestoreDialog
from r57desk.ui.theme import FIRST_RUN, SECOND, px, tokens
from r57desk.ui.toggles import Radio
from r57desk.ui.translation import language_now

WIDTH, FOOTER = 620, 48
WARN_DAYS = (3, 7, 15)
STEPS = 2
_PARTY_BODIES = ("TU", "DU", "BTC", "BTGDV", "UBKT")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the first start asks."""

    path: Path
    office: str
    name: str
    style: str
    samples: bool
    warn_days: int


class FirstStart(QWidget):
    """Two pages. Makes the register in a job and then says `ready(Desk)`; `left` when the user goes without one."""

    ready = Signal(object)
    left = Signal()

    def __init__(self, path: Path, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._suggestions = OfficeSuggestions(())
        self._own_name = ""
        self._pages = QStackedWidget()
        self.jobs = PageJobs(self, jobs, self._set_busy)
        self._first, self._second = QWidget(), QWidget()
        for page, build in ((self._first, self._build_first), (self._second, self._build_second)):
            build(self._column_of(page))
            self._pages.addWidget(scroll_area(page, "window"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._build_footer())
        self._show_step()
        self.search.field.setFocus()
        jobs.run(lambda _: read_seed_offices(), self._on_offices_read, self._on_failed)

    # -- building --------------------------------------------------------------------------------

    def _column_of(self, page: QWidget) -> QVBoxLayout:
        """A column 620 wide in the middle of a page."""
        box = QWidget()
        box.setMaximumWidth(px(WIDTH))
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        row.addWidget(box, 100)
        row.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 52, 0, 16)
        column.setSpacing(0)
        return column

    def _add_head(self, column: QVBoxLayout, step: int, title: str, hint: str) -> None:
        words = self.tr("Bước {step} trên {steps}").format(step=step, steps=STEPS)
        column.addWidget(label(words, "text2"))
        column.addWidget(label(title, role=FIRST_RUN, bold=True))
        column.addWidget(label(hint, "text2", wrap=True))
        column.addSpacing(14)

    def _build_first(self, column: QVBoxLayout) -> None:
        hint = self.tr("Tên cơ quan được ghi trong mỗi thay đổi và trên trang in. Có thể đổi sau trong Cài đặt.")
        self._add_head(column, 1, self.tr("Sổ này của cơ quan nào?"), hint)
        name = self.tr("Tên cơ quan, đơn vị")
        self.search = OfficeSearch(self._find, name, self._first, tall=True)
        self.search.chosen.connect(self._on_chosen)
        self.search.own_name_asked.connect(self._on_own_name_asked)
        self.search.field.textEdited.connect(self._on_edited)
        self.own = OwnOffice(self._find, self._first)
        self.own.changed.connect(self._show_step)
        self.own.hide()
        column.addWidget(label(name, bold=True))
        column.addSpacing(3)
        column.addWidget(self.search)
        column.addSpacing(8)
        column.addWidget(self.own)
        column.addSpacing(12)
        self._add_style(column)
        self._add_beginning(column)
        column.addSpacing(14)
        column.addWidget(_SecrecyBanner(self.tr("Không nhập thông tin thuộc bí mật nhà nước."), self.tr(
            "Tệp hoặc dòng ghi Mật, Tối mật, Tuyệt mật sẽ bị từ chối. Dữ liệu chỉ nằm trên máy này."
        )))  # fmt: skip
        column.addStretch(1)

    def _add_style(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self.tr("Kiểu trình bày khi in"), bold=True))
        column.addSpacing(4)
        row = QHBoxLayout()
        self.styles = {
            "state": Radio(self.tr("Cơ quan nhà nước (Quốc hiệu, Tiêu ngữ)")),
            "party": Radio(self.tr("Cơ quan Đảng")),
        }
        group = QButtonGroup(self)
        for radio in self.styles.values():
            group.addButton(radio)
            row.addWidget(radio, 1)
        self.styles["state"].setChecked(True)
        column.addLayout(row)
        column.addSpacing(16)

    def _add_beginning(self, column: QVBoxLayout) -> None:
        column.addWidget(label(self.tr("Bắt đầu với"), bold=True))
        column.addSpacing(4)
        self.empty = ChoiceCard(self.tr("Sổ trống"), self.tr("Nhập phụ lục từ Excel hoặc tạo từng nhiệm vụ."))
        self.samples = ChoiceCard(
            self.tr("Dữ liệu mẫu để làm quen"), self.tr("Có đánh dấu “mẫu”, xoá được bất cứ lúc nào.")
        )
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(10)
        for card in (self.empty, self.samples):
            group.addButton(card)
            row.addWidget(card, 1)
        self.empty.setChecked(True)
        column.addLayout(row)

    def _build_second(self, column: QVBoxLayout) -> None:
        hint = self.tr("Sổ là một tệp duy nhất, chép đi được; không có gì được gửi ra khỏi máy này.")
        self._add_head(column, 2, self.tr("Sổ được giữ ở đâu?"), hint)
        column.addWidget(label(self.tr("Tệp sổ"), bold=True))
        column.addSpacing(3)
        self.path_field = Field()
        self.path_field.setText(str(self._path))
        self.path_field.setReadOnly(True)
        self.path_field.setAccessibleName(self.tr("Tệp sổ"))
        self.path_button = Button(self.tr("Đổi chỗ…"))
        self.path_button.clicked.connect(self.choose_path)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.path_field, 1)
        row.addWidget(self.path_button)
        column.addLayout(row)
        column.addSpacing(6)
        backups = self.tr("Sổ tự sao lưu mỗi ngày và trước mỗi lần nhập, giữ 14 bản gần nhất ở thư mục bên cạnh.")
        column.addWidget(label(backups, "text2", wrap=True))
        column.addSpacing(18)
        column.addWidget(label(self.tr("Nhắc sắp đến hạn trước"), bold=True))
        column.addSpacing(4)
        days, group = QHBoxLayout(), QButtonGroup(self)
        self.warn_days = {number: Radio(self.tr("%n ngày", "", number)) for number in WARN_DAYS}
        for radio in self.warn_days.values():
            group.addButton(radio)
            days.addWidget(radio)
            days.addSpacing(24)
        days.addStretch(1)
        self.warn_days[7].setChecked(True)
        column.addLayout(days)
        column.addStretch(1)

    def _build_footer(self) -> Bar:
        bar = Bar("window", "top")
        bar.setFixedHeight(px(FOOTER))
        self.restore_link = Link(self.tr("Khôi phục từ bản sao lưu…"), ink="text2")
        self.back_button, self.next_button = Button(), Button("", variant="filled")
        self.restore_link.clicked.connect(self.restore)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.next_button.clicked.connect(self._on_next_clicked)
        inside = QHBoxLayout()
        inside.setSpacing(8)
        self.reason = label("", "text2", SECOND, wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.restore_link)
        inside.addWidget(self.reason, 1)
        inside.addWidget(self.back_button)
        inside.addWidget(self.next_button)
        box = QWidget()
        box.setMaximumWidth(px(WIDTH))
        box.setLayout(inside)
        inside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 1, 16, 0)
        row.addStretch(1)
        row.addWidget(box, 100)
        row.addStretch(1)
        return bar

    # -- steps -----------------------------------------------------------------------------------

    def _show_step(self) -> None:
        second = self._pages.currentIndex() == 1
        self.back_button.setText(self.tr("Quay lại") if second else self.tr("Thoát"))
        self.next_button.setText(self.tr("Mở sổ") if second else self.tr("Tiếp tục"))
        for button in (self.back_button, self.next_button):
            button.updateGeometry()
        self.restore_link.setVisible(not second)
        missing = "" if second else self._missing()
        self.next_button.setEnabled(not self.jobs.running and not missing)
        self.reason.setText(missing)

    def _on_next_clicked(self) -> None:
        if self._pages.currentIndex() == 0:
            self._pages.setCurrentIndex(1)
            self._show_step()
            self.next_button.setFocus()
        else:
            self.make_register()

    def _on_back_clicked(self) -> None:
        if self._pages.currentIndex() == 1:
            self._pages.setCurrentIndex(0)
            self._show_step()
            self.search.field.setFocus()
        else:
            self.left.emit()

    # -- whose register --------------------------------------------------------------------------

    def _on_offices_read(self, offices: Sequence[Office]) -> None:
        self._suggestions = OfficeSuggestions(offices)
        if self.search.field.text() and self.search.picked is None:
            self.search.search()

    def _find(self, typed: str) -> Sequence[Suggestion]:
        need = {"province": self.tr("gõ tiếp tên tỉnh, thành phố"), "commune": self.tr("gõ tiếp tên xã, phường")}
        return self._suggestions.find(typed, need)

    def _on_chosen(self, suggestion: Suggestion) -> None:
        self.own.hide()
        self._own_name = ""
        party = suggestion.code.rpartition(".")[2] in _PARTY_BODIES
        self.styles["party" if party else "state"].setChecked(True)
        self._show_step()

    def _on_own_name_asked(self, name: str) -> None:
        self._own_name = name
        self.own.start(name)
        self._show_step()

    def _on_edited(self) -> None:
        self._own_name = ""
        self.own.hide()
        self._show_step()

    def _office(self) -> tuple[str, str]:
        """Code and name as chosen; both empty while nothing is."""
        if self.search.picked is not None:
            return self.search.picked.code, self.search.picked.name
        code = self.own.office_code() if self._own_name else ""
        return (code, self._own_name) if code else ("", "")

    def _missing(self) -> str:
        """What the first page still lacks, in a sentence; empty when it is complete."""
        if self._office()[0]:
            return ""
        if self._own_name:
            return self.own.missing()
        if self.search.field.text().strip():
            return self.tr("Chọn một dòng trong danh sách.")
        return self.tr("Còn thiếu tên cơ quan.")

    def answers(self) -> Answers:
        """Everything as it stands."""
        code, name = self._office()
        style = next(style for style, radio in self.styles.items() if radio.isChecked())
        warn = next(days for days, radio in self.warn_days.items() if radio.isChecked())
        return Answers(self._path, code, name, style, self.samples.isChecked(), warn)

    # -- making it -------------------------------------------------------------------------------

    def choose_path(self) -> None:
        """Ask where the register is to be kept."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Tệp sổ"), str(self._path), self.tr("Sổ nhiệm vụ (*.db)"))
        if name:
            self._path = Path(name)
            self.path_field.setText(name)

    def make_register(self) -> None:
        """Make the register from the answers."""
        answers, language = self.answers(), language_now()

        def job(_: Handle) -> Desk:
            return make_desk(answers, language)

        self.jobs.start(self.tr("Đang lập sổ…"), job, self.ready.emit, self._on_failed)

    def _set_busy(self, busy: bool) -> None:
        self._pages.setEnabled(not busy)
        self._show_step()

    def restore(self) -> None:
        """Choose a copy of an earlier register and open it in place of a new one."""
        dialog = RestoreDialog(self._path, self)
        dialog.restored.connect(self._open_restored)
        dialog.exec()

    def _open_restored(self) -> None:
        try:
            self.ready.emit(Desk.open(self._path))
        except DeskError as error:
            self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._show_step()
        if not isinstance(error, DeskError):
            raise error
        show_problem(self, self.tr("Không lập được sổ"), error)

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_back_clicked()
            return
        super().keyPressEvent(event)


def make_desk(answers: Answers, language: str) -> Desk:
    """A new register with its options set, and the samples in it if they were asked for."""
    desk = Desk.create(answers.path, answers.office, answers.name)
    try:
        desk.set_option("style", answers.style)
        desk.set_option("warn_days", str(answers.warn_days))
        desk.set_option("language", language)
        if answers.samples:
            desk.register.load_samples()
    except BaseException:
        desk.close()
        raise
    return desk


class _SecrecyBanner(QWidget):
    """The standing remark: bold first sentence, the rest after it on the same lines."""

    def __init__(self, first: str, rest: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 8)
        row.setSpacing(8)
        row.addWidget(icon_label("lock", "soon"), 0, Qt.AlignmentFlag.AlignTop)
        words = label("", "soon", wrap=True)
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(f"<b>{first}</b> {rest}")
        words.setAccessibleName(f"{first} {rest}")
        row.addWidget(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRect(self.rect()), tokens()["soon_bg"])
