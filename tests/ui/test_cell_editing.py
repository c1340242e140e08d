"""Editing in place: one editor at a time, over its cell, nothing when the register is only read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.columns import COLUMNS
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel

LEAD, DEADLINE = COLUMNS.index("lead"), COLUMNS.index("deadline_text")


@pytest.fixture
def grid(session, qtbot):
    model = TaskTableModel(session)
    made = TaskGrid(session, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.columns.show({"stt": 44, "title": 300, "lead": 150, "deadline_text": 140, "progress": 140})
    made.show()
    return made


def test_opening_another_keeps_the_first(grid, task_of):
    first = grid.editing.open(grid.tasks.index(1, LEAD))
    first._input.setText("Bộ Y tế")
    second = grid.editing.open(grid.tasks.index(2, LEAD))
    assert grid.editing.editor is second
    assert task_of("1").lead == "Bộ Y tế"


def test_it_follows_its_cell_when_the_table_is_repainted(grid, session, task_of):
    editor = grid.editing.open(grid.tasks.index(6, DEADLINE))
    before = editor.geometry()
    grid.columns.show({"stt": 44, "title": 200, "lead": 150, "deadline_text": 140, "progress": 140})
    session.set_fields((task_of("1").id,), {"percent": "96"})
    assert editor.x() == before.x() - 100


def test_it_is_as_wide_as_it_needs(grid):
    grid.columns.show({"stt": 44, "title": 300, "lead": 40, "deadline_text": 140})
    editor = grid.editing.open(grid.tasks.index(1, LEAD))
    assert editor.width() >= 150
    assert grid.viewport().rect().contains(editor.geometry())


def test_a_reading_of_two_lines_makes_it_higher_not_cut(grid):
    editor = grid.editing.open(grid.tasks.index(1, DEADLINE))
    editor._input.setText("6 tháng cuối năm 2025")
    assert editor.height() >= editor.sizeHint().height()


def test_it_stays_within_the_view_when_it_grows(grid):
    grid.resize(900, 330)
    editor = grid.editing.open(grid.tasks.index(6, COLUMNS.index("progress")))
    editor._group.button(3).setChecked(True)
    assert grid.viewport().rect().contains(editor.geometry())
    assert editor.height() >= editor.sizeHint().height()


def test_a_register_that_is_only_read_has_no_editors(grid, session):
    session.read_only = True
    assert grid.editing.open(grid.tasks.index(1, LEAD)) is None


def test_the_row_written_is_the_row_opened_even_if_it_moved(grid, session, task_of, qtbot):
    editor = grid.editing.open(grid.tasks.index(1, LEAD))
    editor._input.setText("Bộ Y tế")
    session.set_fields((task_of("2").id,), {"percent": "1"})
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert task_of("1").lead == "Bộ Y tế"


def test_a_long_title_is_edited_in_whole_lines(grid, session, task_of, qtbot):
    session.set_fields((task_of("2").id,), {"title": "Xây dựng kế hoạch tuyên truyền về dữ liệu " * 6})
    row = next(row for row in range(grid.tasks.rowCount()) if (task := grid.tasks.task_at(row)) and task.stt == "2")
    editor = grid.editing.open(grid.tasks.index(row, 1))
    qtbot.waitUntil(lambda: editor._input.document().size().height() > 2)
    line = editor._input.fontMetrics().lineSpacing()
    margin = 2 * round(editor._input.document().documentMargin())

    def whole():
        return editor._input.height() == int(editor._input.document().size().height()) * line + margin

    qtbot.waitUntil(whole)
    assert not editor._input.verticalScrollBar().isVisible()
    editor._input.setPlainText("một dòng rất dài " * 200)
    qtbot.waitUntil(lambda: editor._input.verticalScrollBar().isVisible())
    assert (editor._input.height() - margin) % line == 0
    editor.leave()
