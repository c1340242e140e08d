"""The lines of an import preview, from a real plan."""

from __future__ import annotations

import pytest

from r57desk.ui.import_lines import ORDER, SHOWN_FIRST, CellLine, GroupLine, arrange, find_lines


@pytest.fixture
def found(plan):
    return find_lines(plan)


def said(lines):
    return [(line.stt, line.field, line.where) for line in lines]


def test_every_part_of_the_plan_has_its_lines(found, plan):
    assert said(found["changed"]) == [("1", "result_now", "F5"), ("2", "result_now", "F6"), ("2", "note", "G6")]
    assert said(found["conflict"]) == [("4", "progress", "E8")]
    assert said(found["quarantined"]) == [("2", "progress", "E6")]
    assert said(found["new"]) == [("12", "", "9")]
    assert said(found["unchanged"]) == [("3", "", "7")]
    assert [line.stt for line in found["missing"]] == ["5", "6", "10", "11"]


def test_counts_agree_with_the_plan(found, plan):
    counts = plan.counts
    assert len(found["new"]) == counts.added
    assert len(found["changed"]) == counts.cells
    assert len(found["conflict"]) == counts.conflicts
    assert len(found["quarantined"]) == counts.quarantined
    assert len(found["unchanged"]) == counts.unchanged
    assert len(found["missing"]) == counts.missing


def test_a_cell_set_aside_knows_the_task_of_its_row(found, task_of):
    assert found["quarantined"][0].row_id == task_of("2").id


def test_a_task_says_its_title_once_in_a_row(found):
    assert [line.repeated for line in found["changed"]] == [False, False, True]


def test_what_needs_a_look_comes_first_and_empty_kinds_have_no_heading(found):
    states = [line.state for line in arrange(found, SHOWN_FIRST) if isinstance(line, GroupLine)]
    assert states == ["conflict", "quarantined", "new", "changed"]
    assert arrange(found, ("request",)) == []


def test_a_heading_counts_lines_and_tasks(found):
    heading = arrange(found, ("changed",))[0]
    assert (heading.count, heading.tasks) == (3, 2)


def test_every_kind_has_its_place(found):
    assert set(found) == set(ORDER)
    assert all(isinstance(line, CellLine) for lines in found.values() for line in lines)
