"""Workbooks made in code, with the traps of real ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest

HEADER = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành", "Tiến độ", "Kết quả hiện nay", "Ghi chú")
ANNEX = (
    ("I", "Hoàn thiện thể chế", "", "", "", "", ""),
    (1, "Ban hành quy chế dữ liệu dùng chung của tỉnh", "Sở Tư pháp", "6/2025", "", "", ""),
    (2, "Rà soát thủ tục hành chính theo hướng cắt giảm", "Văn phòng", "Tháng 12/2025", "", "", ""),
    ("II", "Hạ tầng số", "", "", "", "", ""),
    (3, "Phủ sóng các thôn, bản chưa có mạng di động", "Sở Khoa học và Công nghệ", "Quý III/2025", "", "", ""),
    (4, "Tập huấn kỹ năng số cho cán bộ cơ sở", "Các sở, ngành", "Thường xuyên", "", "", ""),
)

Annex = Callable[..., Path]


@pytest.fixture
def annex(tmp_path: Path) -> Annex:
    """Writes an annex: title block, header on row 5, group rows, a signature below."""

    def write(
        rows: Sequence[Sequence[object]] = ANNEX, name: str = "phu-luc.xlsx", number: str = "12/KH-UBND"
    ) -> Path:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Phụ lục"
        sheet["A1"] = "ỦY BAN NHÂN DÂN"
        sheet["A2"] = "PHỤ LỤC NHIỆM VỤ"
        sheet["A3"] = f"(Kèm theo Kế hoạch số {number} ngày 03/02/2025)"
        for place, row in enumerate((HEADER, *rows), 5):
            for column, value in enumerate(row, 1):
                sheet.cell(place, column, value if value != "" else None)
        sheet.cell(7 + len(rows), 2, "NGƯỜI LẬP BIỂU")
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def annex_rows() -> tuple[tuple[object, ...], ...]:
    """The rows below the header of the usual annex."""
    return ANNEX


@pytest.fixture
def with_cell() -> Callable[..., tuple[tuple[object, ...], ...]]:
    """The annex with some cells replaced: (number of the task, column) → value."""

    def replace(cells: dict[tuple[int, int], object], rows: Sequence[Sequence[object]] = ANNEX):
        made = [list(row) for row in rows]
        for (number, column), value in cells.items():
            next(row for row in made if row[0] == number)[column] = value
        return tuple(tuple(row) for row in made)

    return replace
