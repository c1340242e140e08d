"""The heading row: a click sorts, Shift+click adds a key, dragging an edge does not sort."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from r57desk.ui.table_header import TaskHeader


@pytest.fixture
def header(qtbot, session):
    view = QTableView()
    qtbot.addWidget(view)
    made = TaskHeader(view)
    view.setHorizontalHeader(made)
    model = QStandardItemModel(1, 4, view)
    model.setHorizontalHeaderLabels(["TT", "Nhiệm vụ", "Thời hạn", "Tiến độ"])
    view.setModel(model)
    view.resize(600, 200)
    view.show()
    made.view = view
    return made


def middle(header, section):
    return QPoint(header.sectionViewportPosition(section) + header.sectionSize(section) // 2, 10)


def test_click_and_shift_click(header, qtbot):
    for modifier, add in ((Qt.KeyboardModifier.NoModifier, False), (Qt.KeyboardModifier.ShiftModifier, True)):
        with qtbot.waitSignal(header.sort_asked) as asked:
            qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, middle(header, 2))
        assert asked.args == [2, add]


def test_dragging_is_not_a_click(header, qtbot):
    with qtbot.assertNotEmitted(header.sort_asked):
        qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=middle(header, 1))
        qtbot.mouseMove(header.viewport(), middle(header, 2))
        qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=middle(header, 2))


def test_marks_are_painted(header):
    plain = header.grab().toImage()
    header.set_marks({2: (False, 0)})
    one = header.grab().toImage()
    header.set_marks({2: (False, 1), 3: (True, 2)})
    assert plain != one != header.grab().toImage()


def test_it_is_28_high(header):
    assert header.height() == header.sizeHint().height() == 28
