"""The marks of our own workbook survive moving columns, and damage to them is noticed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.workbook.marks import FORMAT, PIECE, SHEET, OwnMark, format_mark, parse_mark
from r57desk.workbook.reading import Mark, Reading
from r57desk.workbook.writer import ExportOptions, write_task_workbook

Read = Callable[..., Reading]
TASK = Task(id="ABCDEFGHJKMNPQRS00", stt="1", title="Một", lead="Bộ A", deadline_text="2025")


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    path = tmp_path / "xuất.xlsx"
    write_task_workbook(path, [TASK], ExportOptions("X1", "01", "Sở A", "2026-11-23T10:00:00"))
    return path


def changed(path: Path, change: Callable[[Any], None]) -> bytes:
    """The workbook as openpyxl saves it after a change."""
    book = openpyxl.load_workbook(path)
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@given(
    st.text(max_size=40),
    st.text(max_size=60),
    st.dictionaries(st.integers(0, 50), st.sampled_from(["stt", "title", "note"])),
)
def test_a_mark_reads_back_as_written(export_id: str, office_name: str, columns: dict[int, str]) -> None:
    unique = {column: code for code, column in {code: column for column, code in columns.items()}.items()}
    mark = OwnMark(export_id, "Nhiệm vụ", 4, unique, 1, "01", office_name, "2026-11-23T10:00:00")
    assert parse_mark(format_mark(mark)) == mark


def test_a_long_mark_is_cut_into_pieces_a_cell_can_hold() -> None:
    pieces = format_mark(OwnMark("X", "S", 0, {}, None, "01", "Sở " * 30_000))
    assert len(pieces) > 2
    assert all(len(piece) <= PIECE for piece in pieces)
    assert parse_mark(pieces) is not None


@pytest.mark.parametrize("pieces", [[], [""], ["{}"], ["[1]"], ['{"export": 1}'], ["không phải JSON"]])
def test_a_damaged_mark_is_none(pieces: list[str]) -> None:
    assert parse_mark(pieces) is None


def test_the_mark_comes_back_with_the_reading(exported: Path, read: Read) -> None:
    reading = read(exported.read_bytes())
    assert reading.mark == Mark("X1", "01", "Sở A", "2026-11-23T10:00:00", FORMAT)
    assert {column.how for column in reading.columns} == {"own"}
    assert reading.rows[0].id == ""  # this id has no good check characters
    assert [note.code for note in reading.notes] == ["id_damaged"]


def test_the_table_is_found_after_rows_are_inserted_above(exported: Path, read: Read) -> None:
    def push_down(book: Any) -> None:
        sheet = book.worksheets[0]
        for merge in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merge))
        sheet.move_range("A1:V30", rows=2)
        for name, place in book.defined_names.items():
            if name.startswith("r57_"):
                place.attr_text = place.attr_text.replace("$5", "$7")

    reading = read(changed(exported, push_down))
    assert reading.header_row == 7
    assert reading.values_of(reading.rows[0])["title"] == "Một"


def test_a_damaged_mark_is_noted_and_headers_do_the_work(exported: Path, read: Read) -> None:
    def spoil(book: Any) -> None:
        book[SHEET]["A2"] = "hỏng"

    reading = read(changed(exported, spoil))
    assert reading.mark is None
    assert "mark_damaged" in [note.code for note in reading.notes]
    assert reading.values_of(reading.rows[0])["deadline_text"] == "2025"


def test_a_newer_format_is_refused_politely(exported: Path, read: Read) -> None:
    def age(book: Any) -> None:
        cell = book[SHEET]["A2"]
        cell.value = cell.value.replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}')

    with pytest.raises(DeskError) as caught:
        read(changed(exported, age))
    assert caught.value.code == "workbook_newer_format"


def test_a_header_a_person_renamed_still_names_its_column(exported: Path, read: Read) -> None:
    def rename(book: Any) -> None:
        book.worksheets[0]["C5"] = "Việc"

    assert read(changed(exported, rename)).rows[0].values[1] == "Một"
