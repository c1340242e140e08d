"""TT and title stay in sight when the table scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from r57desk.ui.columns import COLUMNS, DEFAULT
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel


@pytest.fixture
def grid(session, qtbot):
    model = TaskTableModel(session)
    made = TaskGrid(session, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.columns.place(list(DEFAULT))
    made.columns.show(dict.fromkeys(DEFAULT, 150) | {"stt": 44, "title": 300})
    made.show()
    qtbot.waitExposed(made)
    return made


def test_nothing_is_covered_before_scrolling(grid):
    assert grid._frozen is None
    assert grid.cell_at(grid.visualRect(grid.tasks.index(1, 0)).center()).column() == 0


def test_scrolled_back_nothing_is_covered(grid):
    grid.horizontalScrollBar().setValue(200)
    grid.horizontalScrollBar().setValue(0)
    assert grid._frozen.shown_width() == 0


def test_scrolling_sideways_keeps_both_columns(grid):
    grid.horizontalScrollBar().setValue(200)
    frozen = grid._frozen
    assert frozen.shown_width() == 344
    assert [COLUMNS[frozen.header.logicalIndex(place)] for place in range(2)] == ["stt", "title"]
    assert all(frozen.rowHeight(row) == grid.rowHeight(row) for row in range(grid.tasks.rowCount()))
    grid.horizontalScrollBar().setValue(0)
    assert frozen.shown_width() == 0


def test_a_point_over_the_frozen_part_is_the_frozen_cell(grid):
    grid.horizontalScrollBar().setValue(200)
    index = grid.cell_at(QPoint(100, 60))
    assert COLUMNS[index.column()] == "title"
    assert grid.cell_rect(index).left() == 44
    assert COLUMNS[grid.cell_at(QPoint(400, 60)).column()] not in ("stt", "title")


def test_going_to_a_covered_cell_uncovers_it(grid):
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    grid.choose_row(1, column=COLUMNS.index("lead"))
    assert grid.visualRect(grid.currentIndex()).left() >= grid._frozen.shown_width()


def test_it_scrolls_down_with_the_table(grid):
    grid.resize(700, 200)
    grid.horizontalScrollBar().setValue(200)
    grid.verticalScrollBar().setValue(90)
    assert grid._frozen.verticalScrollBar().value() == 90
