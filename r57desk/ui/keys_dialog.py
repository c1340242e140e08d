"""The sheet of keys: everything the keyboard can do, on one page of two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.keys import KEYS, Key
from r57desk.ui.parts import label


class KeysDialog(Dialog):
    """The sheet of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Phím tắt"), parent, width=WIDE)
        half = (len(KEYS) + 1) // 2
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for part in (KEYS[:half], KEYS[half:]):
            columns.addLayout(_column(part), 1)
        self.body.addLayout(columns)
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)


def _column(keys: Sequence[Key]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, key in enumerate(keys):
        grid.addWidget(label(key.shown(), bold=True), row, 0, top)
        grid.addWidget(label(key.words(), wrap=True), row, 1, top)
    grid.setRowStretch(len(keys), 1)
    return grid
