"""Choosing the as-of date: typed, picked, or today."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

from r57desk.ui.as_of_popup import AsOfPopup
from r57desk.ui.parts import Link


@pytest.fixture
def popup(session, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    made = AsOfPopup(date(2025, 9, 24), date(2025, 9, 30), owner)
    made.owner = owner
    made.open_under(owner)
    return made


def test_a_typed_date_is_taken(popup, qtbot):
    popup.field.setText("5-10-2025")
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert picked.args == [date(2025, 10, 5)]


@pytest.mark.parametrize("typed", ["", "mai", "31/2/2025", "10/2025"])
def test_what_is_no_date_is_said_and_not_taken(popup, qtbot, typed):
    popup.field.setText(typed)
    with qtbot.assertNotEmitted(popup.picked):
        popup.keep()
    assert popup._problem.text().endswith(".")
    assert not popup._problem.isHidden()


def test_a_day_of_the_calendar_is_taken(popup, qtbot):
    with qtbot.waitSignal(popup.picked) as picked:
        popup.calendar.clicked.emit(QDate(2025, 11, 3))
    assert picked.args == [date(2025, 11, 3)]


def test_back_to_today(popup, qtbot):
    with qtbot.waitSignal(popup.picked) as picked:
        qtbot.mouseClick(popup.findChild(Link), Qt.MouseButton.LeftButton)
    assert picked.args == [date(2025, 9, 30)]


def test_the_week_begins_on_monday(popup):
    assert popup.calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
