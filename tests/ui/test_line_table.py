"""A table that is read: columns share the width, Enter and a click open a line, a link acts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from r57desk.ui.line_table import LINE, Column, LineTable, Said, TableLine
from r57desk.ui.theme import TABLE_HEADER

COLUMNS = (Column("Đơn vị", share=(3, 2)), Column("Số", (60, 50)), Column("Báo nhận", share=(1, 1)))
LINES = tuple(
    TableLine(
        key,
        (Said(f"Sở {key}", beside="cấp trên"), Said("01", "text2", "arrow-up"), Said("Xuất…", "accent")),
        "receipt",
    )
    for key in "ABC"
)


@pytest.fixture
def table(qtbot):
    made = LineTable(COLUMNS, "Theo đơn vị")
    qtbot.addWidget(made)
    made.set_lines(LINES)
    made.resize(460, made.height())
    made.show()
    return made


def middle(table, row, column):
    return table.visualRect(table.lines.index(row, column)).center()


def test_the_model_is_sound(qapp, table):
    tester = QAbstractItemModelTester(table.lines, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.set_lines(LINES[:1])
    assert table.lines.rowCount() == 1
    assert tester.model() is table.lines


def test_it_is_as_high_as_its_lines(table):
    assert table.height() == TABLE_HEADER + 3 * LINE
    table.set_lines(())
    assert table.height() == TABLE_HEADER


def test_columns_fill_the_width(table):
    assert sum(table.columnWidth(place) for place in range(3)) == table.viewport().width()
    assert table.columnWidth(1) == 50


def test_a_click_and_enter_open_a_line(table, qtbot):
    with qtbot.waitSignal(table.opened) as opened:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 1, 0))
    assert opened.args == ["B"]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["B"]
    assert table.current_key() == "B"


def test_a_link_acts_and_does_not_open(table, qtbot):
    with qtbot.assertNotEmitted(table.opened), qtbot.waitSignal(table.acted) as acted:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle(table, 2, 2))
    assert acted.args == ["C", "receipt"]


def test_a_click_beside_the_lines_does_nothing(table, qtbot):
    table.setFixedHeight(400)
    with qtbot.assertNotEmitted(table.opened):
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 300))


def test_the_current_line_stays_when_lines_are_read_again(table):
    table.choose("C")
    table.set_lines(LINES[1:])
    assert table.current_key() == "C"


def test_cells_say_their_column(table):
    spoken = table.lines.data(table.lines.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Đơn vị: Sở A cấp trên"
