"""What is shown when something went wrong that nobody foresaw: what is safe, and what to pass on."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from r57desk.ui.dialog import Dialog
from r57desk.ui.parts import Link, label
from r57desk.ui.theme import SECOND


class CrashDialog(Dialog):
    """The error, where its log is kept, and a way to copy it."""

    def __init__(self, error: BaseException, folder: Path) -> None:
        super().__init__(self.tr("Lỗi của phần mềm"))
        self._folder = folder
        self._text = "".join(traceback.format_exception(error))
        self.body.addWidget(label(self.tr("Phần mềm gặp lỗi không lường trước."), bold=True, wrap=True))
        safe = self.tr("Những gì đã ghi vào sổ vẫn còn nguyên; việc đang làm dở chưa được ghi.")
        self.body.addWidget(label(safe, wrap=True))
        hint = self.tr("Chi tiết nằm trong nhật ký. Gửi kèm nhật ký khi báo lỗi, rồi mở lại phần mềm.")
        self.body.addWidget(label(hint, "text2", wrap=True))
        last = traceback.format_exception_only(error)[-1].strip()
        self.body.addWidget(label(last, "text3", SECOND, wrap=True))
        copy = Link(self.tr("Sao chép chi tiết"))
        copy.clicked.connect(self.copy)
        self.add_foot(copy)
        self.add_close(self.tr("Đóng"))
        self.add_main(self.tr("Mở thư mục nhật ký"), self.open_folder)

    def copy(self) -> None:
        """Put the whole trace on the clipboard."""
        QApplication.clipboard().setText(self._text)

    def open_folder(self) -> None:
        """Show the folder of the logs."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


_shown: list[CrashDialog] = []


def show_crash(error: BaseException, folder: Path) -> None:
    """Show the dialog, once at a time: an error while painting would otherwise bury the screen."""
    if QApplication.instance() is None or _shown:
        return
    dialog = CrashDialog(error, folder)
    _shown.append(dialog)
    dialog.exec()
    _shown.clear()
