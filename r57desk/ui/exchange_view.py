"""Trao đổi: what waits to be decided, how it stands with each office, and every packet sent and received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from r57desk.services.changes import Changes
from r57desk.ui.chooser import Chooser
from r57desk.ui.decision_tile import DecisionTile
from r57desk.ui.exchange_words import (
    Numbers,
    find_receipted,
    gap_sentence,
    gap_words,
    is_unanswered,
    partner_line,
    received_key,
    received_line,
    sent_line,
)
from r57desk.ui.jobs import Jobs
from r57desk.ui.line_table import Column, LineTable
from r57desk.ui.notices import EmptyState
from r57desk.ui.parts import Bar, Link, label, scroll_area
from r57desk.ui.session import Session
from r57desk.ui.shown_values import counted
from r57desk.ui.theme import BREAKPOINT, px

if TYPE_CHECKING:
    from r57desk.services.exchange import Partner, ReceivedPacket, SentPacket, Waiting

_BAND = 34  # the line above a table
_Packet = TypeVar("_Packet", "SentPacket", "ReceivedPacket")


class ExchangeView(QWidget):
    """Reads when it is shown and when something changed. `page_asked(widget)` lays the review over the views."""

    page_asked = Signal(object)
    send_asked = Signal(str)
    import_asked = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._partners: list[Partner] = []
        self._sent: list[SentPacket] = []
        self._received: list[ReceivedPacket] = []
        self._office = ""  # the one whose packets are shown, "" for all
        self.is_empty = False  # nothing but an invitation is shown
        self._build()
        session.changed.connect(self._on_session_changed)
        self.refresh()

    # -- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        self._pages = QStackedWidget()
        self._content = content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_tiles())
        self._build_partners(column)
        self._build_packets(column)
        column.addStretch(1)
        self.area = scroll_area(content)
        self._pages.addWidget(self.area)
        self._begin = {True: self._build_empty(), False: self._build_first()}
        for page in self._begin.values():
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _build_tiles(self) -> QWidget:
        bar = Bar("window", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 16, 11)
        row.setSpacing(10)
        self.differences = DecisionTile(self.tr("Số liệu khác nhau"), self.tr("Chọn giá trị"), "pick")
        self.requests = DecisionTile(self.tr("Đề nghị chờ trả lời"), self.tr("Trả lời"), "ask")
        self.gaps = DecisionTile(self.tr("Thiếu gói"), self.tr("Soạn văn bản nhắc"), "soon")
        self.differences.asked.connect(
            lambda: self.open_review("differences" if self.differences.count else "decided")
        )
        self.requests.asked.connect(lambda: self.open_review("requests" if self.requests.count else "ours"))
        self.gaps.asked.connect(self.open_reminder)
        for tile in (self.differences, self.requests, self.gaps):
            row.addWidget(tile, 1)
        return bar

    def _build_partners(self, column: QVBoxLayout) -> None:
        self.which = Chooser()
        self.which.setAccessibleName(self.tr("Đơn vị được liệt kê"))
        for words in (self.tr("Tất cả đơn vị"), self.tr("Chờ trả lời"), self.tr("Thiếu gói")):
            self.which.addItem(words)
        self.which.fit_words()
        self.which.currentIndexChanged.connect(lambda _: self._show_partners())
        name = self.tr("Theo đơn vị")
        self.partners = LineTable(
            (
                Column(self.tr("Đơn vị"), share=(372, 264)),
                Column(self.tr("Nhận gần nhất"), (108, 106)),
                Column(self.tr("Gửi gần nhất"), (104, 100)),
                Column(self.tr("Thiếu"), share=(309, 221)),
                Column(self.tr("Báo nhận"), share=(273, 215)),
                Column(self.tr("Ngày nhận"), (128, 110)),
            ),
            name,
        )
        self.partners.opened.connect(self.show_office)
        column.addWidget(_Band(name, self.which))
        self._add_table(column, self.partners)

    def _build_packets(self, column: QVBoxLayout) -> None:
        self.direction = Chooser()
        self.direction.setAccessibleName(self.tr("Gói được liệt kê"))
        for words in (self.tr("Tất cả"), self.tr("Đã gửi"), self.tr("Đã nhận")):
            self.direction.addItem(words)
        self.direction.fit_words()
        self.direction.currentIndexChanged.connect(lambda _: self._show_packets())
        self.every_office = Link(self.tr("Xem mọi đơn vị"))
        self.every_office.clicked.connect(lambda: self.show_office(""))
        name = self.tr("Gói đã gửi, đã nhận")
        self.packets = LineTable(
            (
                Column(self.tr("Thời điểm"), (142, 134)),
                Column(self.tr("Chiều"), (76, 74)),
                Column(self.tr("Gói"), (52, 46)),
                Column(self.tr("Đơn vị"), share=(262, 190)),
                Column(self.tr("Tệp"), share=(292, 148)),
                Column(self.tr("Kết quả"), share=(328, 270)),
                Column(self.tr("Báo nhận"), (132, 132)),
            ),
            name,
        )
        self.packets.opened.connect(self.open_packet)
        self.packets.acted.connect(lambda key, _: self._save_receipt(key))
        band = _Band(name, self.direction, self.every_office)
        self._packets_title = band.title
        column.addWidget(band)
        self._add_table(column, self.packets)

    def _add_table(self, column: QVBoxLayout, table: LineTable) -> None:
        table.moved.connect(lambda place: self._show_place(table, place))
        column.addWidget(table)

    def _build_empty(self) -> EmptyState:
        made = EmptyState(
            "inbox",
            self.tr("Chưa trao đổi với cơ quan nào"),
            self.tr(
                "Gửi nhiệm vụ cho một cơ quan, hoặc nhập gói của họ. Mỗi gói là một tệp, điền được bằng riêng Excel."
            ),
        )
        self.empty_button = made.add_button(self.tr("Gửi gói đi…"), "send", lambda: self.send_asked.emit(""))
        made.setFocusProxy(self.empty_button)
        made.add_link(self.tr("Nhập gói nhận được…"), self.import_asked.emit)
        return made

    def _build_first(self) -> EmptyState:
        """Without tasks there is nothing to send yet."""
        made = EmptyState(
            "inbox",
            self.tr("Chưa trao đổi với cơ quan nào"),
            self.tr("Nhập gói nhiệm vụ nơi giao việc gửi tới: tệp Excel nhận qua thư hoặc USB."),
        )
        made.setFocusProxy(made.add_button(self.tr("Nhập gói nhận được…"), "file-input", self.import_asked.emit))
        return made

    # -- contents --------------------------------------------------------------------------------

    def _on_session_changed(self, changes: Changes) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        exchange = self._session.desk.exchange
        self._partners, self._sent, self._received = exchange.partners(), exchange.sent(), exchange.received()
        waiting = exchange.waiting()
        look = self.tr("Xem")  # what was decided can be changed
        self.differences.show_number(
            waiting.differences,
            self.tr("hai nơi cùng sửa một ô") if waiting.differences else self.tr("không có ô nào khác nhau"),
            look,
        )
        self.requests.show_number(waiting.requests, self._tell_requests(waiting), look)
        self.gaps.show_number(waiting.gaps, gap_sentence(self._partners))
        self._unanswered = waiting.unanswered
        self._show_partners()
        self._show_packets()
        nothing = not (self._partners or waiting.differences or waiting.requests)
        self._show_page(empty=nothing)

    def _tell_requests(self, waiting: Waiting) -> str:
        if waiting.requests:
            return self.tr("ô do cơ quan này quyết định")
        if waiting.asked:
            return counted(self.tr("%n đề nghị đã gửi, chờ trả lời", "", waiting.asked), waiting.asked)
        return self.tr("không có đề nghị nào chờ")

    def _show_page(self, *, empty: bool) -> None:
        """The lists, or what there is to begin with: sending when there are tasks, else bringing some in."""
        self.is_empty = empty
        begin = self._begin[self._session.desk.tasks.count().total > 0] if empty else None
        self._pages.setCurrentWidget(begin or self.area)
        self.setFocusProxy(begin or self.partners)

    def hint(self) -> str:
        """The line for the status bar: how many offices, answers and packets that are missing."""
        parts = [Numbers().partners(len(self._partners))] if self._partners else []
        if self._unanswered:
            parts.append(self.tr("Chưa trả lời {n}").format(n=self._unanswered))
        missing = sum(len(partner.gaps) for partner in self._partners)
        if missing:
            parts.append(self.tr("Thiếu gói {n}").format(n=missing))
        return " · ".join(parts)

    def _newest(self) -> dict[str, SentPacket]:
        """The last packet of tasks sent to each office."""
        found: dict[str, SentPacket] = {}
        for packet in (one for one in self._sent if one.kind != "receipt"):
            if packet.partner not in found or packet.number > found[packet.partner].number:
                found[packet.partner] = packet
        return found

    def _show_partners(self) -> None:
        newest, today, which = self._newest(), self._session.desk.today(), self.which.currentIndex()
        self.partners.set_lines(
            [
                partner_line(one, newest.get(one.code), today)
                for one in self._partners
                if which == 0
                or (which == 1 and is_unanswered(newest.get(one.code)))
                or (which == 2 and bool(gap_words(one.gaps)))
            ]
        )

    def _show_packets(self) -> None:
        shown = self.direction.currentIndex()
        receipted = find_receipted(self._received, self._sent)
        lines = [
            *((one.at, sent_line(one)) for one in self._of_office(self._sent) if shown != 2),
            *(
                (one.at, received_line(one, receipted=received_key(one) in receipted))
                for one in self._of_office(self._received)
                if shown != 1
            ),
        ]
        self.packets.set_lines([line for _, line in sorted(lines, key=lambda pair: pair[0], reverse=True)])
        names = {partner.code: partner.name for partner in self._partners}
        title = self.tr("Gói đã gửi, đã nhận")
        self._packets_title.setText(f"{title}: {names.get(self._office, self._office)}" if self._office else title)
        self.every_office.setVisible(bool(self._office))

    def _of_office(self, packets: Sequence[_Packet]) -> list[_Packet]:
        return [packet for packet in packets if self._office in ("", packet.partner)]

    def show_office(self, code: str) -> None:
        """Show the packets of one office, or of all again."""
        self._office = "" if code == self._office else code
        self._show_packets()

    # -- what is asked for -----------------------------------------------------------------------

    def open_review(self, section: str = "differences") -> None:
        """The page on which differences and requests are decided."""
        from r57desk.ui.review_view import ReviewView

        self.page_asked.emit(ReviewView(self._session, section))

    def open_reminder(self) -> None:
        """A text that asks for the packets that are missing."""
        from r57desk.ui.reminder_dialog import ReminderDialog

        ReminderDialog(self._session, [one for one in self._partners if one.gaps], self).open()

    def open_packet(self, key: str) -> None:
        """Everything known of one packet, and what can be done with it."""
        from r57desk.ui.packet_dialog import ReceivedDialog, SentDialog

        for sent in self._sent:
            if f"sent:{sent.id}" == key:
                dialog = SentDialog(self._session, sent, self)
                dialog.again_asked.connect(self.send_asked)
                dialog.open()
                return
        received = self._find_received(key)
        if received is not None:
            ReceivedDialog(self._session, self._jobs, received, self).open()

    def _find_received(self, key: str) -> ReceivedPacket | None:
        return next((packet for packet in self._received if received_key(packet) == key), None)

    def _save_receipt(self, key: str) -> None:
        from r57desk.ui.receipt_files import ReceiptFiles

        packet = self._find_received(key)
        if packet is not None and packet.import_id is not None:
            ReceiptFiles(self._session, self._jobs, self).save_receipt(packet.import_id, packet.partner_name)

    # -- Qt --------------------------------------------------------------------------------------

    def _show_place(self, table: LineTable, place: QRect) -> None:
        top = table.mapTo(self._content, place.topLeft())
        self.area.ensureVisible(0, top.y() + place.height() // 2, 0, place.height() // 2 + 4)

    def set_window_width(self, width: int) -> None:
        """Take the measures for a window of this width."""
        for table in (self.partners, self.packets):
            table.lay_out_columns()
        self.gaps.set_action(self.tr("Soạn văn bản nhắc") if width >= BREAKPOINT else self.tr("Soạn nhắc"))


class _Band(Bar):
    """The line above a table: its name, and what narrows it at the right."""

    def __init__(self, title: str, *beside: QWidget) -> None:
        super().__init__("surface", "bottom")
        self.setFixedHeight(px(_BAND))
        self.title = label(title, bold=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addStretch(1)
        for widget in reversed(beside):
            row.addWidget(widget)
