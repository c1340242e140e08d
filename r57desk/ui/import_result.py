"""The last step of an import: what was written, what was not and why, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.services.importing import ImportResult
from r57desk.services.planning import ImportPlan
from r57desk.ui.flow import clear_layout
from r57desk.ui.import_facts import is_receipt
from r57desk.ui.import_lines import WRITTEN, CellLine, count_tasks
from r57desk.ui.import_words import LOOKS, state_name, state_sentence
from r57desk.ui.notices import icon_label
from r57desk.ui.parts import Button, Link, label
from r57desk.ui.shown_values import counted
from r57desk.ui.theme import px

_WIDTH = 560
Found = Mapping[str, Sequence[CellLine]]
Keys = Set[tuple[str, str]]


class ResultPage(QWidget):
    """One sentence, the figures, and “Hoàn tác lần nhập”."""

    undo_asked = Signal()
    review_asked = Signal(str)  # the section of the review that is to be shown first
    receipt_asked = Signal()
    errors_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", role=(18, 26), bold=True, wrap=True)
        self.sentence = label("", "text2", wrap=True)
        self.undo = Link(self.tr("Hoàn tác lần nhập"))
        self.undo.clicked.connect(self.undo_asked)
        self.receipt = Button(self.tr("Xuất phiếu báo nhận…"), "mail-check")
        self.errors = Button(self.tr("Xuất tệp báo lỗi…"), "file-output")
        self.receipt.clicked.connect(self.receipt_asked)
        self.errors.clicked.connect(self.errors_asked)
        self.decide = Button(self.tr("Xem việc cần quyết định"), "scale")
        self.decide.clicked.connect(lambda: self.review_asked.emit(self._section))
        self._section = "differences"
        papers = QHBoxLayout()
        papers.setSpacing(8)
        papers.addWidget(self.decide)
        papers.addWidget(self.receipt)
        papers.addWidget(self.errors)
        papers.addStretch(1)
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(10)
        self._figures.setVerticalSpacing(6)
        box = QWidget()
        box.setFixedWidth(px(_WIDTH))
        column = QVBoxLayout(box)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addLayout(self._figures)
        column.addSpacing(8)
        column.addLayout(papers)
        column.addWidget(self.undo)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def show_result(self, result: ImportResult, plan: ImportPlan, found: Found, left_out: Keys) -> None:
        """Say what the import did; `found` are the lines of its preview, `left_out` the keys of those not ticked."""
        name = Path(plan.file).name
        written = sum(bool(line.offices) or line.key not in left_out for state in WRITTEN for line in found[state])
        imported = result.import_id is not None
        taken = {
            state: any(line.offices or line.key not in left_out for line in found[state])
            for state in ("conflict", "request")
        }
        self._section = "differences" if taken["conflict"] else "requests"
        self.decide.setVisible(imported and any(taken.values()))
        answers = plan.answer is not None or plan.carried is not None
        self.receipt.setVisible(imported and answers and not is_receipt(plan.reading))
        self.errors.setVisible(imported and bool(found["quarantined"]))
        if result.changes.change is None:
            self.title.setText(self.tr("Không có gì mới trong {file}").format(file=name))
            self.sentence.setText(self.tr("Sổ giữ nguyên như cũ."))
        else:
            self.title.setText(self.tr("Đã ghi %n mục từ {file}", "", written).format(file=name))
            self.sentence.setText(
                self.tr("Bản sao lưu trước khi ghi được giữ cùng sổ. Có thể hoàn tác bất cứ lúc nào.")
            )
        self.undo.setVisible(result.changes.change is not None)
        clear_layout(self._figures)
        for row, (state, words) in enumerate(self._lines(found, left_out)):
            look = LOOKS[state]
            self._figures.addWidget(icon_label(look.icon, look.ink, 16), row, 0, Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(label(state_name(state), look.ink, bold=True), row, 1, Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(label(words, wrap=True), row, 2)
        self._figures.setColumnStretch(2, 1)

    def _lines(self, found: Found, left_out: Keys) -> Iterator[tuple[str, str]]:
        """State and words of each figure: the lines the preview showed, less those that were not ticked."""
        written = {
            state: [line for line in lines if line.offices or line.key not in left_out]
            for state, lines in found.items()
        }
        counts = {state: len(lines) for state, lines in written.items()}
        new, asked, differing, unread = (counts[state] for state in ("new", "request", "conflict", "quarantined"))
        if new:
            yield "new", counted(self.tr("%n nhiệm vụ", "", new), new)
        if counts["changed"]:
            yield "changed", state_sentence("changed", counts["changed"], count_tasks(written["changed"]))
        if asked:
            yield "request", counted(self.tr("%n ô thành đề nghị, chờ trả lời", "", asked), asked)
        if differing:
            yield "conflict", counted(self.tr("%n ô giữ cả hai giá trị, chờ chọn", "", differing), differing)
        if unread:
            yield "quarantined", counted(self.tr("%n ô chưa ghi", "", unread), unread)
        same = counts["unchanged"]
        if same:
            yield "unchanged", counted(self.tr("%n dòng giống trong sổ", "", same), same)
        if left_out:
            untaken = len(left_out)
            yield "missing", counted(self.tr("%n mục không được chọn nên không ghi", "", untaken), untaken)
