"""Row heights: headings low, all other rows alike, also after the headings have moved."""

from __future__ import annotations

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from r57desk.ui.row_heights import set_heights
from r57desk.ui.theme import GROUP_ROW, px


def heights(table):
    return [table.rowHeight(row) for row in range(table.model().rowCount())]


def test_headings_move_and_the_rest_stays_alike(qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(6, 1, table))
    header, low = table.verticalHeader(), px(GROUP_ROW)
    before = set_heights(header, 45, [], [0, 3])
    assert heights(table) == [low, 45, 45, low, 45, 45]
    assert set_heights(header, 50, before, [0, 2]) == [0, 2]
    assert heights(table) == [low, 50, low, 50, 50, 50]
    assert table.verticalHeader().updatesEnabled()
    assert table.verticalHeader().length() == 2 * low + 4 * 50
