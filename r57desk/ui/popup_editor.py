"""An editor in a small box under the button that opened it: the panel's progress, the bulk bar's values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.task import Task
from r57desk.ui.editors import CellEditor, Values, make_editor
from r57desk.ui.parts import Button, label
from r57desk.ui.popup import Popup
from r57desk.ui.session import Session
from r57desk.ui.theme import px


class PopupEditor(Popup):
    """Closes on Esc, on a click elsewhere, or when the value is kept."""

    def __init__(self, owner: QWidget, editor: CellEditor, title: str, button: str) -> None:
        super().__init__(owner)
        self.editor = editor
        editor.framed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        if title:
            column.addWidget(label(title, "text2", bold=True))
        column.addWidget(editor)
        row = QHBoxLayout()
        row.addStretch(1)
        keep = Button(button, variant="filled")
        keep.clicked.connect(editor.keep)
        row.addWidget(keep)
        column.addLayout(row)
        editor.left.connect(self.close)
        editor.grown.connect(self.adjustSize)
        self.setFixedWidth(px(320))


def open_popup_editor(
    owner: QWidget,
    code: str,
    task: Task,
    session: Session,
    on_kept: Callable[[Values], None],
    *,
    title: str = "",
) -> PopupEditor:
    """Open the editor of `code` under `owner`; `on_kept` gets the values once, if they are kept."""
    editor = make_editor(code, task, session.language, year=session.find_year(code, task.source_doc))
    popup = PopupEditor(owner, editor, title, QCoreApplication.translate("PopupEditor", "Ghi vào sổ"))

    def keep(values: Values) -> None:
        popup.close()
        on_kept(values)

    editor.kept.connect(keep)
    popup.open_under(owner)
    editor.setFocus()
    return popup
