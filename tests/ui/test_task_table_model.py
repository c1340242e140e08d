"""The table's model: a well-behaved Qt model over the register, pages read when looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from r57desk.services.tasks import SortKey
from r57desk.ui import task_table_model
from r57desk.ui.columns import COLUMNS
from r57desk.ui.task_table_model import TaskTableModel


@pytest.fixture
def model(session):
    made = TaskTableModel(session)
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def numbers(model):
    """What each row is: a group number in brackets, or a task's number."""
    rows = []
    for row in range(model.rowCount()):
        group = model.group_at(row)
        rows.append(f"[{group.number}]" if group else model.task_at(row).stt)
    return rows


def test_groups_stand_over_their_tasks_in_the_order_of_the_annex(model):
    assert numbers(model) == ["[I]", "1", "2", "3", "[II]", "4", "5", "6", "10", "[III]", "11"]
    assert model.group_figures(model.group_at(0)) == "3 nhiệm vụ · 1 quá hạn"
    assert model.group_figures(model.group_at(4)) == "4 nhiệm vụ"
    assert model.task_count() == 8


def test_folding_hides_and_brings_back(model):
    group = model.group_at(4)
    model.fold(group, True)
    assert numbers(model) == ["[I]", "1", "2", "3", "[II]", "[III]", "11"]
    model.fold_all()
    assert numbers(model) == ["[I]", "[II]", "[III]"]
    model.set_folded(())
    assert model.rowCount() == 11


def test_revealing_a_task_unfolds_its_group(model, session, task_of):
    model.fold_all()
    row = model.reveal(session.desk.tasks.find_number(task_of("5").id))
    assert model.task_at(row).stt == "5"
    assert numbers(model) == ["[I]", "[II]", "4", "5", "6", "10", "[III]"]


def test_another_order_has_no_groups(model, session):
    session.set_sort((SortKey("due"),))
    assert not model.heading_rows()
    assert numbers(model)[:3] == ["2", "5", "6"]
    session.set_sort(())
    assert model.heading_rows() == [0, 4, 9]


def test_filters_and_dates_reach_the_rows(model, session):
    session.set_filter("lead", ("Bộ Công an",))
    assert numbers(model) == ["[II]", "4", "5", "10"]
    session.set_filters({"timeliness": ("qua_han",)})
    assert numbers(model) == ["[I]", "2"]


def test_an_edit_repaints_in_place(model, session, task_of, qtbot):
    task = task_of("4")
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        session.set_fields((task.id,), {"percent": "40"})
    assert model.task_at(5).percent == 40


def test_an_edit_that_moves_the_row_starts_over(model, session, task_of, qtbot):
    with qtbot.waitSignal(model.modelReset):
        session.set_fields((task_of("4").id,), {"stt": "12"})
    assert numbers(model)[4:9] == ["[II]", "5", "6", "10", "12"]


def test_cells_say_what_is_shown(model):
    row = numbers(model).index("2")
    cells = {code: model.index(row, column).data() for column, code in enumerate(COLUMNS)}
    assert cells["stt"] == "2"
    assert cells["deadline_text"] == "Tháng 6/2025"
    assert cells["timeliness"] == "Quá hạn 86 ngày"
    assert cells["progress"] == "Đang thực hiện 65%"


def test_rows_are_spoken_whole_and_groups_say_whether_they_are_open(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = model.index(2, 0).data(role)
    assert spoken == "2, Xây dựng kế hoạch tuyên truyền, Quá hạn 86 ngày, Đang thực hiện 65%"
    assert model.index(0, 0).data(role) == "I Nhận thức, 3 nhiệm vụ · 1 quá hạn, đang mở"


def test_headings_cannot_be_chosen(model):
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_numbers_and_rows_belong_together(model):
    for row in range(model.rowCount()):
        number = model.number_at(row)
        assert (number == -1) == (model.group_at(row) is not None)
        if number >= 0:
            assert model.row_of_number(number) == row
    assert model.row_of_number(10**9) == -1
    assert model.count_tasks(0, 4) == 3


def test_only_pages_looked_at_are_read_and_few_are_kept(session, monkeypatch):
    monkeypatch.setattr(task_table_model, "PAGE", 2)
    monkeypatch.setattr(task_table_model, "PAGES", 2)
    read = []
    get_page = session.desk.tasks.get_page
    monkeypatch.setattr(session.desk.tasks, "get_page", lambda ids: read.append(len(ids)) or get_page(ids))
    model = TaskTableModel(session)
    assert read == []
    assert model.task_at(1).stt == "1"
    assert model.task_at(2).stt == "2"
    assert read == [2]
    for row in range(model.rowCount()):
        model.task_at(row)
    assert len(model._pages) == 2
    assert read == [2] * 4


def test_a_field_deleted_elsewhere_leaves_no_hole(model, session, task_of):
    session.delete((task_of("5").id,))
    assert "5" not in numbers(model)
    session.undo()
    assert "5" in numbers(model)
