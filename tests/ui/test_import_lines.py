"""The lines of an import preview, from a real plan."""

from __future__ import annotations

import openpyxl
import pytest

from r57desk.services.desk import Desk
from r57desk.ui.import_facts import side_remarks
from r57desk.ui.import_lines import ORDER, SHOWN_FIRST, CellLine, GroupLine, arrange, find_lines
from r57desk.ui.session import Session
from tests.ui.exchanging import export_packet


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


def test_what_a_packet_carries_stands_in_the_order_of_its_sheet_with_the_cells_that_say_it(session, other, tmp_path):
    other.write("4", deadline_text="Tháng 9/2026", progress="hoan_thanh")
    other.write("2", progress="trinh_duyet")
    path = export_packet(other.desk, session.desk.office, tmp_path / "tra-loi.xlsx")
    plan = session.desk.imports.plan(session.desk.imports.read(path))
    found = find_lines(plan)
    assert [(line.stt, line.field) for line in found["changed"]] == [("2", "progress"), ("4", "progress")]
    assert found["request"][0].where == plan.reading.cell_of(found["request"][0].row, "deadline_text") != ""
    assert found["changed"][1].old == "dang_thuc_hien"
    assert found["changed"][0].offices == ("01.SKHCN",)


def test_documents_a_packet_brings_are_no_new_tasks(session, returned, tmp_path):
    imports = session.desk.imports
    book = openpyxl.load_workbook(returned)
    book.active["A2"] = "(Kèm theo Kế hoạch số 99/KH-UBND ngày 10/02/2025)"
    book.save(returned)
    imports.apply(imports.plan(imports.read(returned)))
    path = export_packet(session.desk, "01.STC", tmp_path / "goi.xlsx", "Sở Tài chính")
    there = Desk.create(tmp_path / "tai-chinh.db", "01.STC", "Sở Tài chính")
    try:
        plan = there.imports.plan(there.imports.read(path))
        found = find_lines(plan)
        assert len(found["new"]) == len(plan.reading.rows) == len(session.desk.tasks.find())
        assert [line.stt for line in found["new"]] == [task.stt for task in session.desk.tasks.find()]
        assert side_remarks(Session(there), plan, 0) == ["Cùng gói còn có văn bản 99/KH-UBND."]
        done = there.imports.apply(plan)
        counts = there.imports.records()[0].details["counts"]
        assert counts["brought_written"] == len(found["new"])
        assert done.import_id is not None
    finally:
        there.close()
