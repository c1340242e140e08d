"""An editor under a button: kept once, left by Esc, as high as it needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from r57desk.ui.parts import Button
from r57desk.ui.popup_editor import open_popup_editor


@pytest.fixture
def opened(session, task_of, qtbot):
    owner = QPushButton("x")
    qtbot.addWidget(owner)
    owner.show()
    kept = []
    popup = open_popup_editor(owner, "progress", task_of("4"), session, kept.append, title="Tiến độ")
    popup.kept, popup.owner = kept, owner
    return popup


def test_the_button_keeps(opened, qtbot):
    opened.editor._group.button(2).setChecked(True)
    qtbot.mouseClick(opened.findChild(Button), Qt.MouseButton.LeftButton)
    assert opened.kept == [{"progress": "trinh_duyet"}]


def test_escape_leaves(opened, qtbot):
    qtbot.keyClick(opened.editor._percent, Qt.Key.Key_Escape)
    assert opened.kept == []
    assert not opened.isVisible()


def test_it_grows_with_its_editor(opened, qtbot):
    tall = opened.height()
    opened.editor._group.button(3).setChecked(True)
    qtbot.waitUntil(lambda: opened.height() > tall)


def test_a_wrong_value_keeps_it_open(opened, qtbot):
    opened.editor._percent.setText("nhiều")
    qtbot.mouseClick(opened.findChild(Button), Qt.MouseButton.LeftButton)
    assert opened.kept == []
    assert opened.isVisible()
