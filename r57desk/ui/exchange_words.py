"""What the exchange says of partners and packets: words of their state, figures of what a packet brought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from r57desk.ui.history_list import shown_time
from r57desk.ui.line_table import Said, TableLine
from r57desk.ui.short_offices import short_office
from r57desk.ui.shown_values import counted, grouped

if TYPE_CHECKING:
    from r57desk.services.exchange import Partner, ReceivedPacket, SentPacket

LONG_WAIT = 7  # days without an answer after which the line stands out
_NONE = Said("–", "text3")
_MOST_NUMBERS = 4


class Numbers(QObject):
    """Counts in words; only `tr` of an object knows plural forms."""

    def tasks(self, count: int) -> str:
        """“12 nhiệm vụ”."""
        return counted(self.tr("%n nhiệm vụ", "", count), count)

    def edits(self, count: int) -> str:
        """“40 thay đổi”."""
        return counted(self.tr("%n thay đổi", "", count), count)

    def waited(self, days: int) -> str:
        """“Chờ trả lời 16 ngày”."""
        return self.tr("Chờ trả lời %n ngày", "", days)

    def partners(self, count: int) -> str:
        """“8 đơn vị”."""
        return self.tr("%n đơn vị", "", count)


def packet_number(number: int) -> str:
    """“Số 04”; a dash for no packet."""
    return QCoreApplication.translate("exchange", "Số {n}").format(n=f"{number:02}") if number else "–"


def gap_words(gaps: Sequence[int]) -> str:
    """“Thiếu gói số 07”, “Thiếu gói số 03, 07”; many are counted."""
    if not gaps:
        return ""
    named = ", ".join(f"{number:02}" for number in gaps[:_MOST_NUMBERS])
    rest = f" (+{grouped(len(gaps) - _MOST_NUMBERS)})" if len(gaps) > _MOST_NUMBERS else ""
    return QCoreApplication.translate("exchange", "Thiếu gói số {numbers}").format(numbers=named + rest)


def gap_sentence(partners: Iterable[Partner]) -> str:
    """“gói số 07 của Sở Nội vụ”: the first gap, and how many offices more have one."""
    missing = [partner for partner in partners if partner.gaps]
    if not missing:
        return QCoreApplication.translate("exchange", "không thiếu gói nào")
    first = missing[0]
    named = ", ".join(f"{number:02}" for number in first.gaps[:_MOST_NUMBERS])
    words = QCoreApplication.translate("exchange", "gói số {numbers} của {office}")
    words = words.format(numbers=named, office=first.name)
    if len(missing) == 1:
        return words
    more = QCoreApplication.translate("exchange", "{gap} và {n} đơn vị khác")
    return more.format(gap=words, n=grouped(len(missing) - 1))


def shown_day(when: str) -> str:
    """dd/MM/yyyy of an ISO time; empty for none."""
    return shown_time(when)[:10] if when else ""


def days_since(when: str, today: date) -> int:
    """Whole days between an ISO time and today, never below 0."""
    return max(0, (today - datetime.fromisoformat(when).date()).days)


def is_unanswered(newest: SentPacket | None) -> bool:
    """Whether the last packet to a partner still waits for an answer."""
    return newest is not None and newest.awaits_answer


def answer_said(partner: Partner, newest: SentPacket | None, today: date) -> Said:
    """How the last packet to a partner fared."""
    if newest is None:
        return _NONE
    if newest.state == "acknowledged":
        return Said(QCoreApplication.translate("exchange", "Đã báo nhận"), "text", "check")
    if newest.state == "unfinished":
        words = QCoreApplication.translate("exchange", "Gói số {n} chưa thành tệp")
        return Said(words.format(n=f"{newest.number:02}"), "soon", "triangle-alert")
    days = days_since(newest.at, today)
    if days > LONG_WAIT:
        return Said(Numbers().waited(days), "soon", "clock")
    words = QCoreApplication.translate("exchange", "Chờ báo nhận gói số {n}")
    return Said(words.format(n=f"{newest.number:02}"), "text2")


def partner_line(partner: Partner, newest: SentPacket | None, today: date) -> TableLine:
    """One partner: last numbers both ways, gaps, how the last packet fared."""
    gaps = gap_words(partner.gaps)
    received = shown_day(partner.last_received)
    return TableLine(
        partner.code,
        (
            Said(partner.name),
            Said(packet_number(partner.received)),
            Said(packet_number(partner.sent)),
            Said(gaps, "soon", "package-x") if gaps else _NONE,
            answer_said(partner, newest, today),
            Said(received, "text2")
            if received
            else Said(QCoreApplication.translate("exchange", "Chưa nhận"), "text2"),
        ),
    )


def sent_line(packet: SentPacket) -> TableLine:
    """One packet of ours."""
    result = sent_words(packet)
    answers = {
        "acknowledged": Said(QCoreApplication.translate("exchange", "Đã báo nhận"), "text2"),
        "waiting": _NONE
        if packet.kind == "receipt"
        else Said(QCoreApplication.translate("exchange", "Chờ báo nhận"), "text2"),
        "unfinished": Said(QCoreApplication.translate("exchange", "Chưa thành tệp"), "soon"),
    }
    direction = Said(QCoreApplication.translate("exchange", "Gửi"), "text2", "arrow-up")
    return _packet_line(packet, f"sent:{packet.id}", direction, Said(result), answers[packet.state])


def sent_words(packet: SentPacket) -> str:
    """“12 nhiệm vụ · 40 thay đổi”, or that it is a receipt."""
    if packet.kind == "receipt":
        return QCoreApplication.translate("exchange", "Phiếu báo nhận")
    numbers = Numbers()
    return " · ".join((numbers.tasks(packet.rows), *([numbers.edits(packet.edits)] if packet.edits else [])))


def received_line(packet: ReceivedPacket, *, receipted: bool = False) -> TableLine:
    """One packet of a partner, as often as it was taken in; `receipted` when a receipt of it went out already."""
    direction = Said(QCoreApplication.translate("exchange", "Nhận"), "text2", "arrow-down")
    undone = packet.state == "undone"
    result = Said(received_words(packet), "text3" if undone else "text")
    can_answer = packet.import_id is not None and not undone and packet.kind != "receipt"
    answer = _NONE
    if can_answer and receipted:
        can_answer, answer = False, Said(QCoreApplication.translate("exchange", "Đã gửi báo nhận"), "text2")
    elif can_answer:
        answer = Said(QCoreApplication.translate("exchange", "Xuất báo nhận…"), "accent")
    return _packet_line(packet, received_key(packet), direction, result, answer, "receipt" if can_answer else "")


def find_receipted(received: Sequence[ReceivedPacket], sent: Sequence[SentPacket]) -> set[str]:
    """The keys of what was taken in and then receipted: a receipt is for the last that came before it."""
    found = set()
    for receipt in (one for one in sent if one.kind == "receipt" and one.state != "unfinished"):
        before = [
            one
            for one in received
            if one.partner == receipt.partner and one.at <= receipt.at and one.kind != "receipt" and one.import_id
        ]
        if before:
            found.add(received_key(max(before, key=lambda one: one.at)))
    return found


def received_key(packet: ReceivedPacket) -> str:
    """What tells one reading of a packet from another of the same."""
    return f"received:{packet.id}:{packet.at}:{packet.import_id or ''}"


def _packet_line(
    packet: SentPacket | ReceivedPacket, key: str, direction: Said, result: Said, answer: Said, act: str = ""
) -> TableLine:
    number = Said(f"{packet.number:02}") if packet.number else _NONE
    office, file = Said(short_office(packet.partner_name)), Said(packet.file_name, "text2")
    return TableLine(key, (Said(shown_time(packet.at)), direction, number, office, file, result, answer), act)


def received_words(packet: ReceivedPacket) -> str:
    """“Ghi 58 · đề nghị 1 · khác nhau 2 · xem lại 4”, or why nothing of it counts."""
    if packet.state == "undone":
        return QCoreApplication.translate("exchange", "Đã hoàn tác lần nhập")
    receipt = packet.kind == "receipt"
    figures = QCoreApplication.translate("exchange", "Phiếu báo nhận") if receipt else count_words(packet.counts)
    figures = figures or QCoreApplication.translate("exchange", "Không có gì mới")
    if packet.state == "after_gap":
        figures += " · " + QCoreApplication.translate("exchange", "thiếu gói trước đó")
    return figures


def count_words(counts: Mapping[str, int]) -> str:
    """The figures of an import in one line; empty when it changed nothing."""

    def total(*keys: str) -> int:
        return sum(counts.get(key, 0) for key in keys)

    parts = (
        (total("added", "cells", "brought_written"), QCoreApplication.translate("exchange", "ghi {n}")),
        (total("requests", "brought_requests"), QCoreApplication.translate("exchange", "đề nghị {n}")),
        (total("conflicts", "brought_conflicts"), QCoreApplication.translate("exchange", "khác nhau {n}")),
        (counts.get("quarantined", 0), QCoreApplication.translate("exchange", "xem lại {n}")),
    )
    said = " · ".join(words.format(n=grouped(count)) for count, words in parts if count)
    return said[:1].upper() + said[1:]
