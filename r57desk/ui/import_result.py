"""The last step of an import: what was written, what was not and why, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.services.importing import ImportResult
from r57desk.services.planning import ImportPlan
from r57desk.ui.flow import clear_layout
from r57desk.ui.import_words import LOOKS, state_name
from r57desk.ui.notices import icon_label
from r57desk.ui.parts import Link, label
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import px

_WIDTH = 560


class ResultPage(QWidget):
    """One sentence, the figures, and “Hoàn tác lần nhập”."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", role=(18, 26), bold=True, wrap=True)
        self.sentence = label("", "text2", wrap=True)
        self.undo = Link(self.tr("Hoàn tác lần nhập"))
        self.undo.clicked.connect(self.undo_asked)
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
        column.addWidget(self.undo)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(box)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(2)

    def show_result(self, result: ImportResult, plan: ImportPlan, written: int, left_out: int) -> None:
        """Say what the import did."""
        name = Path(plan.file).name
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
        for row, (state, words) in enumerate(self._lines(plan, left_out)):
            look = LOOKS[state]
            self._figures.addWidget(icon_label(look.icon, look.ink, 16), row, 0, Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(label(state_name(state), look.ink, bold=True), row, 1, Qt.AlignmentFlag.AlignTop)
            self._figures.addWidget(label(words, wrap=True), row, 2)
        self._figures.setColumnStretch(2, 1)

    def _lines(self, plan: ImportPlan, left_out: int) -> Iterator[tuple[str, str]]:
        counts = plan.counts
        if counts.added:
            yield "new", self.tr("{n} nhiệm vụ").format(n=grouped(counts.added))
        if counts.cells:
            yield (
                "changed",
                self.tr("{n} ô của {tasks} nhiệm vụ").format(n=grouped(counts.cells), tasks=grouped(counts.changed)),
            )
        if counts.requests:
            yield "request", self.tr("{n} ô chờ cơ quan giao việc trả lời").format(n=grouped(counts.requests))
        if counts.conflicts:
            yield "conflict", self.tr("{n} ô giữ cả hai giá trị, chờ chọn").format(n=grouped(counts.conflicts))
        if counts.quarantined:
            yield "quarantined", self.tr("{n} ô chưa ghi").format(n=grouped(counts.quarantined))
        yield "unchanged", self.tr("{n} dòng giống trong sổ").format(n=grouped(counts.unchanged))
        if left_out:
            yield "missing", self.tr("{n} mục không được chọn nên không ghi").format(n=grouped(left_out))
