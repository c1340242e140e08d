"""The left list: headings are passed over, lines say themselves, several can be chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from r57desk.ui.review_lines import read_review
from r57desk.ui.review_list import LINE_ROLE, ReviewList


@pytest.fixture
def listed(desk, differing, session, qtbot):
    made = ReviewList("vi")
    qtbot.addWidget(made)
    tester = QAbstractItemModelTester(made.lines, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.lines.set_lines(read_review(desk.deciding).lines())
    made.resize(268, 500)
    made.show()
    assert tester.model() is made.lines
    return made


def spoken(listed):
    return [
        listed.lines.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(listed.lines.rowCount())
    ]


def test_lines_say_task_field_and_office(listed):
    assert spoken(listed) == [
        "Số liệu khác nhau: 1",
        "2, Xây dựng kế hoạch tuyên truyền, Kết quả thực hiện · Sở KH&CN",
        "Đề nghị chờ trả lời: 2",
        "4, Sửa đổi Luật Giao dịch điện tử, Gia hạn đến tháng 9/2026 · Sở KH&CN",
        "10, Hoàn thiện cơ chế thử nghiệm, Gia hạn đến quý I/2026 · Sở KH&CN",
    ]


def test_keys_pass_over_headings(listed):
    listed.choose_section("differences")
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.selected()[0].section == "requests"
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.selected()[0].section == "differences"
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert listed.selected()[0].section == "differences"


def test_a_section_is_chosen_whole(listed, qtbot):
    with qtbot.waitSignal(listed.chosen):
        listed.choose_all("requests")
    assert [line.section for line in listed.selected()] == ["requests", "requests"]
    assert not listed.choose("no such line")
    assert not listed.choose_section("decided")


def test_it_paints_both_kinds_of_lines(listed):
    listed.choose_section("differences")
    assert listed.grab().height() == 500
    heights = [listed.sizeHintForRow(row) for row in range(3)]
    assert heights[0] < heights[1]
    assert listed.lines.index(0).data(LINE_ROLE).count == 1
