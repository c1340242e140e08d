"""A pane takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from r57desk.ui.panes import focus_inside


def test_its_proxy_or_else_its_first_widget_that_can_takes_it(qtbot, session):
    pane = QWidget()
    qtbot.addWidget(pane)
    row = QHBoxLayout(pane)
    off, first, second = QPushButton("tắt"), QPushButton("một"), QPushButton("hai")
    off.setEnabled(False)
    for part in (QLabel("chữ"), off, first, second):
        row.addWidget(part)
    pane.show()
    assert focus_inside(pane)
    qtbot.waitUntil(first.hasFocus)
    pane.setFocusProxy(second)
    assert focus_inside(pane)
    assert second.hasFocus()


def test_a_pane_without_any_does_not(qtbot, session):
    pane = QWidget()
    qtbot.addWidget(pane)
    QLabel("chữ", pane).setFocusPolicy(Qt.FocusPolicy.NoFocus)
    pane.show()
    assert not focus_inside(pane)
