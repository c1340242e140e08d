"""Everything known of one packet: with whom, when, which file, its check code and state; and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from r57desk.ui.dialog import WIDE, Dialog
from r57desk.ui.exchange_words import received_words, sent_words
from r57desk.ui.history_list import shown_time
from r57desk.ui.jobs import Jobs
from r57desk.ui.parts import Button, label
from r57desk.ui.receipt_files import ReceiptFiles
from r57desk.ui.session import Session
from r57desk.ui.shown_values import grouped
from r57desk.ui.undone_dialog import undo_import

if TYPE_CHECKING:
    from r57desk.services.exchange import ReceivedPacket, SentPacket

_SHORT_CODE = 16  # figures of the check code that are read out and compared


class _PacketDialog(Dialog):
    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, width=WIDE)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def say(self, name: str, value: str, ink: str = "text") -> None:
        """One line: what it is, and the value; nothing for an empty value."""
        if not value:
            return
        row = self._grid.rowCount()
        words = label(value, ink, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label(name, "text2"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, row, 1)

    def add_actions(self, *buttons: Button) -> None:
        """Buttons under the facts."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addSpacing(8)
        self.body.addLayout(row)


def short_code(code: str) -> str:
    """The check code in groups of four, as it is compared over the telephone."""
    head = code[:_SHORT_CODE].upper()
    return " ".join(head[place : place + 4] for place in range(0, len(head), 4))


class SentDialog(_PacketDialog):
    """A packet of ours. `again_asked(office)`: another packet to the same office."""

    again_asked = Signal(str)

    def __init__(self, session: Session, packet: SentPacket, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(
            self.tr("Gói số {n} gửi {office}").format(n=f"{packet.number:02}", office=packet.partner_name)
        )
        self._partner = packet.partner
        states = {
            "acknowledged": self.tr("Đã báo nhận"),
            "waiting": self.tr("Chờ báo nhận"),
            "unfinished": self.tr("Chưa thành tệp: lần ghi tệp bị ngắt, gói này không được gửi đi."),
        }
        self.say(self.tr("Cơ quan nhận"), packet.partner_name)
        self.say(self.tr("Thời điểm"), shown_time(packet.at))
        self.say(self.tr("Tệp"), packet.file_name)
        self.say(self.tr("Nội dung"), sent_words(packet))
        self.say(
            self.tr("Cỡ tệp"), self.tr("{n} KB").format(n=grouped(-(-packet.size // 1024))) if packet.size else ""
        )
        self.say(self.tr("Mã đối chiếu"), short_code(packet.hash))
        self.say(self.tr("Tình trạng"), states[packet.state], "soon" if packet.state == "unfinished" else "text")
        self.again = Button(self.tr("Gửi gói mới…"), "send")
        self.again.clicked.connect(self._on_again_clicked)
        self.add_actions(self.again)
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)

    def _on_again_clicked(self) -> None:
        self.accept()
        self.again_asked.emit(self._partner)


class ReceivedDialog(_PacketDialog):
    """A packet of a partner, as it was taken in; its receipt, its list of errors, and the way back."""

    def __init__(self, session: Session, jobs: Jobs, packet: ReceivedPacket, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("Gói số {n} của {office}") if packet.number else self.tr("Tệp của {office}")
        if packet.returned:
            title = self.tr("{office} trả lời gói số {n}")
        self.setWindowTitle(title.format(n=f"{packet.number:02}", office=packet.partner_name))
        self._session, self._packet, self._owner = session, packet, parent
        self._files = ReceiptFiles(session, jobs, self)
        self.say(self.tr("Cơ quan gửi"), packet.partner_name)
        self.say(self.tr("Nhận lúc"), shown_time(packet.at))
        self.say(self.tr("Tệp"), packet.file_name)
        self.say(self.tr("Kết quả"), received_words(packet))
        self.say(self.tr("Mã đối chiếu"), short_code(packet.hash))
        if packet.state == "after_gap":
            words = self.tr("Gói trước đó chưa tới. Phần nhận được vẫn ghi đủ; gói còn thiếu nhập sau cũng được.")
            self.say(self.tr("Tình trạng"), words, "soon")
        self.receipt = Button(self.tr("Xuất phiếu báo nhận…"), "mail-check")
        self.errors = Button(self.tr("Xuất tệp báo lỗi…"), "file-output")
        self.undo = Button(self.tr("Hoàn tác lần nhập"), "undo-2")
        self.receipt.clicked.connect(lambda: self._save(self._files.save_receipt))
        self.errors.clicked.connect(lambda: self._save(self._files.save_errors))
        self.undo.clicked.connect(self.undo_import)
        kept = packet.import_id is not None and packet.state != "undone"
        self.undo.setEnabled(not session.read_only)
        possible = (
            (self.receipt, kept and packet.kind != "receipt"),
            (self.errors, kept and packet.counts.get("quarantined", 0) > 0),
            (self.undo, kept),
        )
        for button, wanted in possible:
            button.setEnabled(wanted and button.isEnabled())
        if kept:
            self.add_actions(*(button for button, wanted in possible if wanted))
        self.body.addStretch(1)
        self.add_close(self.tr("Đóng")).setDefault(True)

    def _save(self, save: Callable[[int, str], None]) -> None:
        if self._packet.import_id is not None:
            save(self._packet.import_id, self._packet.partner_name)

    def undo_import(self) -> None:
        """Take the import back; what stays, and who had it already, is then said."""
        import_id = self._packet.import_id
        if import_id is not None:
            self.accept()
            undo_import(self._session, import_id, self._owner)
