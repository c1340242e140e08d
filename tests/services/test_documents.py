"""The document of a title block: noted once, told apart by date, gone with its import."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.services.documents import make_document_edit, settle_notes
from r57desk.store import registers
from r57desk.workbook.document import Document


def bring_in(desk, path, **options):
    return desk.imports.apply(desk.imports.plan(desk.imports.read(path), **options))


def numbers(desk):
    return [values["number"] for _, values in registers.find_register(desk.reader, "document")]


def due(desk, stt):
    return next(task.deadline for task in desk.tasks.find() if task.stt == stt)


def test_a_deadline_without_a_year_takes_that_of_the_title(desk, annex, with_cell):
    rows = with_cell({(1, 3): "Tháng 8", (2, 3): "trước ngày 15/7", (3, 3): "Từ tháng 9"})
    result = bring_in(desk, annex(rows))
    assert len(result.changes.rows) == 4, "tasks alone"
    assert numbers(desk).count("12/KH-UBND") == 1
    assert (due(desk, "1").due, due(desk, "1").doubts) == (date(2025, 8, 31), ("year_assumed",))
    assert (due(desk, "2").due, due(desk, "2").operator) == (date(2025, 7, 15), "truoc")
    assert (due(desk, "3").precision, due(desk, "3").start) == ("open", date(2025, 9, 1))
    assert desk.register.check().sound
    undone = desk.undo.undo()
    assert undone is not None
    assert len(undone.rows) == 4
    assert "12/KH-UBND" not in numbers(desk)
    desk.undo.redo()
    assert due(desk, "1").due == date(2025, 8, 31)
    assert bring_in(desk, annex(rows, name="lai.xlsx")).import_id is None, "nothing new, nothing written"


@pytest.mark.parametrize(
    ("document", "known"),
    [
        (Document("71/NQ-CP", date(2025, 4, 1)), True),
        (Document("071 / NQ-CP", date(2025, 4, 1)), True),
        (Document("71/NQ-CP", date(2026, 4, 1)), False),
        (Document("71/NQ-CP"), True),
        (Document("", date(2025, 4, 1)), True),
        (Document("12/KH-UBND", date(2025, 4, 1)), False),
    ],
)
def test_only_a_dated_document_the_register_does_not_hold_is_noted(desk, document, known):
    assert (make_document_edit(desk.reader, document) is None) == known


def test_the_same_document_is_the_same_row_anywhere(desk):
    document = Document("12/KH-UBND", date(2025, 2, 3))
    first, second = (make_document_edit(desk.reader, document) for _ in range(2))
    assert first is not None
    assert first == second


def test_a_doubt_the_register_takes_away_is_not_told(desk, annex, with_cell, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for row in (
        ("TT", "Tên nhiệm vụ", "Văn bản", "Thời hạn"),
        (1, "Ban hành quy chế", "71/NQ-CP", "Tháng 8"),
        (2, "Phủ sóng thôn, bản", "12/KH-UBND", "Tháng 8"),
        (3, "Tập huấn", "71/NQ-CP", "sớm nhất"),
    ):
        book.active.append(row)
    book.save(tmp_path / "khong-nam.xlsx")
    reading = desk.imports.read(tmp_path / "khong-nam.xlsx")
    assert [note.cell for note in reading.notes] == ["D2", "D3", "D4"]
    assert [note.cell for note in settle_notes(desk.reader, reading).notes] == ["D3", "D4"]
    assert [note.cell for note in desk.imports.plan(reading).notes] == ["D3", "D4"]
