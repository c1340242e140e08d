"""The delegate paints states in their colours, and nothing runs out of its cell."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem

from r57desk.ui.columns import COLUMNS
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel
from r57desk.ui.theme import tokens

CELL = QRect(20, 20, 150, 45)


@pytest.fixture
def grid(session, qtbot):
    model = TaskTableModel(session)
    made = TaskGrid(session, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.columns.show({"stt": 44, "title": 300, "lead": 150, "deadline_text": 140, "progress": 140})
    return made


def picture(grid, stt, code, *, selected=False):
    """One cell on a larger canvas, so that what runs over can be seen."""
    rows = range(grid.tasks.rowCount())
    row = next(row for row in rows if (task := grid.tasks.task_at(row)) is not None and task.stt == stt)
    canvas = QPixmap(200, 90)
    canvas.fill(QColor("#123456"))
    option = QStyleOptionViewItem()
    option.rect = CELL
    if selected:
        grid.selectRow(row)
    painter = QPainter(canvas)
    grid.delegate.paint(painter, option, grid.tasks.index(row, COLUMNS.index(code)))
    painter.end()
    return canvas.toImage()


def colours(image):
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def near(image, token):
    """Whether some pixel is (nearly) of the token's colour: text is antialiased."""
    wanted = tokens()[token]
    return any(
        sum(abs(a - b) for a, b in zip(QColor(name).getRgb()[:3], wanted.getRgb()[:3], strict=True)) < 60
        for name in colours(image)
    )


@pytest.mark.parametrize("code", ["stt", "title", "lead", "deadline_text", "progress", "timeliness", "note"])
@pytest.mark.parametrize("stt", ["1", "2", "3", "5", "10"])
def test_nothing_runs_out_of_its_cell(grid, stt, code):
    image = picture(grid, stt, code)
    outside = [
        QColor(image.pixel(x, y)).name()
        for x in range(200)
        for y in range(90)
        if not CELL.contains(x, y) and QColor(image.pixel(x, y)).name() != "#123456"
    ]
    assert outside == []


def test_overdue_is_red_due_soon_is_brown_and_in_time_has_no_colour(grid):
    assert near(picture(grid, "2", "deadline_text"), "late")
    assert near(picture(grid, "1", "deadline_text"), "soon")
    calm = picture(grid, "4", "deadline_text")
    assert not near(calm, "late")
    assert not near(calm, "soon")


def test_red_stays_red_on_a_selected_row(grid):
    image = picture(grid, "2", "deadline_text", selected=True)
    assert near(image, "late")
    assert tokens().hex("select") in colours(image)


def test_a_selected_row_has_the_accent_at_its_left(grid):
    image = picture(grid, "2", "stt", selected=True)
    assert {QColor(image.pixel(x, 40)).name() for x in (20, 21, 22)} == {tokens().hex("accent")}


def test_the_row_under_the_mouse_is_hovered(grid):
    grid.hovered_row = 2
    assert tokens().hex("hover") in colours(picture(grid, "2", "lead"))


def test_compact_rows_say_the_state_instead_of_the_date(grid):
    grid.set_compact(True)
    assert near(picture(grid, "2", "deadline_text"), "late")


def test_a_group_heading_is_painted_across(grid):
    canvas = QPixmap(600, 60)
    option = QStyleOptionViewItem()
    pictures = []
    for column in (0, 1):
        canvas.fill(QColor("#123456"))
        option.rect = QRect(0, 0, 300, 30)
        painter = QPainter(canvas)
        grid.delegate.paint(painter, option, grid.tasks.index(0, column))
        painter.end()
        pictures.append(canvas.toImage())
    assert pictures[0] == pictures[1]
    assert tokens().hex("band") in colours(pictures[0])
