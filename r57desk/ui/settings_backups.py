"""The copies of the register: when, why, how large; one more now; one to go back to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from r57desk.errors import DeskError
from r57desk.services.register import Backup
from r57desk.ui.dialog import Dialog
from r57desk.ui.flow import clear_layout
from r57desk.ui.history_list import shown_time
from r57desk.ui.parts import Button, Link, Rule, label
from r57desk.ui.session import Session
from r57desk.ui.theme import SECOND

_SHOWN = 5


class BackupList(QWidget):
    """`restore_asked(backup)` after the user agreed; whoever holds the register open does it."""

    restore_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._whole = False
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        row = QHBoxLayout()
        now = Button(self.tr("Sao lưu ngay"))
        now.clicked.connect(self.back_up)
        now.setEnabled(not session.read_only)
        row.addWidget(now)
        row.addWidget(label(self.tr("Giữ 14 bản gần nhất, cạnh tệp sổ."), "text2", SECOND, wrap=True), 1)
        column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read the list of copies again."""
        clear_layout(self._rows)
        found = self._session.desk.register.backups()
        for backup in found if self._whole else found[:_SHOWN]:
            self._rows.addWidget(self._line(backup))
        if not found:
            self._rows.addWidget(label(self.tr("Chưa có bản sao lưu nào."), "text2"))
        elif not self._whole and len(found) > _SHOWN:
            more = Link(self.tr("Xem cả {n} bản").format(n=len(found)))
            more.clicked.connect(self._show_all)
            self._rows.addWidget(more)

    def _show_all(self) -> None:
        self._whole = True
        self.refresh()

    def _line(self, backup: Backup) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        when = label(shown_time(backup.at))
        restore = Link(self.tr("Khôi phục…"))
        restore.setAccessibleName(self.tr("Khôi phục bản {when}").format(when=shown_time(backup.at)))
        restore.clicked.connect(lambda: self.ask_restore(backup))
        restore.setEnabled(not self._session.read_only)
        row.addWidget(when)
        row.addWidget(label(reason_word(backup.reason), "text2"), 1)
        row.addWidget(label(shown_size(backup.size), "text2"))
        row.addWidget(restore)
        column.addLayout(row)
        column.addWidget(Rule())
        return holder

    def back_up(self) -> None:
        """One more copy now."""
        try:
            self._session.desk.register.back_up()
        except DeskError as error:
            self._session.failed.emit(error)
        self.refresh()

    def ask_restore(self, backup: Backup) -> None:
        """Say what going back means; ask whoever holds the register when it is agreed to."""
        dialog = self.restore_dialog(backup)
        if dialog.exec() == Dialog.DialogCode.Accepted:
            self.restore_asked.emit(backup)

    def restore_dialog(self, backup: Backup) -> Dialog:
        """The question before going back to a copy."""
        dialog = Dialog(self.tr("Khôi phục bản sao lưu"), self)
        when = shown_time(backup.at)
        dialog.body.addWidget(label(self.tr("Sổ sẽ trở về như lúc {when}.").format(when=when), bold=True, wrap=True))
        dialog.body.addWidget(label(self.tr("Những thay đổi sau lúc đó không còn trong sổ."), wrap=True))
        words = self.tr("Sổ hiện nay được giữ thành một tệp riêng bên cạnh, có thể mở lại.")
        dialog.body.addWidget(label(words, "text2", wrap=True))
        dialog.body.addStretch(1)
        dialog.add_close(self.tr("Huỷ"))
        dialog.add_main(self.tr("Khôi phục"))
        return dialog


def reason_word(reason: str) -> str:
    """Why a copy was made."""
    words = {
        "day": QCoreApplication.translate("BackupList", "Hằng ngày"),
        "import": QCoreApplication.translate("BackupList", "Trước khi nhập"),
        "update": QCoreApplication.translate("BackupList", "Trước khi nâng cấp"),
        "restore": QCoreApplication.translate("BackupList", "Trước khi khôi phục"),
        "asked": QCoreApplication.translate("BackupList", "Theo yêu cầu"),
    }
    return words.get(reason, reason)


def shown_size(size: int) -> str:
    """A size a person reads, as the language of the window writes numbers: 1,4 MB."""
    return f"{QLocale().toString(size / 1_000_000, 'f', 1)} MB" if size >= 100_000 else f"{max(size // 1000, 1)} KB"
