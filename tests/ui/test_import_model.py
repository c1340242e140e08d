"""The import preview as a Qt model: headings, lines, ticks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.import_lines import CellLine, GroupLine
from r57desk.ui.import_model import COLUMNS, LINE_ROLE, NEW, TICK, PreviewModel
from r57desk.ui.preview_words import PreviewWords

HEADERS = ("", "TT", "Nhiệm vụ", "Mục", "Đang có trong sổ", "Trong tệp", "Ô")


@pytest.fixture
def model(session, plan):
    words = PreviewWords(session)
    words.plan = plan
    made = PreviewModel(HEADERS, words)
    made.set_plan(plan)
    return made


def row_of(model, field):
    return next(row for row in range(model.rowCount()) if getattr(model.line(row), "field", "") == field)


def test_it_keeps_the_rules_of_item_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)
    model.show_states(("unchanged", "missing"))
    qtmodeltester.check(model, force_py=True)


def test_everything_that_can_be_written_is_ticked_at_first(model):
    assert model.ticked_count() == 5  # three changed cells, one difference, one new row
    assert model.left_out() == frozenset()
    assert model.all_ticked() == Qt.CheckState.Checked


def test_unticking_a_line_leaves_it_out(model, qtbot, task_of):
    row = row_of(model, "note")
    with qtbot.waitSignal(model.ticks_changed):
        assert model.setData(model.index(row, TICK), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert model.left_out() == {(task_of("2").id, "note")}
    assert model.all_ticked() == Qt.CheckState.PartiallyChecked
    model.toggle(row)
    assert model.left_out() == frozenset()


def test_all_shown_lines_are_ticked_and_unticked_together(model):
    model.show_states(("changed",))
    model.tick_all(False)
    assert model.ticked_count() == 2  # the others stay
    assert model.all_ticked() == Qt.CheckState.Unchecked
    model.tick_all(True)
    assert model.ticked_count() == 5


def test_headings_and_cells_set_aside_have_no_tick(model):
    for row in range(model.rowCount()):
        line, index = model.line(row), model.index(row, TICK)
        tickable = isinstance(line, CellLine) and line.state != "quarantined"
        assert (index.data(Qt.ItemDataRole.CheckStateRole) is not None) == tickable
        if isinstance(line, GroupLine):
            assert not model.flags(index) & Qt.ItemFlag.ItemIsSelectable


def test_a_line_says_what_the_file_says(model):
    row = row_of(model, "note")
    assert model.index(row, NEW).data() == "Thiếu kinh phí"
    assert model.index(row, NEW).data(LINE_ROLE) is model.line(row)
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(COLUMNS)] == list(HEADERS)


def test_kinds_are_shown_alone(model):
    model.show_states(("unchanged",))
    assert [model.line(row).state for row in range(model.rowCount())] == ["unchanged", "unchanged"]
    assert model.group_rows() == [0]
