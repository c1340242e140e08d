"""The table: keys, selection, folding, editing in place, copying, frozen columns, heights."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from r57desk.ui.columns import COLUMNS, DEFAULT
from r57desk.ui.task_table import TaskGrid
from r57desk.ui.task_table_model import TaskTableModel
from r57desk.ui.theme import tokens

LEAD, PROGRESS, DEADLINE = (COLUMNS.index(code) for code in ("lead", "progress", "deadline_text"))


@pytest.fixture
def grid(session, qtbot):
    model = TaskTableModel(session)
    made = TaskGrid(session, model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    made.columns.show(dict.fromkeys(DEFAULT, 130) | {"title": 300})
    made.columns.place(list(DEFAULT))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def row_of(grid, stt):
    rows = range(grid.tasks.rowCount())
    return next(row for row in rows if (task := grid.tasks.task_at(row)) is not None and task.stt == stt)


def cell(grid, stt, column):
    return grid.tasks.index(row_of(grid, stt), column)


def test_heights_are_fixed_and_headings_lower(grid):
    assert [grid.rowHeight(row) for row in (0, 1, 4)] == [30, 45, 30]
    grid.set_compact(True)
    assert [grid.rowHeight(row) for row in (0, 1, 4)] == [30, 28, 30]


def test_heights_follow_folding(grid):
    grid.tasks.fold(grid.tasks.group_at(0), True)
    heights = [grid.rowHeight(row) for row in range(grid.tasks.rowCount())]
    assert heights == [30, 30, 45, 45, 45, 45, 30, 45]


def test_the_cell_the_keyboard_is_on_has_a_ring(grid, qtbot):
    grid.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    grid.choose_row(row_of(grid, "4"), column=LEAD)
    index = grid.currentIndex()
    assert grid.shows_focus(index)
    assert not grid.shows_focus(cell(grid, "5", LEAD))
    rect = grid.visualRect(index)
    image = grid.viewport().grab(rect).toImage()
    assert image.pixelColor(rect.width() // 2, 1).name() == tokens().hex("accent")


def test_left_and_right_fold_the_heading_the_keyboard_is_on(grid, qtbot):
    grid.setCurrentIndex(grid.tasks.index(0, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert grid.tasks.rowCount() == 8
    assert grid.currentIndex().row() == 0
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert grid.tasks.rowCount() == 11


def test_a_click_on_a_heading_folds_it(grid, qtbot):
    spot = grid.visualRect(grid.tasks.index(4, 1)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert grid.tasks.rowCount() == 7
    assert grid.selected_count() == 0


def test_choosing_counts_tasks_not_headings(grid, qtbot):
    grid.selectAll()
    assert grid.selected_count() == 8
    assert [task.stt for task in grid.selected_tasks()] == ["1", "2", "3", "4", "5", "6", "10", "11"]
    grid.choose_row(row_of(grid, "4"))
    assert grid.selected_count() == 1
    assert grid.current_task().stt == "4"


def test_space_adds_the_row_and_letters_do_nothing(grid, qtbot):
    grid.choose_row(row_of(grid, "1"))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid.selected_count() == 2
    qtbot.keyClicks(grid, "phu song")
    assert grid.current_task().stt == "2"


def test_stepping_jumps_over_headings_and_stops_at_the_ends(grid):
    grid.choose_row(row_of(grid, "3"))
    grid.step(1)
    assert grid.current_task().stt == "4"
    grid.step(-1)
    assert grid.current_task().stt == "3"
    grid.choose_row(row_of(grid, "11"))
    grid.step(1)
    assert grid.current_task().stt == "11"


def test_enter_asks_for_the_panel(grid, qtbot):
    grid.choose_row(row_of(grid, "4"))
    with qtbot.waitSignal(grid.panel_asked):
        qtbot.keyClick(grid, Qt.Key.Key_Return)


def test_f2_edits_the_cell_and_enter_writes_it(grid, task_of, qtbot):
    grid.choose_row(row_of(grid, "4"), column=LEAD)
    qtbot.keyClick(grid, Qt.Key.Key_F2)
    editor = grid.editor()
    assert editor.geometry().contains(grid.visualRect(cell(grid, "4", LEAD)).topLeft() + QPoint(2, 2))
    editor._input.setText("Bộ Tư pháp")
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert grid.editor() is None
    assert task_of("4").lead == "Bộ Tư pháp"


def test_escape_in_an_editor_writes_nothing(grid, session, task_of, qtbot):
    editor = grid.open_editor(cell(grid, "4", LEAD))
    editor._input.setText("x")
    with qtbot.assertNotEmitted(session.changed):
        qtbot.keyClick(editor._input, Qt.Key.Key_Escape)
    assert grid.editor() is None
    assert task_of("4").lead == "Bộ Công an"


def test_a_click_elsewhere_keeps_what_was_typed(grid, task_of, qtbot):
    editor = grid.open_editor(cell(grid, "4", LEAD))
    editor._input.setText("Bộ Y tế")
    spot = grid.visualRect(cell(grid, "1", LEAD)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert grid.editor() is None
    assert task_of("4").lead == "Bộ Y tế"


def test_a_value_that_cannot_be_kept_is_said(grid, qtbot):
    code = COLUMNS.index("done_date")
    grid.columns.show({"stt": 44, "title": 300, "done_date": 130})
    editor = grid.open_editor(cell(grid, "4", code))
    editor._input.setText("mai")
    with qtbot.waitSignal(grid.refused):
        grid.close_editor(keep=True)
    assert grid.editor() is None


def test_an_editor_never_leaves_the_view(grid):
    grid.resize(700, 260)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    editor = grid.open_editor(cell(grid, "11", PROGRESS))
    assert grid.viewport().rect().contains(editor.geometry())


def test_headings_and_derived_columns_have_no_editor(grid):
    assert grid.open_editor(grid.tasks.index(0, LEAD)) is None
    assert grid.open_editor(cell(grid, "4", COLUMNS.index("timeliness"))) is None


def test_double_click_edits_a_value_and_opens_the_panel_on_the_title(grid, qtbot):
    title = grid.visualRect(cell(grid, "4", COLUMNS.index("title"))).center()
    with qtbot.waitSignal(grid.panel_asked):
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=title)
    deadline = grid.visualRect(cell(grid, "4", DEADLINE)).center()
    QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=deadline)
    assert grid.editor() is not None


def test_copy_takes_the_shown_columns_in_their_order(grid):
    grid.columns.place(["stt", "title", "progress", "lead"])
    grid.columns.show({"stt": 44, "title": 300, "progress": 130, "lead": 130})
    grid.choose_row(row_of(grid, "2"))
    assert grid.copy(headings=True) == 1
    text = QGuiApplication.clipboard().text()
    assert text == (
        "TT\tNhiệm vụ\tTiến độ\tCơ quan chủ trì\n2\tXây dựng kế hoạch tuyên truyền\tĐang thực hiện 65%\tBộ Nội vụ"
    )
    assert "<table>" in QGuiApplication.clipboard().mimeData().html()


def test_a_formula_in_a_title_is_copied_as_text(grid, session, task_of):
    session.set_fields((task_of("2").id,), {"title": "=HYPERLINK(1)"})
    grid.choose_row(row_of(grid, "2"))
    grid.copy()
    assert "\t'=HYPERLINK(1)\t" in QGuiApplication.clipboard().text()


def test_selection_and_place_survive_a_reload(grid, session, task_of):
    grid.choose_row(row_of(grid, "5"), column=LEAD)
    session.set_fields((task_of("4").id,), {"stt": "12"})
    assert [task.stt for task in grid.selected_tasks()] == ["5"]
    assert (grid.current_task().stt, grid.currentIndex().column()) == ("5", LEAD)


def test_only_tt_and_title_stay_at_the_left(grid):
    header = grid.horizontalHeader()
    header.moveSection(header.visualIndex(LEAD), 0)
    assert grid.columns.in_order()[:2] == ["stt", "title"]
    moved = header.visualIndex(PROGRESS)
    header.moveSection(moved, 2)
    assert grid.columns.in_order()[:3] == ["stt", "title", "progress"]


def test_the_row_under_the_mouse_is_known(grid, qtbot):
    QTest.mouseMove(grid.viewport(), grid.visualRect(cell(grid, "4", LEAD)).center())
    assert grid.hovered_row == row_of(grid, "4")
