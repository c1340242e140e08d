"""The painted month: where things are, how the keyboard walks, what moves."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.ui.calendar_grid import MonthGrid, is_movable
from r57desk.ui.calendar_model import DayCell, MonthModel, shown_days
from r57desk.ui.dragging import pack_rows
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")
DAY = date(2025, 9, 24)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def task(number, deadline="24/9/2025", progress="dang_thuc_hien"):
    title = f"Đề án số {number} về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
    return Task(f"R{number}", stt=str(number), title=title, progress=progress, deadline=parse_deadline(deadline))


@pytest.fixture
def grid(qtbot, session):
    month = MonthModel(lambda cell: str(cell.day), ("T2", "T3", "T4", "T5", "T6", "T7", "CN"))
    made = MonthGrid(month, lambda _: CALM)
    qtbot.addWidget(made)
    made.resize(1038, 560)
    month.set_cells([DayCell(day, tasks=(task(1), task(2)) if day == DAY else ()) for day in shown_days(2025, 9)])
    made.show()
    made.setFocus()
    made.select_day(DAY)
    return made


def box_of(grid, place):
    index = grid.month.index_of(DAY)
    return next(
        box for box in grid._painter.boxes(grid.month.cell(index), grid.visualRect(index)) if box.place == place
    )


@pytest.mark.parametrize(
    ("deadline", "progress", "movable"),
    [
        ("24/9/2025", "dang_thuc_hien", True),
        ("9/2025", "dang_thuc_hien", False),
        ("Quý III/2025", "dang_thuc_hien", False),
        ("2025", "dang_thuc_hien", False),
        ("24/9/2025", "hoan_thanh", False),
        ("24/9/2025", "huy", False),
    ],
)
def test_only_open_tasks_with_a_day_can_be_moved(deadline, progress, movable):
    assert is_movable(task(1, deadline, progress)) is movable


def test_days_fill_the_width_and_the_weekend_is_narrow(grid):
    widths = [grid.columnWidth(column) for column in range(7)]
    assert sum(widths) == grid.viewport().width()
    assert widths[5] == widths[6] < min(widths[:5])
    assert max(widths[:5]) - min(widths[:5]) <= 1


def test_weeks_fill_the_height(grid):
    assert sum(grid.rowHeight(row) for row in range(5)) == grid.viewport().height()


def test_arrows_walk_the_days_across_weeks(grid):
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_day() == date(2025, 9, 25)
    for _ in range(4):
        QTest.keyClick(grid, Qt.Key.Key_Right)
    assert grid.current_day() == date(2025, 9, 29)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.current_day() == date(2025, 9, 22)


def test_down_walks_the_items_of_a_day_before_it_leaves_it(grid):
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_task().id == "R1"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.current_task().id == "R2"
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert (grid.current_day(), grid.current_task()) == (date(2025, 10, 1), None)
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.current_task().id == "R2"


def test_walking_out_of_the_month_asks_for_the_day(grid, qtbot):
    grid.select_day(date(2025, 9, 1))
    with qtbot.waitSignal(grid.day_needed) as needed:
        QTest.keyClick(grid, Qt.Key.Key_Left)
    assert needed.args == [date(2025, 8, 31)]


def test_page_keys_ask_for_the_next_month(grid, qtbot):
    with qtbot.waitSignal(grid.month_stepped) as stepped:
        QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert stepped.args == [1]


def test_enter_opens_the_item_or_the_day(grid, qtbot):
    with qtbot.waitSignal(grid.day_opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == [DAY]
    grid.select_day(DAY, "R2")
    with qtbot.waitSignal(grid.task_opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert opened.args == ["R2"]


@pytest.mark.parametrize(
    ("key", "day"), [(Qt.Key.Key_Left, date(2025, 9, 23)), (Qt.Key.Key_Right, date(2025, 9, 25))]
)
def test_ctrl_shift_arrow_asks_to_move_the_item_by_a_day(grid, qtbot, key, day):
    grid.select_day(DAY, "R1")
    with qtbot.waitSignal(grid.day_moved) as moved:
        QTest.keyClick(grid, key, BOTH)
    assert moved.args == ["R1", day]


def test_a_day_without_an_item_under_the_cursor_moves_nothing(grid, qtbot):
    with qtbot.assertNotEmitted(grid.day_moved):
        QTest.keyClick(grid, Qt.Key.Key_Right, BOTH)


def test_a_click_takes_the_item_and_a_double_click_opens_it(grid, qtbot):
    spot = box_of(grid, 1).rect.center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert grid.current_task().id == "R2"
    with qtbot.waitSignal(grid.task_opened) as opened:
        QTest.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == ["R2"]


def test_dropping_on_a_day_asks_to_move_there(grid, qtbot):
    carried = pack_rows(["R1"])
    spot = grid.visualRect(grid.month.index_of(date(2025, 9, 26))).center()
    event = QDropEvent(
        QPointF(spot), Qt.DropAction.MoveAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(grid.day_moved) as moved:
        grid.dropEvent(event)
    assert moved.args == ["R1", date(2025, 9, 26)]


def test_items_without_room_are_counted_and_the_count_opens_the_day(grid, qtbot):
    grid.month.set_tasks({DAY: [task(number) for number in range(9)]})
    more = box_of(grid, -1)
    shown = len(grid._stops(grid.month.index_of(DAY))) - 1
    assert shown + more.hidden == 9
    assert grid.more_words(more.hidden) == f"+{more.hidden} việc"
    with qtbot.waitSignal(grid.day_opened) as opened:
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=more.rect.center())
    assert opened.args == [DAY]


def test_items_stay_inside_their_day(grid):
    grid.month.set_tasks({DAY: [task(number) for number in range(9)]})
    for width, height in ((1038, 560), (820, 380), (600, 200)):
        grid.resize(width, height)
        index = grid.month.index_of(DAY)
        area = grid.visualRect(index)
        for box in grid._painter.boxes(grid.month.cell(index), area):
            assert area.contains(box.rect)
