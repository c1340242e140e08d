"""A new task needs only its name; what is missing is said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.new_task_dialog import NewTaskDialog


@pytest.fixture
def dialog(session, qtbot):
    session.set_filter("source_doc", ("03/NQ-CP",))
    made = NewTaskDialog(session)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_task_is_made_from_what_was_typed(dialog, session):
    dialog.title.setPlainText("  Nhiệm vụ mới  ")
    dialog.lines["deadline_text"].setText("quý 3/2025")
    dialog.keep()
    task = session.find_task(dialog.row_id)
    assert (task.title, task.deadline_text, task.source_doc) == ("Nhiệm vụ mới", "quý 3/2025", "03/NQ-CP")
    assert task.deadline.precision == "quarter"
    assert dialog.result() == NewTaskDialog.DialogCode.Accepted


def test_without_a_name_nothing_is_made(dialog, session, qtbot):
    with qtbot.assertNotEmitted(session.changed):
        dialog.keep()
    assert dialog._problem.text() == "Chưa ghi tên nhiệm vụ."
    assert dialog.isVisible()


def test_the_deadline_is_read_while_it_is_typed(dialog):
    dialog.lines["deadline_text"].setText("6/2025")
    assert dialog._reading.text() == "Hiểu là Tháng 6/2025, hết ngày 30/06/2025"


def test_tab_leaves_the_title(dialog, qtbot):
    dialog.title.setFocus()
    qtbot.keyClick(dialog.title, Qt.Key.Key_Tab)
    assert dialog.title.toPlainText() == ""
