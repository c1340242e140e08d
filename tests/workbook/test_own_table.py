"""Our own table is found where it is now, with the names that follow cells and without them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from r57desk.workbook.marks import FIELD_NAME, HEADER_NAME, OwnMark
from r57desk.workbook.own_table import Place, follow_headers, follow_names

NOTED = OwnMark("X", "Nhiệm vụ", 4, {0: "stt", 2: "title", 3: "lead", 4: "result_now"}, 1, delete_column=5)
HEADER = ["TT", "Mã dòng (không sửa)", "Nhiệm vụ", "Cơ quan chủ trì", "Kết quả thực hiện", "Xoá?"]
SHEETS = {"Nhiệm vụ", "_r57"}


def head(header: list[str], above: int = 4) -> list[list[str]]:
    """The first rows of a sheet."""
    title = ["DANH MỤC NHIỆM VỤ", *[""] * (len(header) - 1)]
    return [title] * above + [header] + [["1", "", "Việc", "Sở A", "", ""]]


def names(row: int = 4, sheet: str = "Nhiệm vụ", shift: int = 0) -> dict[str, Place]:
    codes = ("stt", "id", "title", "lead", "result_now", "delete")
    return {FIELD_NAME + code: Place(sheet, row, at + shift) for at, code in enumerate(codes)} | {
        HEADER_NAME: Place(sheet, row, shift)
    }


def test_names_tell_where_it_is_now() -> None:
    found = follow_names(NOTED, names(7, "Trả lời", 1), {"Trả lời"})
    assert (found.sheet, found.header_row, found.id_column, found.delete_column) == ("Trả lời", 7, 2, 6)
    assert found.columns == {1: "stt", 3: "title", 4: "lead", 5: "result_now"}
    assert found.is_followed


def test_the_names_of_columns_do_without_that_of_the_header() -> None:
    left = names(7)
    del left[HEADER_NAME]
    left[FIELD_NAME + "lead"] = Place("Khác", 2, 9)
    found = follow_names(NOTED, left, SHEETS)
    assert (found.header_row, found.columns) == (7, {0: "stt", 2: "title", 4: "result_now"})


@pytest.mark.parametrize("places", [{}, names(sheet="Đã xoá")], ids=["no names", "of a sheet that is gone"])
def test_without_names_it_is_where_it_was_noted(places: dict[str, Place]) -> None:
    assert follow_names(NOTED, places, SHEETS) == NOTED
    lost = follow_names(NOTED, places, {"Sheet1"})
    assert (lost.sheet, lost.columns, lost.id_column, lost.delete_column) == ("", {}, None, None)


def test_as_noted_the_labels_say_the_same() -> None:
    assert follow_headers(NOTED, head(HEADER)) == NOTED


def test_labels_tell_of_rows_put_in_and_columns_moved() -> None:
    moved = [
        "Mã dòng (không sửa)",
        "TT",
        "Phòng theo dõi",
        "Nhiệm vụ",
        "Cơ quan chủ trì",
        "Xoá?",
        "Kết quả thực hiện",
    ]
    found = follow_headers(NOTED, head(moved, above=9))
    assert (found.header_row, found.id_column, found.delete_column) == (9, 0, 5)
    assert found.columns == {1: "stt", 3: "title", 4: "lead", 6: "result_now"}


def test_a_column_of_another_label_now_is_not_what_was_noted() -> None:
    """The column of results is gone, and the one for deletions stands in its place."""
    found = follow_headers(NOTED, head([*HEADER[:4], "Xoá?"]))
    assert (found.columns, found.delete_column) == ({0: "stt", 2: "title", 3: "lead"}, 4)


def test_a_column_a_person_renamed_stays() -> None:
    found = follow_headers(NOTED, head(["TT", "Mã", "Việc phải làm", "Cơ quan chủ trì", "Kết quả thực hiện", "Xoá?"]))
    assert (found.columns, found.id_column) == (NOTED.columns, 1)


def test_other_names_of_the_fields_will_do() -> None:
    moved = [
        "STT",
        "Mã dòng (không sửa)",
        "Nội dung công việc",
        "Phòng theo dõi",
        "Đơn vị chủ trì",
        "Kết quả đạt được",
    ]
    found = follow_headers(NOTED, head(moved, above=6))
    assert (found.header_row, found.id_column, found.delete_column) == (6, 1, None)
    assert found.columns == {0: "stt", 2: "title", 4: "lead", 5: "result_now"}


def test_either_language_will_do() -> None:
    english = ["No.", "Row ID (do not edit)", "Task", "Lead body", "Result", "Delete?"]
    assert follow_headers(replace(NOTED, header_row=0), head(english)) == NOTED


def test_a_header_repeated_counts_where_it_was_noted() -> None:
    rows = [["TT", "", "Việc phải làm", "Cơ quan chủ trì", "Kết quả thực hiện", ""], *head(HEADER)[1:]]
    assert follow_headers(NOTED, rows).header_row == 4
    assert follow_headers(replace(NOTED, header_row=2), rows).header_row == 0


@pytest.mark.parametrize("rows", [[], [["", ""]], [["TT", "Việc"]]])
def test_where_nothing_bears_our_labels_nothing_is_changed(rows: list[list[str]]) -> None:
    assert follow_headers(NOTED, rows) == NOTED
