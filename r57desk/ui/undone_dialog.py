"""Taking an import back, and saying what stays: rows worked on since, and offices that were sent its values already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from r57desk.services.changes import Changes
from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.parts import label
from r57desk.ui.session import Session

if TYPE_CHECKING:
    from r57desk.services.undoing import UndoneImport

_LISTED = 200


def undo_import(session: Session, import_id: int, parent: QWidget | None) -> UndoneImport | None:
    """Take an import back; a dialog only when something stays or was sent on. None when it was refused."""
    done: list[UndoneImport] = []

    def act() -> Changes:
        done.append(session.desk.undo.undo_import(import_id))
        return done[0].changes

    if session.write(act) is None:
        return None
    if done[0].kept or done[0].sent_to:
        UndoneDialog(session, done[0], parent).open()
    return done[0]


class UndoneDialog(Dialog):
    """What an undone import leaves behind; “Nhập lại” takes the undoing back."""

    def __init__(self, session: Session, undone: UndoneImport, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Đã hoàn tác lần nhập"), parent, width=WIDE)
        self._session = session
        self.body.addWidget(
            label(self.tr("Các giá trị của tệp không còn được tính trong sổ này."), bold=True, wrap=True)
        )
        if undone.sent_to:
            names = ", ".join(session.desk.register.find_office_name(code) for code in undone.sent_to)
            words = self.tr(
                "Đã gửi tiếp cho {offices}: ở đó các giá trị ấy vẫn còn. Báo cho các cơ quan này nếu cần bỏ theo."
            )
            self.body.addWidget(label(words.format(offices=names), "soon", wrap=True))
        if undone.kept:
            self._list_kept(undone)
        self.body.addStretch(1)
        self.again = self.add_close(self.tr("Nhập lại như cũ"))
        self.again.clicked.connect(session.redo)
        self.add_main(self.tr("Đóng"))

    def _list_kept(self, undone: UndoneImport) -> None:
        stays = [row for row in undone.kept if not row.hidden]
        hidden = [row for row in undone.kept if row.hidden]
        kept = self.tr("%n nhiệm vụ đã sửa sau lần nhập: phần sửa sau được giữ.", "", len(stays))
        waits = self.tr("%n nhiệm vụ do tệp thêm vào, đã sửa sau đó: phần sửa chờ đến khi nhập lại.", "", len(hidden))
        for rows, words in ((stays, kept), (hidden, waits)):
            if rows:
                self.body.addSpacing(4)
                self.body.addWidget(label(words, wrap=True))
                lines = [f"{row.stt}  {row.title}".strip() for row in rows[:_LISTED]]
                lines += ["…"] * (len(rows) > _LISTED)
                self.body.addWidget(label("\n".join(lines), "text2", wrap=True))
