"""The table of a preview: ticks by mouse and key, headings across, columns that share the width."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.ui.import_model import COLUMNS, NEW, OLD, TICK, TITLE, PreviewModel
from r57desk.ui.import_table import PreviewTable
from r57desk.ui.preview_words import PreviewWords


@pytest.fixture
def table(qtbot, session, plan):
    words = PreviewWords(session)
    words.plan = plan
    made = PreviewTable(PreviewModel(("",) * COLUMNS, words))
    qtbot.addWidget(made)
    made.resize(1054, 600)
    made.show()
    made.preview.set_plan(plan)
    made.setFocus()
    return made


def first_ticked(table):
    return next(
        row
        for row in range(table.preview.rowCount())
        if table.preview.index(row, TICK).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    )


def test_space_ticks_and_unticks_the_line(table):
    row, before = first_ticked(table), table.preview.ticked_count()
    table.setCurrentIndex(table.preview.index(row, TITLE))
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.preview.ticked_count() == before - 1
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.preview.ticked_count() == before


def test_a_click_on_the_box_ticks_and_elsewhere_only_selects(table):
    row, before = first_ticked(table), table.preview.ticked_count()
    title = table.visualRect(table.preview.index(row, TITLE)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert table.preview.ticked_count() == before
    box = table.visualRect(table.preview.index(row, TICK)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert table.preview.ticked_count() == before - 1


def test_the_header_box_ticks_all(table):
    table.horizontalHeader().sectionClicked.emit(TICK)
    assert table.preview.ticked_count() == 0
    table.horizontalHeader().sectionClicked.emit(TICK)
    assert table.preview.ticked_count() == 5
    table.horizontalHeader().sectionClicked.emit(TITLE)
    assert table.preview.ticked_count() == 5


def test_headings_run_across_all_columns(table):
    for row in table.preview.group_rows():
        assert table.columnSpan(row, 0) == COLUMNS


@pytest.mark.parametrize("width", [805, 1054, 1500])
def test_columns_fill_the_width(table, width):
    table.resize(width, 600)
    assert sum(table.columnWidth(column) for column in range(COLUMNS)) == table.viewport().width()
    assert table.columnWidth(NEW) > table.columnWidth(OLD)


def test_other_lines_take_their_own_heights(table):
    table.preview.show_states(("unchanged", "missing"))
    heights = [table.rowHeight(row) for row in range(table.preview.rowCount())]
    assert heights == [30, 45, 30, 45, 45, 45, 45]
