"""The bar for several chosen rows: one change for all of them, printing, copying, deleting."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from r57desk.domain.task import Task
from r57desk.ui.editors import Values
from r57desk.ui.parts import Bar, Button, Link, label
from r57desk.ui.popup_editor import open_popup_editor
from r57desk.ui.session import Session
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import FILTER_BAR, px, tokens

_NOBODY = Task(id="", progress="")


class BulkBar(Bar):
    """Takes the place of the filter bar while two or more rows are chosen."""

    print_asked = Signal()
    copy_asked = Signal()
    delete_asked = Signal()
    unselect_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("select", "bottom")
        self.setParent(parent)
        self._session = session
        self.setFixedHeight(px(FILTER_BAR))
        self._count = label("", bold=True)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 0, 12, 1)
        row.setSpacing(6)
        row.addWidget(self._count)
        edits = (
            (self.tr("Đổi tiến độ…"), "progress"),
            (self.tr("Chọn lãnh đạo…"), "leader"),
            (self.tr("Ghi kết quả chung…"), "result_now"),
        )
        for words, code in edits:
            button = self._button(words, "", lambda _=False, code=code: self.open_editor(code))
            button.setObjectName(code)
            button.setEnabled(not session.read_only)
            row.addWidget(button)
        row.addWidget(self._button(self.tr("In phiếu"), "printer", self.print_asked.emit))
        row.addWidget(self._button(self.tr("Sao chép kèm tiêu đề"), "copy", self.copy_asked.emit))
        delete = self._button(self.tr("Xoá"), "", self.delete_asked.emit)
        delete.setEnabled(not session.read_only)
        row.addWidget(delete)
        row.addStretch(1)
        unselect = Link(self.tr("Bỏ chọn"))
        unselect.clicked.connect(self.unselect_asked)
        row.addWidget(unselect)

    def _button(self, words: str, icon: str, action: Callable[..., object]) -> Button:
        button = Button(words, icon)
        button.clicked.connect(action)
        return button

    def show_count(self, count: int) -> None:
        """How many rows one change would touch."""
        self._count.setText(self.tr("Đã chọn {n} nhiệm vụ").format(n=grouped(count)))

    def open_editor(self, code: str) -> None:
        """Ask for a value and write it into every chosen row, as one change."""
        button = self.findChild(Button, code)
        if button is None:
            return
        rows = self._session.selection
        title = self.tr("Ghi cho {n} nhiệm vụ").format(n=grouped(len(rows)))
        open_popup_editor(button, code, _NOBODY, self._session, lambda values: self._write(rows, values), title=title)

    def _write(self, rows: tuple[str, ...], values: Values) -> None:
        meant = {code: value for code, value in values.items() if value}
        if meant:
            self._session.set_fields(rows, meant)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["select"])
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens()["line"])
