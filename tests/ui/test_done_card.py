"""The card that asks when a task was done."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.task import Task
from r57desk.ui.done_card import DoneCard

TASK = Task("A", stt="67", title="Sửa đổi bổ sung quy hoạch phát triển điện lực")


@pytest.fixture
def card(qtbot, session):
    made = DoneCard([TASK], date(2025, 9, 23))
    qtbot.addWidget(made)
    made.show()
    made.start()
    return made


def test_it_proposes_the_day_and_takes_it_with_enter(card, qtbot):
    assert card.date_field.text() == "23/09/2025"
    card.evidence_field.setText("12/QĐ-UBND")
    with qtbot.waitSignal(card.confirmed) as told:
        QTest.keyClick(card.date_field, Qt.Key.Key_Return)
    assert told.args == ["2025-09-23", "12/QĐ-UBND"]


@pytest.mark.parametrize(("typed", "day"), [("5/9/2025", "2025-09-05"), ("05-09-2025", "2025-09-05"), ("", "")])
def test_days_are_read_as_people_type_them(card, qtbot, typed, day):
    card.date_field.setText(typed)
    with qtbot.waitSignal(card.confirmed) as told:
        card.confirm()
    assert told.args == [day, ""]


@pytest.mark.parametrize("typed", ["31/02/2025", "hôm qua", "9/2025"])
def test_what_is_no_day_is_said_and_nothing_is_sent(card, qtbot, typed):
    card.date_field.setText(typed)
    with qtbot.assertNotEmitted(card.confirmed):
        card.confirm()
    assert typed in card.problem.text()
    assert card.problem.isVisible()


def test_escape_sends_the_card_back(card, qtbot):
    with qtbot.waitSignal(card.cancelled):
        QTest.keyClick(card.evidence_field, Qt.Key.Key_Escape)


def test_several_tasks_are_counted(qtbot, session):
    made = DoneCard([TASK, Task("B")], date(2025, 9, 23))
    qtbot.addWidget(made)
    assert made.row_ids == ["A", "B"]


def test_fields_are_named_for_screen_readers(card):
    assert card.date_field.accessibleName() == "Ngày hoàn thành"
    assert card.evidence_field.accessibleName() == "Văn bản, minh chứng"
