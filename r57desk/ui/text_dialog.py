"""Asks for one text: another value of a cell, or the reason of a refusal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.editors import TextInput
from r57desk.ui.parts import label
from r57desk.ui.theme import field_sheet, px


class TextDialog(Dialog):
    """`check(text)` answers why a text cannot be taken, "" when it can; Ctrl+Enter presses the button."""

    def __init__(
        self,
        title: str,
        question: str,
        action: str,
        check: Callable[[str], str],
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, width=WIDE)
        self._check = check
        self.body.addWidget(label(question, "text2", wrap=True))
        self.input = TextInput(text)
        self.input.setStyleSheet(field_sheet("QPlainTextEdit"))
        self.input.setMinimumHeight(px(96))
        self.input.setAccessibleName(question)
        self.input.installEventFilter(self)
        self.input.textChanged.connect(self._show_ready)
        self.body.addWidget(self.input)
        self.problem = label("", "soon", wrap=True)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.add_close(self.tr("Huỷ"))
        self.main = self.add_main(action)
        self._show_ready()
        self.input.setFocus()
        self.input.selectAll()

    def text(self) -> str:
        """What was written."""
        return self.input.text().strip()

    def _show_ready(self) -> None:
        problem = self._check(self.text())
        self.problem.setText(problem)
        self.main.setEnabled(not problem)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter is the button, Enter a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.main.isEnabled():
                self.main.click()
                return True
        return False
