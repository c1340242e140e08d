"""Everything of one day in a popup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from r57desk.domain.task import Task
from r57desk.ui.day_list import DayList
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")
TASKS = [Task(f"R{number}", stt=str(number), title="Đề án") for number in range(60)]


@pytest.fixture
def opened(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = DayList("Thứ Tư, 24/09/2025", TASKS, lambda _: CALM, lambda task: task.title, window)
    made.show_at(QPoint(5000, 5000))
    yield made
    if isValid(made):
        made.close()


def test_it_opens_inside_the_screen_with_the_keyboard_on_the_first_task(opened):
    assert opened.screen().availableGeometry().contains(opened.geometry())
    assert opened.list.current_task().id == "R0"
    assert opened.accessibleName() == "Thứ Tư, 24/09/2025"


def test_enter_opens_the_task_and_closes_the_list(opened, qtbot):
    with qtbot.waitSignal(opened.task_opened) as told:
        QTest.keyClick(opened.list, Qt.Key.Key_Return)
    assert told.args == ["R0"]


def test_escape_closes_it(opened):
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    assert not isValid(opened) or not opened.isVisible()
