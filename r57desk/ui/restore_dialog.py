"""Going back to a copy of a register that is not open: missing, damaged, or about to be made anew."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.errors import DeskError
from r57desk.services.register import Backup, find_backups, restore_backup
from r57desk.ui.dialog import Dialog
from r57desk.ui.history_list import shown_time
from r57desk.ui.messages import show_problem
from r57desk.ui.parts import Link, label
from r57desk.ui.settings_backups import reason_word, shown_size
from r57desk.ui.theme import SECOND
from r57desk.ui.toggles import Radio

_SHOWN = 14


class RestoreDialog(Dialog):
    """The copies beside the register, newest first, or any file; `restored` once one stands in its place."""

    restored = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None, *, why: str = "") -> None:
        super().__init__(self.tr("Khôi phục từ bản sao lưu"), parent)
        self._path = path
        self._copies: list[Backup] = find_backups(path)[:_SHOWN]
        self._group = QButtonGroup(self)
        if why:
            self.body.addWidget(label(why, bold=True, wrap=True))
        self._hint = label("", "text2", wrap=True)
        self.body.addWidget(self._hint)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        other = Link(self.tr("Chọn tệp khác…"))
        other.clicked.connect(self.choose_file)
        self.add_foot(other)
        self.add_close(self.tr("Huỷ"))
        self.main = self.add_main(self.tr("Khôi phục"), self.restore)
        for copy in self._copies:
            self._add_row(copy)
        self._show_hint()

    def _add_row(self, copy: Backup, about: str = "") -> None:
        about = about or reason_word(copy.reason)
        radio = Radio(shown_time(copy.at) or copy.path.name)
        radio.setAccessibleDescription(f"{about}, {shown_size(copy.size)}")
        radio.setProperty("copy", len(self._group.buttons()))
        radio.setChecked(not self._group.buttons())
        self._group.addButton(radio, len(self._group.buttons()))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(radio)
        row.addWidget(label(about, "text2"), 1)
        row.addWidget(label(shown_size(copy.size), "text2", SECOND), 0, Qt.AlignmentFlag.AlignRight)
        self._rows.addLayout(row)

    def _show_hint(self) -> None:
        folder = str(self._path.parent)
        found = self.tr("Chọn bản cần dùng. Tệp sổ đang có, nếu có, được giữ lại bên cạnh với tên khác.")
        nothing = self.tr("Không có bản sao lưu nào cạnh tệp sổ trong {folder}.").format(folder=folder)
        self._hint.setText(found if self._copies else nothing)
        self.main.setEnabled(bool(self._copies))

    def choose_file(self) -> None:
        """Ask for a copy kept elsewhere."""
        title = self.tr("Chọn bản sao lưu")
        name, _ = QFileDialog.getOpenFileName(self, title, str(self._path.parent), self.tr("Sổ nhiệm vụ (*.db)"))
        if name:
            self.add_copy(Path(name))

    def add_copy(self, path: Path) -> None:
        """List a copy kept elsewhere, and choose it."""
        about = path.stat()
        at = datetime.fromtimestamp(about.st_mtime).isoformat(timespec="seconds")  # noqa: DTZ006
        copy = Backup(path, at, "day", about.st_size)
        self._copies.append(copy)
        self._add_row(copy, path.name)
        self._group.buttons()[-1].setChecked(True)
        self._show_hint()
        self.fit()

    def restore(self) -> None:
        """Put the chosen copy in the register's place."""
        copy = self._copies[self._group.checkedId()]
        try:
            restore_backup(self._path, copy)
        except DeskError as error:
            show_problem(self, self.tr("Không khôi phục được"), error)
            return
        self.accept()
        self.restored.emit()
