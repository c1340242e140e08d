"""The sheet of keys: everything the keyboard can do, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from r57desk.ui.dialog import Dialog
from r57desk.ui.keys import KEYS
from r57desk.ui.parts import label


class KeysDialog(Dialog):
    """The sheet of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Phím tắt"), parent)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, key in enumerate(KEYS):
            grid.addWidget(label(key.keys, bold=True), row, 0)
            grid.addWidget(label(key.words(), wrap=True), row, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)
