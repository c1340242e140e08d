"""Lines of a preview as they are painted."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from r57desk.ui.import_delegate import GROUP, LEAST, wrap
from r57desk.ui.import_lines import GroupLine
from r57desk.ui.import_model import NEW, PreviewModel
from r57desk.ui.import_table import PreviewTable
from r57desk.ui.preview_words import PreviewWords
from r57desk.ui.theme import tokens


@pytest.fixture
def table(qtbot, session, plan):
    words = PreviewWords(session)
    words.plan = plan
    made = PreviewTable(PreviewModel(("",) * 7, words))
    qtbot.addWidget(made)
    made.resize(1054, 600)
    made.show()
    made.preview.set_plan(plan)
    return made


def row_of(table, state):
    return next(row for row in range(table.preview.rowCount()) if table.preview.line(row).state == state)


def colours(table, row):
    image = table.viewport().grab(table.visualRect(table.preview.index(row, NEW))).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def test_a_difference_and_a_cell_set_aside_are_said_in_their_colours(table):
    heading = table.preview.group_rows()
    cell = next(row for row in range(table.preview.rowCount()) if row not in heading)
    assert table.preview.line(cell).state == "conflict"
    assert tokens()["pick"].name() in colours(table, cell)
    aside = next(
        row
        for row in range(table.preview.rowCount())
        if row not in heading and table.preview.line(row).state == "quarantined"
    )
    assert tokens()["soon"].name() in colours(table, aside)


def test_a_reason_makes_its_line_as_high_as_it_needs(table):
    aside = [row for row in range(table.preview.rowCount()) if table.preview.line(row).state == "quarantined"][1]
    table.setColumnWidth(NEW, 400)
    table.lay_out_rows()
    wide = table.rowHeight(aside)
    table.setColumnWidth(NEW, 150)
    table.lay_out_rows()
    assert LEAST <= wide < table.rowHeight(aside)


def test_headings_are_low_and_plain_lines_two_lines_high(table):
    for row in range(table.preview.rowCount()):
        line = table.preview.line(row)
        if isinstance(line, GroupLine):
            assert table.rowHeight(row) == GROUP
        elif line.state in ("changed", "new"):
            assert table.rowHeight(row) == LEAST


def test_a_long_value_is_kept_to_two_lines(qapp):
    assert len(wrap("Đã ban hành kế hoạch " * 30, 300)) == 2
