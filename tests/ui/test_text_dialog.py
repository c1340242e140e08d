"""A text is asked for; what cannot be taken says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.ui.text_dialog import TextDialog


@pytest.fixture
def dialog(qtbot):
    made = TextDialog("Không chấp thuận", "Lý do:", "Gửi", lambda text: "" if text else "Còn thiếu lý do.")
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_text_the_button_waits(dialog):
    assert not dialog.main.isEnabled()
    assert dialog.problem.text() == "Còn thiếu lý do."
    dialog.input.setPlainText("  Đã gia hạn  ")
    assert dialog.main.isEnabled()
    assert dialog.text() == "Đã gia hạn"


def test_control_enter_is_the_button_and_enter_a_new_line(dialog, qtbot):
    dialog.input.setPlainText("một")
    QTest.keyClick(dialog.input, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
