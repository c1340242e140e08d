"""A list to choose from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from r57desk.ui.chooser import Chooser
from r57desk.ui.theme import px


def make(qtbot):
    made = Chooser()
    qtbot.addWidget(made)
    for code, name in (("a", "Một"), ("b", "Hai")):
        made.addItem(name, code)
    made.show()
    return made


def test_arrows_choose_and_it_is_as_high_as_a_field(qtbot, session):
    made = make(qtbot)
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.currentData() == "b"
    assert made.height() == px(28)


def test_the_wheel_scrolls_the_page_and_changes_nothing(qtbot, session):
    made = make(qtbot)
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    made.wheelEvent(turn)
    assert made.currentData() == "a"
    assert not turn.isAccepted()
