"""One value in the panel: words, then an editor in their place, then words again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from r57desk.ui.value_field import ValueField


@pytest.fixture
def field(session, task_of, qtbot):
    made = ValueField(session, "lead", "Ghi cơ quan chủ trì…")
    qtbot.addWidget(made)
    made.set_task(task_of("4"))
    made.resize(220, 60)
    made.show()
    return made


def test_a_click_opens_the_editor_and_enter_writes(field, task_of, qtbot):
    qtbot.mouseClick(field.words, Qt.MouseButton.LeftButton)
    field.editor()._input.setText("Bộ Y tế")
    qtbot.keyClick(field.editor()._input, Qt.Key.Key_Return)
    assert field.editor() is None
    assert task_of("4").lead == "Bộ Y tế"


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_the_keyboard_opens_it_too(field, qtbot, key):
    qtbot.keyClick(field.words, key)
    assert field.editor() is not None
    qtbot.keyClick(field.editor()._input, Qt.Key.Key_Escape)
    assert field.editor() is None
    assert not field.words.isHidden()


def test_another_task_closes_the_editor_unwritten(field, task_of):
    field.open_editor()
    field.editor()._input.setText("x")
    field.set_task(task_of("5"))
    assert field.editor() is None
    assert task_of("4").lead == "Bộ Công an"


def test_a_missing_value_invites(field, session, task_of):
    session.set_fields((task_of("4").id,), {"lead": None})
    empty = field.grab().toImage()
    field.set_task(task_of("4"))
    assert field.words.text == ""
    assert field.grab().toImage() != empty


def test_a_long_value_is_as_high_as_it_needs(session, task_of, qtbot):
    field = ValueField(session, "title", "", title=True)
    qtbot.addWidget(field)
    field.set_task(task_of("4"))
    assert field.words.heightForWidth(80) > field.words.heightForWidth(400)


def test_what_is_read_only_cannot_be_edited(field, task_of):
    field.set_task(task_of("4"), writable=False)
    field.open_editor()
    assert field.editor() is None


def test_the_value_can_be_copied(field):
    field.words.copy_text()
    assert QGuiApplication.clipboard().text() == "Bộ Công an"


def test_it_is_named_for_screen_readers(field):
    assert field.words.accessibleName() == "Cơ quan chủ trì: Bộ Công an"
