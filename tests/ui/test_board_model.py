"""The cards of one column as a Qt model."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QModelIndex, Qt

from r57desk.domain.task import Task
from r57desk.ui.board_model import MOVING_ROLE, PAGE, PAGES, STATE_ROLE, TASK_ROLE, ColumnModel
from r57desk.ui.dragging import unpack_rows
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def model(qapp, asked):
    def read(numbers):
        asked.append(len(numbers))
        return [Task(f"R{number}", stt=str(number), title=f"Nhiệm vụ {number}") for number in numbers]

    return ColumnModel(read, lambda task: CALM, lambda task: f"đọc {task.stt}")


def test_it_keeps_the_rules_of_item_models(model, qtmodeltester):
    model.set_numbers(array("q", range(250)))
    qtmodeltester.check(model, force_py=True)
    model.set_numbers(array("q", range(3)))
    qtmodeltester.check(model, force_py=True)


def test_a_card_knows_its_task_state_and_words(model):
    model.set_numbers(array("q", [7]))
    index = model.index(0)
    assert index.data(TASK_ROLE).id == "R7"
    assert index.data(STATE_ROLE) is CALM
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "đọc 7"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Nhiệm vụ 7"


def test_only_the_pages_looked_at_are_read_and_only_some_are_kept(model, asked):
    model.set_numbers(array("q", range(PAGE * (PAGES + 5))))
    model.index(PAGE * 3).data()
    assert asked == [PAGE]
    for page in range(PAGES + 5):
        model.index(page * PAGE).data()
    assert len(model._pages) == PAGES


def test_the_same_cards_again_are_painted_not_reset(model, qtbot):
    model.set_numbers(array("q", [1, 2]))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_numbers(array("q", [1, 2]))
    with qtbot.waitSignal(model.modelReset):
        model.set_numbers(array("q", [2, 1]))


def test_cards_under_way_are_marked(model):
    model.set_numbers(array("q", [1, 2]))
    model.set_moving(["R2"])
    assert [model.index(row).data(MOVING_ROLE) for row in (0, 1)] == [False, True]


def test_a_drag_carries_row_ids(model):
    model.set_numbers(array("q", [1, 2, 3]))
    assert unpack_rows(model.mimeData([model.index(0), model.index(2)])) == ["R1", "R3"]
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_number_is_found_again(model):
    model.set_numbers(array("q", [5, 9]))
    assert model.index_of_number(9).row() == 1
    assert model.index_of_number(4) == QModelIndex()
