"""One column: its header, folding, and what happens when cards are let go on it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest

from r57desk.domain.task import Task
from r57desk.ui.board_column import FOLDED_WIDTH, HEAD, BoardColumn
from r57desk.ui.board_model import ColumnModel
from r57desk.ui.card_list import CardList
from r57desk.ui.done_card import DoneCard
from r57desk.ui.dragging import pack_rows
from r57desk.ui.state_words import State

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def column(qtbot, session):
    model = ColumnModel(lambda _: [], lambda _: State("", "", "calm", ""), lambda task: task.title)
    made = BoardColumn("tam_dung", "Tạm dừng", CardList(model, "vi"), foldable=True)
    qtbot.addWidget(made)
    made.resize(240, 500)
    made.show()
    return made


def enter(column, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPointF(10, 10).toPoint(), MOVE, data, LEFT, NONE)
    column.dragEnterEvent(event)
    return event.isAccepted()


def drop(column, data: QMimeData) -> bool:
    event = QDropEvent(QPointF(10, 10), MOVE, data, LEFT, NONE)
    column.dropEvent(event)
    return event.isAccepted()


def test_rows_let_go_on_it_are_told(column, qtbot):
    with qtbot.waitSignal(column.dropped) as told:
        assert drop(column, pack_rows(["A", "B"]))
    assert told.args == [["A", "B"]]


def test_what_is_no_row_is_not_taken(column, qtbot):
    stranger = QMimeData()
    stranger.setText("chữ")
    assert not enter(column, stranger)
    with qtbot.assertNotEmitted(column.dropped):
        drop(column, stranger)


def test_a_drag_resting_on_a_folded_column_asks_to_open_it(column, qtbot):
    column.set_folded(True)
    with qtbot.waitSignal(column.rest_opened, timeout=1500):
        assert enter(column, pack_rows(["A"]))


def test_a_drag_passing_over_does_not(column, qtbot):
    column.set_folded(True)
    with qtbot.assertNotEmitted(column.rest_opened, wait=700):
        enter(column, pack_rows(["A"]))
        column.dragLeaveEvent(QDragLeaveEvent())


def test_folded_it_shows_only_the_strip(column):
    column.set_folded(True)
    column.setFixedWidth(FOLDED_WIDTH)
    assert not column.list.isVisible()
    assert column.head.height() > HEAD
    column.set_folded(False)
    assert column.list.isVisible()


@pytest.mark.parametrize("folded", [True, False])
def test_the_header_folds_and_opens_by_mouse_and_by_space(column, qtbot, folded):
    column.set_folded(folded)
    with qtbot.waitSignal(column.fold_asked) as told:
        QTest.mouseClick(column.head, LEFT)
    assert told.args == [not folded]
    with qtbot.waitSignal(column.fold_asked):
        QTest.keyClick(column.head, Qt.Key.Key_Space)


def test_the_header_says_its_figures(column):
    column.head.set_counts(78, 9, "Tạm dừng, 78 việc, 9 quá hạn")
    assert column.head.late_words() == "9 quá hạn"
    assert column.head.accessibleName() == "Tạm dừng, 78 việc, 9 quá hạn"
    column.head.set_counts(3, 0, "")
    assert column.head.late_words() == ""


def test_the_asking_card_comes_and_goes(column):
    card = DoneCard([Task("A")], date(2025, 9, 24))
    column.ask_done(card)
    assert column.done_card is card
    assert card.isVisible()
    column.drop_done_card()
    assert column.done_card is None
