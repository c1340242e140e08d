"""Known errors as calm dialogs: title = the event; bold what happened, then the effect, then what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r57desk.errors import DeskError
from r57desk.ui.dialog import Dialog, split_sentence
from r57desk.ui.parts import label
from r57desk.ui.translation import language_now


def split_message(sentence: str) -> tuple[str, str, str]:
    """What happened; why, and what the register is now; what to do. Short messages leave the middle or end empty."""
    happened, rest = split_sentence(sentence)
    middle: list[str] = []
    while rest:
        one, rest = split_sentence(rest)
        middle.append(one)
    advice = middle.pop() if len(middle) > 1 else ""
    return happened, " ".join(middle), advice


class ErrorDialog(Dialog):
    """An error a person can act on; `add_main` names the way on where there is one."""

    def __init__(self, title: str, error: DeskError, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.code = error.code
        happened, effect, advice = split_message(error.sentence(language_now()))
        for text, ink, bold in ((happened, "text", True), (effect, "text", False), (advice, "text2", False)):
            if text:
                line = label(text, ink, bold=bold, wrap=True)
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.body.addWidget(line)
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)


def show_problem(
    parent: QWidget | None,
    title: str,
    error: DeskError,
    action: str = "",
    act: Callable[[], None] | None = None,
) -> None:
    """Show an error and wait; `action` names a filled button that closes the dialog and then calls `act`."""
    dialog = ErrorDialog(title, error, parent)
    if action:
        dialog.add_main(action)
    if dialog.exec() == ErrorDialog.DialogCode.Accepted and act is not None:
        act()
