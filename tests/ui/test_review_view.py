"""Deciding: one side, another value, a request granted or refused, several at once, and changing one's mind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.ui import review_view
from r57desk.ui.review_view import ReviewView
from r57desk.ui.text_dialog import TextDialog


@pytest.fixture
def open_page(session, qtbot):
    def opened(section="differences"):
        made = ReviewView(session, section)
        qtbot.addWidget(made)
        made.resize(1290, 700)
        made.show()
        return made

    return opened


@pytest.fixture
def answer(monkeypatch):
    """What is written into the dialog that asks for a text; None leaves it."""
    said = {"text": ""}

    def run(dialog):
        dialog.input.setPlainText(said["text"] or "")
        can = dialog.main.isEnabled()
        return TextDialog.DialogCode.Accepted if can and said["text"] is not None else TextDialog.DialogCode.Rejected

    monkeypatch.setattr(review_view.TextDialog, "exec", run)
    return said


def sections(page):
    review = page._review
    return [len(part) for part in (review.differences, review.requests, review.ours, review.decided, review.answered)]


def test_with_nothing_open_it_says_so(open_page, qtbot):
    page = open_page()
    assert sections(page) == [0, 0, 0, 0, 0]
    assert page.place.text() == ""
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_both_values_stand_beside_one_another(open_page, differing):
    page = open_page()
    names = [card.accessibleName() for card in page.pane.cards]
    assert names == ["Giá trị gốc", "Cơ quan mình", "Sở KH&CN"]
    assert {card.text.text() for card in page.pane.cards} == {"(trống)", "Đã lấy ý kiến lần 2", "Hồ sơ đã trình"}
    assert [card.button.words() for card in page.pane.cards[1:]] == ["Giữ của cơ quan mình", "Nhận của Sở KH&CN"]
    assert page.place.text() == "1 / 3"
    assert page.hint() == "Còn 1 chỗ khác nhau, 2 đề nghị"


@pytest.mark.parametrize(("card", "kept", "said"), [
    (1, "Đã lấy ý kiến lần 2", "Đã giữ của cơ quan mình"),
    (2, "Hồ sơ đã trình", "Đã nhận của Sở KH&CN"),
])  # fmt: skip
def test_a_button_decides_and_the_decision_can_be_changed(
    open_page, differing, qtbot, session, task_of, card, kept, said
):
    page = open_page()
    with qtbot.waitSignal(session.done) as told:
        page.pane.cards[card].button.click()
    assert told.args[0] == f"{said}: Kết quả thực hiện, nhiệm vụ 2."
    assert task_of("2").result_now == kept
    qtbot.waitUntil(lambda: sections(page) == [0, 2, 0, 1, 0])
    assert page.list.selected()[0].section == "requests"  # the next open thing
    page.list.choose_section("decided")
    assert page.list.lines.words.outcome(page.list.selected()[0]) == (said, "good")
    page.pane.cards[3 - card].button.click()
    assert task_of("2").result_now != kept
    qtbot.waitUntil(lambda: sections(page)[3] == 1)


def test_undo_brings_the_difference_back(open_page, differing, qtbot, session):
    page = open_page()
    page.pane.cards[1].button.click()
    qtbot.waitUntil(lambda: sections(page)[0] == 0)
    page.undo.click()
    qtbot.waitUntil(lambda: sections(page)[0] == 1)


def test_another_value_takes_the_place_of_both(open_page, differing, qtbot, task_of, answer):
    page = open_page()
    answer["text"] = "Đã trình lần 3"
    page.pane.write_button.click()
    assert task_of("2").result_now == "Đã trình lần 3"
    answer["text"] = None
    page.list.choose_section("decided")


def test_requests_are_granted_one_by_one_and_together(open_page, differing, qtbot, task_of):
    page = open_page("requests")
    assert len(page.cards) == 1
    page.list.choose_all("requests")
    assert len(page.cards) == 2
    page.accept([card.asked for card in page.cards])
    assert (task_of("4").deadline_text, task_of("10").deadline_text) == ("Tháng 9/2026", "Quý I/2026")
    qtbot.waitUntil(lambda: sections(page) == [1, 0, 0, 0, 2])


def test_a_refusal_needs_a_reason_and_the_asker_reads_it(open_page, differing, qtbot, desk, task_of, answer):
    page = open_page("requests")
    card = page.cards[0]
    card.buttons[1].click()
    assert sections(page)[1] == 2  # no reason, no refusal
    answer["text"] = "Đã gia hạn một lần"
    card.buttons[1].click()
    qtbot.waitUntil(lambda: sections(page) == [1, 1, 0, 0, 1])
    assert task_of("4").deadline_text == "Năm 2025"
    differing.take()
    there = differing.desk.deciding.requests(waiting=False)
    assert [(one.outcome, one.reason) for one in there] == [("refused", "Đã gia hạn một lần")]


def test_our_own_request_waits_and_can_be_taken_back(open_page, other, session, qtbot, task_of):
    session.set_fields((task_of("5").id,), {"result_now": "Đã ban hành"})
    page = open_page()
    assert sections(page) == [0, 0, 1, 0, 0]
    assert page.cards[0].asked.outcome == "waiting"
    page.cards[0].buttons[0].click()
    qtbot.waitUntil(
        lambda: (sections(page)[2] == 1 and page._review.ours[0].outcome == "refused") or sections(page)[2] == 0
    )


def test_keys_walk_from_one_open_thing_to_the_next(open_page, differing):
    page = open_page()
    QTest.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.place.text() == "2 / 3"
    QTest.keyClick(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.place.text() == "1 / 3"
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.selected()[0].section == "requests"


def test_a_task_is_opened_from_its_difference(open_page, differing, session, qtbot):
    page = open_page()
    with qtbot.waitSignal(session.task_opened):
        page.pane.task_link.click()
