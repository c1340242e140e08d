"""The place in the table outlives a new order."""

from __future__ import annotations

import pytest

from r57desk.services.tasks import SortKey
from r57desk.ui.columns import COLUMNS
from r57desk.ui.kept_place import KeptPlace
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel


@pytest.fixture
def grid(session, qtbot):
    model = TaskTableModel(session)
    made = TaskGrid(session, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.columns.show({"stt": 44, "title": 300, "lead": 150})
    made.show()
    return made


def test_chosen_rows_and_the_current_cell_are_found_again(grid, session):
    grid.selectAll()
    grid.choose_row(6, column=COLUMNS.index("lead"))
    chosen = grid.current_task().stt
    session.set_sort((SortKey("title", True),))
    assert grid.current_task().stt == chosen
    assert [task.stt for task in grid.selected_tasks()] == [chosen]
    assert grid.currentIndex().column() == COLUMNS.index("lead")


def test_rows_that_are_gone_are_not_missed(grid, session):
    grid.selectAll()
    session.set_filter("lead", ("Bộ Công an",))
    assert [task.stt for task in grid.selected_tasks()] == ["4", "5", "10"]


def test_headings_are_kept_as_nothing(grid):
    grid.setCurrentIndex(grid.tasks.index(0, 0))
    assert KeptPlace.of(grid).current == -1
    KeptPlace().restore(grid)
    assert grid.selected_count() == 0


def test_scrolling_is_kept(grid, session, task_of):
    grid.verticalScrollBar().setValue(60)
    session.set_fields((task_of("11").id,), {"stt": "12"})
    assert grid.verticalScrollBar().value() == 60
