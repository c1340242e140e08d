"""The columns of our own workbook: everything that travels, nothing that stays."""

from __future__ import annotations

from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.task import Task
from r57desk.workbook.columns import header_key, match_header
from r57desk.workbook.marks import ID_FIELD
from r57desk.workbook.recognise import ID_HEADERS
from r57desk.workbook.task_columns import TASK_COLUMNS, find_shown, is_filled_in_by_executors, label_of


def test_every_field_that_travels_has_a_column_and_local_ones_do_not() -> None:
    codes = [column.code for column in TASK_COLUMNS]
    assert len(codes) == len(set(codes))
    assert set(codes) == {field.code for field in TASK_FIELDS if field.owner != "L"} | {ID_FIELD}


def test_the_id_stands_inside_the_table_between_number_and_title() -> None:
    codes = [column.code for column in TASK_COLUMNS]
    assert codes[:3] == ["stt", ID_FIELD, "title"]


def test_every_header_names_its_own_field_when_all_marks_are_lost() -> None:
    for column in TASK_COLUMNS:
        for language in ("vi", "en"):
            header = label_of(column, language)  # type: ignore[arg-type]
            if column.code == ID_FIELD:
                assert header_key(header) in ID_HEADERS
            else:
                assert match_header("task", header)[1][0] == column.code


def test_rare_columns_show_when_they_hold_something() -> None:
    plain, coded = Task(id="1", title="Một"), Task(id="2", title="Hai", code="NV-1")
    assert "code" not in find_shown([plain])
    assert "code" in find_shown([plain, coded])
    assert {"title", "progress", "note"} <= find_shown([])
    assert not {"id", "group_no", "category"} & find_shown([coded])


def test_one_document_for_all_stands_in_the_heading() -> None:
    first, second = Task(id="1", source_doc="03/NQ-CP"), Task(id="2", source_doc="71/NQ-CP")
    assert "source_doc" not in find_shown([first, first])
    assert "source_doc" in find_shown([first, second])
    assert "source_doc" in find_shown([first, Task(id="3")])


def test_executors_fill_in_what_they_own() -> None:
    filled = {column.code for column in TASK_COLUMNS if is_filled_in_by_executors(column)}
    assert {"progress", "percent", "result_now", "done_date"} <= filled
    assert not {"id", "title", "lead", "deadline_text"} & filled
