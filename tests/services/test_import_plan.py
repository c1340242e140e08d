"""The figures of a plan are counted from its rows, and what is left out makes no edit."""

from __future__ import annotations

from dataclasses import replace

from r57desk.merge.delta import make_edit
from r57desk.merge.model import EXISTS
from r57desk.services.import_plan import Answer, ImportPlan, PlannedCell, PlannedRow, create_from_file, make_edits
from r57desk.workbook.document import Document
from r57desk.workbook.reading import Reading, Remark, Row

LINES = tuple(Row(5 + place, "", (f"{place}", title)) for place, title in enumerate(("Một", "Hai", "Ba")))
READING = Reading(
    "a.xlsx", "", 1, "task", "S", 4, (), (), Document("", None, "", None), None, ("stt", "title"), LINES,
    quarantined=(Remark("S", "B9", "title", "", "row_without_title"),),
)  # fmt: skip


def cell(row, field, state):
    return PlannedCell(field, "cũ", "mới", "B5", state, make_edit(row, {field: "mới"}))


PLAN = ImportPlan(
    READING,
    "01",
    False,
    (
        PlannedRow("new", "A", LINES[0], review=True),
        PlannedRow("changed", "B", LINES[1], (cell("B", "lead", "changed"), cell("B", "note", "review"))),
        PlannedRow("changed", "C", LINES[2], (cell("C", "lead", "request"), cell("C", "note", "unchanged"))),
    ),
    0,
    (),
    1,
    set_aside=(Remark("S", "B8", "", "", "row_shifted"),),
)


def test_counts_tell_rows_from_cells_and_what_waits_for_a_look():
    counts = PLAN.counts
    assert (counts.added, counts.changed, counts.cells, counts.requests, counts.review) == (0, 1, 1, 1, 2)
    assert (counts.quarantined, len(PLAN.quarantined)) == (2, 2)


def test_what_has_to_be_looked_at_is_left_out_at_first():
    assert PLAN.left_out == {("A", ""), ("B", "note")}
    written = {(edit.row, *edit.fields) for edit, _ in make_edits(PLAN, PLAN.left_out)}
    assert written == {("B", "lead"), ("C", "lead"), ("C", "note")}
    everything = [edit for edit, _ in make_edits(PLAN, frozenset())]
    assert everything[0] == create_from_file("A", {"stt": "0", "title": "Một"}, "")
    assert len(everything) == 5


def test_a_row_that_answers_a_packet_is_made_in_its_name():
    plan = replace(PLAN, answer=Answer("P"))
    edit = next(edit for edit, _ in make_edits(plan, frozenset()))
    assert (edit.packet, edit.fields[EXISTS], plan.packet) == ("P", "1", "P")
