"""The strips above the month."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.task import Task
from r57desk.services.lists import STRIPS as ANSWERED
from r57desk.ui.calendar_strips import SHOWN, STRIPS, Strip, Strips
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")


def tasks(count):
    return [Task(f"R{number}", stt=str(number), title=f"Xây dựng Đề án số {number}") for number in range(count)]


@pytest.fixture
def strip(qtbot, session):
    made = Strip("text")
    qtbot.addWidget(made)
    made.resize(1000, 28)
    made.set_name("Trong năm 2025")
    made.show()
    return made


def fill(strip, count):
    strip.set_tasks(tasks(count), lambda _: CALM, lambda task: f"đọc {task.stt}")


def test_four_items_stand_and_the_rest_is_counted(strip):
    fill(strip, 48)
    assert [item.text() for item in strip.items] == [f"Đề án số {number}" for number in range(SHOWN)]
    assert strip.more.text() == "+44 việc"
    assert strip.more.accessibleName() == "Trong năm 2025: +44 việc"


def test_few_items_leave_no_link_and_none_are_said(strip):
    fill(strip, 2)
    assert [item.isVisible() for item in strip.items] == [True, True, False, False]
    assert not strip.more.isVisible()
    fill(strip, 0)
    assert strip.nothing.isVisible()


def test_an_item_is_named_in_full_and_opens_by_key_and_mouse(strip, qtbot):
    fill(strip, 3)
    item = strip.items[1]
    assert item.accessibleName() == "đọc 1"
    assert item.toolTip() == "Xây dựng Đề án số 1"
    for act in (
        lambda: QTest.keyClick(item, Qt.Key.Key_Space),
        lambda: QTest.mouseClick(item, Qt.MouseButton.LeftButton),
    ):
        with qtbot.waitSignal(strip.task_opened) as opened:
            act()
        assert opened.args == ["R1"]


def test_the_link_asks_for_all(strip, qtbot):
    fill(strip, 9)
    with qtbot.waitSignal(strip.all_asked):
        strip.more.click()


def test_there_is_a_strip_for_every_answer_in_order(qtbot, session):
    made = Strips()
    qtbot.addWidget(made)
    assert STRIPS == ANSWERED
    assert tuple(made.strips) == STRIPS


def test_a_narrow_window_gives_the_names_less_room(strip):
    fill(strip, 4)
    wide = strip.name.width()
    strip.set_narrow(narrow=True)
    assert strip.name.width() < wide
