"""A sheet by itself: deletions asked for in our own workbook, and partners' files that have no base."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.merge.model import EXISTS
from r57desk.services.judging import find_crossed_out, leave_out_crosses

RESULT = 5  # a column of the annex


def cross_out(reading, *titles):
    """As if the column for deletions held a cross in these rows."""
    at = reading.fields.index("title")
    lines = tuple(
        line._replace(values=(*line.values, "0" if line.values[at] in titles else "")) for line in reading.rows
    )
    return replace(reading, fields=(*reading.fields, EXISTS), rows=lines)


@pytest.fixture
def sent(desk, tmp_path):
    """Our own workbook with two tasks, as it is read again."""
    for title in ("Việc một", "Việc hai"):
        desk.tasks.create({"title": title})
    desk.exports.export(tmp_path / "gui.xlsx")
    return desk.imports.read(tmp_path / "gui.xlsx")


def test_the_column_for_deletions_is_no_field(sent):
    crossed = cross_out(sent, "Việc hai")
    assert [line.values[sent.fields.index("title")] for _, line in find_crossed_out(crossed)] == ["Việc hai"]
    assert leave_out_crosses(crossed) == sent
    assert (find_crossed_out(sent), leave_out_crosses(sent)) == ([], sent)


def test_a_cross_in_our_own_workbook_deletes_what_its_author_saw(desk, sent):
    plan = desk.imports.plan(cross_out(sent, "Việc hai"))
    assert [(cell.field, cell.state) for row in plan.rows for cell in row.cells] == [(EXISTS, "changed")]
    assert (plan.counts.changed, plan.counts.unchanged) == (1, 1)
    desk.imports.apply(plan)
    assert [task.title for task in desk.tasks.find()] == ["Việc một"]
    assert desk.imports.plan(cross_out(sent, "Việc hai")).rows == ()


def test_later_work_keeps_a_task_that_was_crossed_out(desk, sent):
    task = next(one for one in desk.tasks.find() if one.title == "Việc hai")
    desk.tasks.set_fields([task.id], {"note": "làm sau khi gửi"})
    plan = desk.imports.plan(cross_out(sent, "Việc hai"))
    assert [(cell.field, cell.state) for row in plan.rows for cell in row.cells] == [(EXISTS, "conflict")]
    desk.imports.apply(plan)
    assert desk.tasks.get(task.id).conflicts == (EXISTS,)


def test_a_partners_file_has_a_base_only_for_rows_it_brought(desk, annex, with_cell):
    def plan(rows, name, **options):
        return desk.imports.plan(desk.imports.read(annex(rows, name=name)), **options)

    ours = with_cell({})
    desk.imports.apply(plan(ours, "1.xlsx"))
    filled = with_cell({(1, RESULT): "Đã có dự thảo"})
    doubtful = plan(filled, "2.xlsx", from_office="01.SYT")
    assert [cell.state for row in doubtful.rows for cell in row.cells] == ["review"]
    assert doubtful.left_out == {(row.row_id, "result_now") for row in doubtful.rows}
    desk.imports.apply(doubtful)
    assert all(not task.requests for task in desk.tasks.find())
    desk.imports.apply(doubtful, frozenset())
    assert [task.requests for task in desk.tasks.find() if task.stt == "1"] == [("result_now",)]
