"""The list of cards: keys, selection, its narrow scroll bar."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.task import Task
from r57desk.ui.board_model import ColumnModel
from r57desk.ui.card_delegate import GAP, card_height
from r57desk.ui.card_list import CardList
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")


@pytest.fixture
def listed(qtbot, session):
    def read(numbers):
        return [Task(f"R{number}", stt=str(number), title="Đề án") for number in numbers]

    model = ColumnModel(read, lambda _: CALM, lambda task: task.title)
    made = CardList(model, "vi")
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    model.set_numbers(array("q", range(40)))
    made.setCurrentIndex(model.index(2))
    return made


@pytest.mark.parametrize(("key", "by"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)])
def test_arrows_leave_sideways_and_with_ctrl_shift_take_the_card_along(listed, qtbot, key, by):
    with qtbot.waitSignal(listed.left_by) as left, qtbot.assertNotEmitted(listed.moved_by):
        QTest.keyClick(listed, key)
    assert left.args == [by]
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(listed.moved_by) as moved, qtbot.assertNotEmitted(listed.left_by):
        QTest.keyClick(listed, key, both)
    assert moved.args == [by]


def test_enter_opens_the_card(listed, qtbot):
    with qtbot.waitSignal(listed.task_opened) as opened:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert opened.args == ["R2"]


def test_down_goes_to_the_next_card_and_shift_chooses_both(listed):
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert [task.id for task in listed.chosen()] == ["R3"]
    QTest.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [task.id for task in listed.chosen()] == ["R3", "R4"]


def test_cards_stand_one_under_another_6_px_apart(listed):
    first, second = (listed.visualRect(listed.cards.index(row)) for row in (0, 1))
    assert second.top() - first.top() == card_height() + GAP
    assert first.width() == listed.viewport().width() == 240


def test_the_bar_in_the_margin_follows_the_list_and_leads_it(listed):
    listed.verticalScrollBar().setValue(300)
    assert listed.outer_bar.value() == 300
    listed.outer_bar.setValue(100)
    assert listed.verticalScrollBar().value() == 100
    assert listed.outer_bar.maximum() == listed.verticalScrollBar().maximum() > 0


def test_the_keyboard_comes_in_at_the_height_it_left_the_other_column(listed):
    listed.take_cursor(3 * (card_height() + GAP) + 10)
    assert listed.currentIndex().row() == 3
    listed.take_cursor(10_000)
    assert listed.currentIndex().row() == 39


def test_a_bar_without_cards_shows_no_handle(qtbot, session):
    made = CardList(ColumnModel(lambda _: [], lambda _: State("", "", "calm", ""), lambda task: task.title), "vi")
    qtbot.addWidget(made)
    bar = made.outer_bar
    assert "transparent; border:none" in bar.styleSheet()
    made.verticalScrollBar().setRange(0, 100)
    assert "transparent; border:none" not in bar.styleSheet()
    assert "width:6px" in bar.styleSheet()
    made.verticalScrollBar().setRange(0, 0)
    assert "transparent; border:none" in bar.styleSheet()
