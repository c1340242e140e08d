"""A value that is replaced when one types into its field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from r57desk.ui.replaced_field import ReplacedField


@pytest.fixture
def field(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made, other = ReplacedField(), QLineEdit()
    made.setText("08.TTCDS")
    column.addWidget(other)
    column.addWidget(made)
    window.show()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    yield made
    window.close()


def test_typing_after_tab_replaces_the_value(field):
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, "09.X")
    assert field.text() == "09.X"


def test_typing_after_a_click_replaces_it_and_a_second_click_edits(field):
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == "08.TTCDS"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert field.selectedText() == ""
    field.end(False)
    QTest.keyClicks(field, "2")
    assert field.text() == "08.TTCDS2"
