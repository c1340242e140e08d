"""The exchange: tiles, partners, packets, and the lists behind their figures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from r57desk.services.changes import Changes
from r57desk.services.desk import Desk
from r57desk.ui.exchange_view import ExchangeView
from r57desk.ui.packet_dialog import ReceivedDialog, SentDialog
from r57desk.ui.reminder_dialog import ReminderDialog
from r57desk.ui.review_view import ReviewView
from r57desk.ui.session import Session
from tests.ui.exchanging import export_packet, import_packet


@pytest.fixture
def open_view(session, jobs, qtbot):
    def opened():
        made = ExchangeView(session, jobs)
        qtbot.addWidget(made)
        made.resize(1290, 700)
        made.show()
        return made

    return opened


def texts(table):
    return [[said.text for said in line.cells] for line in table.lines.lines]


def test_without_partners_it_offers_to_send(open_view, qtbot):
    view = open_view()
    assert view.empty_button.isVisible()
    assert view.hint() == ""
    with qtbot.waitSignal(view.send_asked) as asked:
        view.empty_button.click()
    assert asked.args == [""]


def test_a_packet_sent_waits_for_its_answer(open_view, other):
    view = open_view()
    assert texts(view.partners) == [
        ["Sở Khoa học và Công nghệ", "–", "Số 01", "–", "Chờ báo nhận gói số 01", "Chưa nhận"]
    ]
    assert texts(view.packets)[0][1:] == ["Gửi", "01", "Sở KH&CN", "goi.xlsx", "8 nhiệm vụ · 16 thay đổi", "Chờ báo nhận"]  # fmt: skip
    assert view.hint() == "1 đơn vị · Chưa trả lời 1"


def test_an_answer_closes_the_loop_and_its_gap_is_named(open_view, other, qtbot, session):
    other.write("2", result_now="Xong phần một")
    other.answer(lost=True)
    other.answer()
    view = open_view()
    assert texts(view.partners)[0][1:5] == ["Số 02", "Số 01", "Thiếu gói số 01", "Đã báo nhận"]
    assert view.gaps.sentence.text() == "gói số 01 của Sở Khoa học và Công nghệ"
    assert view.gaps.button.isVisible()
    assert (view.differences.count, view.differences.button.text()) == (0, "Xem")
    view.open_reminder()
    dialog = view.findChild(ReminderDialog)
    dialog.copy()
    assert "Văn phòng UBND tỉnh A chưa nhận được gói số 01" in QGuiApplication.clipboard().text()


def test_tiles_open_what_they_count(open_view, differing, qtbot):
    view = open_view()
    assert (view.differences.number.text(), view.requests.number.text(), view.gaps.number.text()) == ("1", "2", "0")
    with qtbot.waitSignal(view.page_asked) as asked:
        view.requests.button.click()
    page = asked.args[0]
    qtbot.addWidget(page)
    assert isinstance(page, ReviewView)
    assert page.list.selected()[0].section == "requests"


def test_lists_can_be_narrowed(open_view, differing):
    view = open_view()
    assert len(texts(view.packets)) == 2
    view.direction.setCurrentIndex(1)
    assert [line[1] for line in texts(view.packets)] == ["Gửi"]
    view.direction.setCurrentIndex(2)
    assert [line[1] for line in texts(view.packets)] == ["Nhận"]
    view.which.setCurrentIndex(2)
    assert texts(view.partners) == []


def test_an_office_shows_its_own_packets_until_it_is_left(open_view, differing, qtbot):
    view = open_view()
    view.partners.setFocus()
    QTest.keyClick(view.partners, Qt.Key.Key_Return)
    assert view._packets_title.text() == "Gói đã gửi, đã nhận: Sở Khoa học và Công nghệ"
    assert view.every_office.isVisible()
    view.every_office.click()
    assert not view.every_office.isVisible()


@pytest.mark.parametrize(("direction", "dialog"), [(1, SentDialog), (2, ReceivedDialog)])
def test_enter_on_a_packet_tells_everything_of_it(open_view, differing, direction, dialog):
    view = open_view()
    view.direction.setCurrentIndex(direction)
    view.packets.setFocus()
    QTest.keyClick(view.packets, Qt.Key.Key_Return)
    assert view.findChild(dialog).windowTitle().startswith("Gói số 01")


def test_it_reads_again_after_a_change(open_view, other, session):
    view = open_view()
    other.write("3", result_now="Đã phát động")
    other.answer()
    session.changed.emit(Changes("import", everything=True))
    assert {line[1] for line in texts(view.packets)} == {"Nhận", "Gửi"}


def test_our_own_requests_are_told_where_nothing_waits_for_us(other, jobs, qtbot):
    other.write("4", deadline_text="Tháng 9/2026")
    there = ExchangeView(Session(other.desk), jobs)
    qtbot.addWidget(there)
    there.show()
    assert (there.requests.count, there.requests.sentence.text()) == (0, "1 đề nghị đã gửi, chờ trả lời")
    with qtbot.waitSignal(there.page_asked) as asked:
        there.requests.button.click()
    page = asked.args[0]
    qtbot.addWidget(page)
    assert [line.section for line in page.list.selected()] == ["ours"]


def test_without_tasks_it_offers_to_bring_some_in(tmp_path, jobs, qtbot):
    desk = Desk.create(tmp_path / "moi.db", "01.STC", "Sở Tài chính")
    try:
        view = ExchangeView(Session(desk), jobs)
        qtbot.addWidget(view)
        view.show()
        assert view.is_empty
        assert not view.empty_button.isVisible()
        with qtbot.waitSignal(view.import_asked):
            view.focusProxy().focusProxy().click()
    finally:
        desk.close()


def test_a_packet_that_was_receipted_says_so(open_view, other, session, tmp_path, jobs, qtbot):
    other.write("2", result_now="Xong phần một")
    path = export_packet(other.desk, session.desk.office, tmp_path / "tra-loi.xlsx")
    number = import_packet(session.desk, path)
    view = open_view()
    assert [row[-1] for row in texts(view.packets) if row[1] == "Nhận"] == ["Xuất báo nhận…"]
    session.desk.receipts.write(number, tmp_path / "phieu.xlsx")
    view.refresh()
    assert [row[-1] for row in texts(view.packets) if row[1] == "Nhận"] == ["Đã gửi báo nhận"]
    assert [row[-1] for row in texts(view.packets) if row[5] == "Phiếu báo nhận"] == ["–"]
    assert session.desk.exchange.waiting().unanswered == 0
    assert texts(view.partners)[0][4] == "Đã báo nhận"
    import_packet(other.desk, tmp_path / "phieu.xlsx")
    there = ExchangeView(Session(other.desk), jobs)
    qtbot.addWidget(there)
    assert ["Phiếu báo nhận", "–"] in [row[-2:] for row in texts(there.packets) if row[1] == "Nhận"]
