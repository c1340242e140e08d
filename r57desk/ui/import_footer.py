"""The foot of the import page: what is promised, Huỷ, and the one button that goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from r57desk.ui.notices import icon_label
from r57desk.ui.parts import Bar, Button, label
from r57desk.ui.theme import px

HEIGHT = 48


class ImportFooter(Bar):
    """The page connects `cancel_button`, `errors_button` and `main_button`, and names the last."""

    def __init__(self) -> None:
        super().__init__("window", "top")
        self.setFixedHeight(px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(8)
        self._shield = icon_label("shield-check", "text2", 14)
        self.promise = label(
            self.tr("Sổ được sao lưu trước khi ghi. Có thể hoàn tác cả lần nhập bất cứ lúc nào."), "text2", wrap=True
        )
        self.errors_button = Button(self.tr("Xuất tệp báo lỗi…"), "file-output")
        self.cancel_button, self.main_button = Button(self.tr("Huỷ")), Button("", variant="filled")
        self._has_errors = False
        row.addWidget(self._shield)
        row.addWidget(self.promise, 1)
        row.addStretch()
        row.addWidget(self.errors_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self.main_button)

    def set_errors(self, count: int) -> None:
        """How many cells and rows the file has that are not written: with any, their list can be saved before writing."""
        self._has_errors = count > 0

    def show_step(self, step: str) -> None:
        """Take the form of a step: the promise stands before writing, and only a file not yet chosen leaves nothing to do."""
        self._shield.setVisible(step == "preview")
        self.promise.setVisible(step == "preview")
        self.errors_button.setVisible(step == "preview" and self._has_errors)
        self.cancel_button.setVisible(step != "result")
        self.main_button.setVisible(step != "file")
