"""A new task: only what is needed to find it again; the rest is filled in the panel."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import BY_CODE
from r57desk.domain.values import parse_value
from r57desk.ui.deadline_words import reading_words
from r57desk.ui.dialog import Dialog
from r57desk.ui.parts import Field, label
from r57desk.ui.session import Session
from r57desk.ui.theme import SECOND, field_sheet, font, line_height

_LINES = ("deadline_text", "lead", "coop", "deliverable", "source_doc", "stt")


class NewTaskDialog(Dialog):
    """Creates through the session; `row_id` names the new task after it was accepted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Nhiệm vụ mới"), parent)
        self._session = session
        self.row_id: str | None = None
        self.title = QPlainTextEdit()
        self.title.setFont(font())
        self.title.setTabChangesFocus(True)
        self.title.setStyleSheet(field_sheet("QPlainTextEdit"))
        self.title.setFixedHeight(3 * line_height() + 14)
        self._add("title", self.title)
        self.lines: dict[str, Field] = {}
        self._reading = label("", "text2", SECOND, wrap=True)
        for code in _LINES:
            self.lines[code] = Field()
            self._add(code, self.lines[code])
            if code == "deadline_text":
                self.body.addWidget(self._reading)
        self._problem = label("", "soon", wrap=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.body.addStretch(1)
        self.lines["deadline_text"].setPlaceholderText(self.tr("6/2025, Quý III/2025, 15/7/2025, thường xuyên…"))
        self.lines["deadline_text"].textChanged.connect(self._show_reading)
        self.lines["source_doc"].textChanged.connect(self._show_reading)
        only = session.filters.get("source_doc", ())
        self.lines["source_doc"].setText(only[0] if len(only) == 1 else "")
        self._show_reading()
        self.add_close(self.tr("Huỷ"))
        self.add_main(self.tr("Tạo nhiệm vụ"), self.keep)
        self.title.setFocus()

    def _add(self, code: str, widget: QWidget) -> None:
        field = BY_CODE[code]
        name = field.label_en if self._session.language == "en" else field.label_vi
        words = label(name, "text2", SECOND)
        words.setBuddy(widget)
        widget.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(widget)
        self.body.addLayout(column)

    def _show_reading(self) -> None:
        year = self._session.find_year("deadline_text", self.lines["source_doc"].text())
        deadline = parse_deadline(self.lines["deadline_text"].text(), year)
        self._reading.setText(reading_words(deadline, self._session.language))

    def values(self) -> dict[str, str | None]:
        """What was typed, as canonical text; only fields that were filled."""
        typed = {"title": self.title.toPlainText(), **{code: line.text() for code, line in self.lines.items()}}
        read = {code: parse_value(BY_CODE[code].type, text).value for code, text in typed.items()}
        return {code: value for code, value in read.items() if value}

    def keep(self) -> None:
        """Create the task; without a title say what is missing."""
        values = self.values()
        if "title" not in values:
            self._problem.setText(self.tr("Chưa ghi tên nhiệm vụ."))
            self._problem.show()
            self.title.setFocus()
            return
        self.row_id = self._session.create(values)
        if self.row_id is not None:
            self.accept()
