"""Words of partners and packets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from r57desk.services.exchange import Partner, ReceivedPacket, SentPacket
from r57desk.ui.exchange_words import (
    answer_said,
    count_words,
    days_since,
    find_receipted,
    gap_sentence,
    gap_words,
    is_unanswered,
    packet_number,
    received_key,
    received_line,
    received_words,
    sent_line,
    sent_words,
    shown_day,
)

TODAY = date(2025, 9, 24)
PARTNER = Partner("01.SNV", "Sở Nội vụ", 3, 8, "2025-09-08T09:00:00", "2025-09-22T14:02:00", (7,), 1)


def sent(state="waiting", at="2025-09-08T09:00:00", **more):
    return SentPacket("P", "01.SNV", "Sở Nội vụ", 3, at, "goi.xlsx", 12, 1250, state, "", 0, **more)


def received(**more):
    base = {"counts": {"cells": 50, "added": 8, "requests": 1, "conflicts": 2, "quarantined": 4}}
    return ReceivedPacket(
        "P", "01.SNV", "Sở Nội vụ", 8, "2025-09-22T14:02:00", "goi.xlsx", "tasks", 5, **(base | more)
    )


def test_gaps_are_named_and_many_are_counted(session):
    assert gap_words(()) == ""
    assert gap_words((7,)) == "Thiếu gói số 07"
    assert gap_words((1, 2, 3, 4, 5, 6)) == "Thiếu gói số 01, 02, 03, 04 (+2)"
    assert gap_sentence([PARTNER]) == "gói số 07 của Sở Nội vụ"
    assert gap_sentence([PARTNER, PARTNER, PARTNER]) == "gói số 07 của Sở Nội vụ và 2 đơn vị khác"
    assert gap_sentence([]) == "không thiếu gói nào"


@pytest.mark.parametrize(("packet", "words", "ink"), [
    (None, "–", "text3"),
    (sent("acknowledged"), "Đã báo nhận", "text"),
    (sent(), "Chờ trả lời 16 ngày", "soon"),
    (sent(at="2025-09-20T09:00:00"), "Chờ báo nhận gói số 03", "text2"),
    (sent("unfinished"), "Gói số 03 chưa thành tệp", "soon"),
])  # fmt: skip
def test_the_last_packet_says_how_it_fared(session, packet, words, ink):
    said = answer_said(PARTNER, packet, TODAY)
    assert (said.text, said.ink) == (words, ink)


def test_figures_of_an_import_stand_in_one_line(session):
    assert received_words(received()) == "Ghi 58 · đề nghị 1 · khác nhau 2 · xem lại 4"
    assert received_words(received(state="after_gap", counts={"cells": 2})) == "Ghi 2 · thiếu gói trước đó"
    assert received_words(received(state="undone")) == "Đã hoàn tác lần nhập"
    assert received_words(received(counts={})) == "Không có gì mới"
    assert count_words({"requests": 3}) == "Đề nghị 3"


def test_a_receipt_is_called_one(session):
    assert sent_words(sent(kind="receipt")) == "Phiếu báo nhận"
    assert sent_words(sent()) == "12 nhiệm vụ · 1.250 thay đổi"


def test_an_import_that_stands_can_be_answered(session):
    assert received_line(received()).act == "receipt"
    assert received_line(received(state="undone")).act == ""


def test_dates_and_numbers(session):
    assert (packet_number(4), packet_number(0)) == ("Số 04", "–")
    assert (shown_day("2025-09-22T14:02:00"), shown_day("")) == ("22/09/2025", "")
    assert days_since("2025-09-30T09:00:00", TODAY) == 0


def test_a_receipt_asks_for_no_receipt(session):
    out = sent(kind="receipt")
    assert sent_line(out).cells[-1].text == "–"
    assert not is_unanswered(out)
    line = received_line(replace(received(), kind="receipt"))
    assert (line.cells[-2].text, line.cells[-1].text, line.act) == ("Phiếu báo nhận", "–", "")


def test_what_a_packet_brought_besides_its_cells_counts_too(session):
    counts = {"cells": 1, "brought_written": 2, "brought_requests": 2, "conflicts": 1, "carried": 9}
    assert count_words(counts) == "Ghi 3 · đề nghị 2 · khác nhau 1"


def test_a_receipt_is_for_the_last_that_came_before_it(session):
    first, second, later = (
        replace(received(), id=id, at=f"2025-09-{day}T08:00:00") for id, day in (("A", 20), ("B", 21), ("C", 23))
    )
    out = sent(at="2025-09-22T08:00:00", kind="receipt")
    assert find_receipted([later, second, first], [out]) == {received_key(second)}
    line = received_line(second, receipted=True)
    assert (line.cells[-1].text, line.act) == ("Đã gửi báo nhận", "")
    assert received_line(second).act == "receipt"
