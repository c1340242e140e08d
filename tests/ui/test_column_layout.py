"""Columns are laid out by the program and dragged by the user; only the latter is told."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from r57desk.ui.column_layout import ColumnLayout
from r57desk.ui.columns import COLUMNS


@pytest.fixture
def layout(qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(2, len(COLUMNS), table))
    table.horizontalHeader().setSectionsMovable(True)
    made = ColumnLayout(table)
    made.table = table
    made.place(["stt", "title", "progress", "lead"])
    made.show({"stt": 44, "title": 300, "lead": 150, "progress": 130})
    return made


def test_exactly_the_named_columns_are_shown_in_their_order(layout):
    assert layout.in_order() == ["stt", "title", "progress", "lead"]
    assert layout.shown == {"stt", "title", "progress", "lead"}
    assert layout.table.columnWidth(COLUMNS.index("lead")) == 150


def test_laying_out_is_not_dragging(layout, qtbot):
    with qtbot.assertNotEmitted(layout.dragged), qtbot.waitSignal(layout.changed):
        layout.show({"stt": 44, "title": 200})


def test_dragging_is_told(layout, qtbot):
    with qtbot.waitSignal(layout.dragged) as dragged:
        layout.table.setColumnWidth(COLUMNS.index("lead"), 77)
    assert dragged.args == ["lead", 77]


def test_columns_move_but_not_before_the_title(layout, qtbot):
    header = layout.table.horizontalHeader()
    with qtbot.waitSignal(layout.moved):
        header.moveSection(3, 2)
    assert layout.in_order() == ["stt", "title", "lead", "progress"]
    with qtbot.assertNotEmitted(layout.moved):
        header.moveSection(2, 0)
    assert layout.in_order() == ["stt", "title", "lead", "progress"]
