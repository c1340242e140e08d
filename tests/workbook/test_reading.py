"""A reading is frozen data, and a packet in it is one that was sent."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from r57desk.domain.ids import row_id_of
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.merge.packet import Packet, format_packet
from r57desk.workbook.packing import pack
from r57desk.workbook.reading import Row, build_reading, header_fingerprint

PAYLOAD: dict[str, Any] = {
    "file": "x.xlsx", "sha256": "0" * 64, "size": 9, "kind": "task", "sheet": "DS", "header_row": 8,
    "columns": [("title", "B", "Tên nhiệm vụ", "name"), ("note", "K", "Ghi chú", "name")],
    "unread": [("L", "Nhóm", "group_numbers")],
    "document": ("03/NQ-CP", "2025-01-09", "Nghị quyết", 2025),
    "mark": ("X1", "01", "Sở A", "2026-11-23", 1),
    "fields": ("title", "note", "category"),
    "rows": [(10, "", ("Một", "", "Thể chế"), ""), (11, "ID", ("Hai", None, ""), "ID.CHEK")],
    "quarantined": [("DS", "G10", "progress", "Quá hạn", "timeliness_typed")],
    "notes": [], "skipped": [(9, "group", "I | Thể chế")],
}  # fmt: skip


def test_values_leave_blanks_out_and_keep_what_erases() -> None:
    reading = build_reading(PAYLOAD)
    assert [reading.values_of(row) for row in reading.rows] == [
        {"title": "Một", "category": "Thể chế"},
        {"title": "Hai", "note": None},
    ]
    assert reading.rows[1] == Row(11, "ID", ("Hai", None, ""), "ID.CHEK")


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


def test_a_packet_is_unpacked_when_it_is_asked_for(packet_of: Callable[..., Packet]) -> None:
    packet = packet_of([Task(id=row_id_of(9), stt="1", title="Một")])
    packed = pack(format_packet(packet))
    reading = build_reading({**PAYLOAD, "packed": packed})
    assert reading.packet == packet
    assert reading.packet is reading.packet
    assert build_reading(PAYLOAD).packet is None
    broken = build_reading({**PAYLOAD, "packed": packed[:-40]})
    with pytest.raises(DeskError) as caught:
        _ = broken.packet
    assert caught.value.code == "packet_damaged"


def test_a_header_has_one_print_whatever_its_columns_were_read_as() -> None:
    known = header_fingerprint(build_reading(PAYLOAD))
    mapped = {
        **PAYLOAD,
        "columns": [("category", "L", "NHÓM:", "mapping"), ("title", "B", "Tên  nhiệm vụ", "name")],
        "unread": [("K", "Ghi chú", "ignored")],
    }
    assert header_fingerprint(build_reading(mapped)) == known
    moved = {**PAYLOAD, "unread": [("A", "Nhóm", "group_numbers")]}
    fewer = {**PAYLOAD, "unread": []}
    assert len({known, header_fingerprint(build_reading(moved)), header_fingerprint(build_reading(fewer))}) == 3
