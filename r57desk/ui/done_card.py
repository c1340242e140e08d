"""The card that asks, in place, when a task was done and where that is written, before it counts as done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from r57desk.domain.task import Task
from r57desk.domain.values import parse_value
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Button, Field, label
from r57desk.ui.short_titles import card_title
from r57desk.ui.theme import SECOND, line_height
from r57desk.ui.two_lines import paint_numbered


class _Title(QWidget):
    """Number and two lines of title, as on the card."""

    def __init__(self, number: str, title: str) -> None:
        super().__init__()
        self._number, self._title = number, title
        self.setToolTip(title)
        self.setFixedHeight(2 * line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_numbered(QPainter(self), self.rect(), self._number, self._title)


class DoneCard(QWidget):
    """Asks date and evidence for the tasks dropped on Hoàn thành. Enter writes, Esc sends them back."""

    confirmed = Signal(str, str)  # ISO date ("" when left blank), evidence
    cancelled = Signal()

    def __init__(self, tasks: Sequence[Task], day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_ids = [task.id for task in tasks]
        self.date_field = Field(self.tr("ngày/tháng/năm"))
        self.date_field.setText(f"{day:%d/%m/%Y}")
        self.evidence_field = Field(self.tr("Số, ngày văn bản hoặc tệp"))
        self.problem = label("", "soon", SECOND, wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 11, 11, 10)
        column.setSpacing(3)
        if len(tasks) == 1:
            column.addWidget(_Title(tasks[0].stt, card_title(tasks[0])))
        else:
            column.addWidget(label(self.tr("%n nhiệm vụ hoàn thành", "", len(tasks)), bold=True))
        column.addSpacing(2)
        for name, field in (
            (self.tr("Ngày hoàn thành"), self.date_field),
            (self.tr("Văn bản, minh chứng"), self.evidence_field),
        ):
            column.addWidget(_field_label(name, field))
            column.addWidget(field)
        column.addWidget(self.problem)
        column.addSpacing(4)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.confirm_button = Button(self.tr("Ghi hoàn thành"), variant="filled")
        self.cancel_button = Button(self.tr("Huỷ"))
        self.confirm_button.clicked.connect(self.confirm)
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.confirm_button)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        return row

    def start(self) -> None:
        """Put the keyboard on the date, all of it selected."""
        self.date_field.setFocus()
        self.date_field.selectAll()

    def confirm(self) -> None:
        """Send the answer, or say what is wrong with the date."""
        raw = self.date_field.text().strip()
        read = parse_value("date", raw) if raw else None
        if read is not None and not read.value:
            self.problem.setText(self.tr("“{text}” không phải ngày. Ghi dạng 23/09/2025.").format(text=raw))
            self.problem.show()
            self.start()
            return
        self.confirmed.emit((read.value or "") if read else "", self.evidence_field.text().strip())

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRect(self.rect()), "surface", "accent", width=2)


def _field_label(name: str, field: Field) -> QLabel:
    made = label(name, "text2", SECOND)
    made.setBuddy(field)
    field.setAccessibleName(name)
    return made
