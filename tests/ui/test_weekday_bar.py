"""The names of the days over the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidget

from r57desk.ui.theme import px
from r57desk.ui.weekday_bar import HEIGHT, WeekdayBar


def test_it_draws_an_edge_where_the_grid_has_one(qtbot, session):
    grid = QTableWidget(1, 7)
    qtbot.addWidget(grid)
    bar = WeekdayBar(("T2", "T3", "T4", "T5", "T6", "T7", "CN"), grid)
    qtbot.addWidget(bar)
    grid.resize(700, 100)
    bar.resize(700, px(HEIGHT))
    image = bar.grab().toImage()
    edge = grid.verticalHeader().width() + grid.columnViewportPosition(1) - 1
    ground = image.pixelColor(edge + 40, HEIGHT // 2)
    assert image.pixelColor(edge, HEIGHT // 2) != ground


def test_it_is_painted_again_when_a_column_changes(qtbot, session):
    grid = QTableWidget(1, 7)
    qtbot.addWidget(grid)
    bar = WeekdayBar(("T2",) * 7, grid)
    qtbot.addWidget(bar)
    before = bar.grab().toImage()
    grid.setColumnWidth(0, 30)
    assert bar.grab().toImage() != before
