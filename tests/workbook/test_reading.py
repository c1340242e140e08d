"""A reading is frozen data; every reason in it has words."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.workbook.reading import REASONS, Remark, Row, build_reading, reason_text

PAYLOAD: dict[str, Any] = {
    "file": "x.xlsx", "sha256": "0" * 64, "size": 9, "kind": "task", "sheet": "DS", "header_row": 8,
    "columns": [("title", "B", "Tên nhiệm vụ", "name"), ("note", "K", "Ghi chú", "name")],
    "unread": [("L", "Nhóm", "group_numbers")],
    "document": ("03/NQ-CP", "2025-01-09", "Nghị quyết", 2025),
    "mark": ("X1", "01", "Sở A", "2026-11-23", 1),
    "fields": ("title", "note", "category"),
    "rows": [(10, "", ("Một", "", "Thể chế")), (11, "ID", ("Hai", None, ""))],
    "quarantined": [("DS", "G10", "progress", "Quá hạn", "timeliness_typed")],
    "notes": [], "skipped": [(9, "group", "I | Thể chế")],
}  # fmt: skip


def test_values_leave_blanks_out_and_keep_what_erases() -> None:
    reading = build_reading(PAYLOAD)
    assert [reading.values_of(row) for row in reading.rows] == [
        {"title": "Một", "category": "Thể chế"},
        {"title": "Hai", "note": None},
    ]
    assert reading.rows[1] == Row(11, "ID", ("Hai", None, ""))


def test_cells_are_named_as_excel_names_them() -> None:
    reading = build_reading(PAYLOAD)
    assert reading.cell_of(reading.rows[0], "note") == "K10"
    assert reading.cell_of(reading.rows[0], "category") == ""


def test_a_reading_is_frozen() -> None:
    reading = build_reading(PAYLOAD)
    assert reading.document.date is not None
    assert reading.mark is not None
    assert reading.mark.export_id == "X1"
    with pytest.raises(dataclasses.FrozenInstanceError):
        reading.sheet = "khác"  # type: ignore[misc]
    assert isinstance(reading.rows, tuple)


@pytest.mark.parametrize("code", sorted({*REASONS, *PROBLEMS, *DOUBTS}))
def test_every_reason_has_words_in_both_languages(code: str) -> None:
    vietnamese, english = reason_text(code, "vi"), reason_text(code, "en")
    assert vietnamese != english
    assert Remark("DS", "A1", "note", "x", code).reason("vi") == vietnamese


def test_an_unknown_reason_is_a_bug() -> None:
    with pytest.raises(KeyError):
        reason_text("no_such_reason")
