"""A sheet as it was sent, and what happens to sheets at other desks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from r57desk.domain.ids import format_row_mark, row_id_of
from r57desk.merge.alignment import Alignment, align
from r57desk.merge.base_row import BaseRow
from r57desk.merge.grid_rows import Line

FIELDS = ("stt", "title", "lead", "deadline_text", "percent", "note")
TITLES = (
    "Xây dựng đề án chuyển đổi số", "Ban hành kế hoạch hành động", "Rà soát văn bản quy phạm pháp luật",
    "Tổ chức hội nghị sơ kết", "Hoàn thiện cơ sở dữ liệu dân cư", "Đào tạo cán bộ chuyên trách",
    "Báo cáo kết quả thực hiện", "Kiểm tra việc giải ngân vốn",
)  # fmt: skip


def row_id(number: int) -> str:
    return row_id_of(number * 7919 + 1)


def make_row(number: int) -> BaseRow:
    lead, deadline = f"Sở {'ABCD'[number % 4]}", f"{number % 9 + 1}/2025"
    values = {"stt": str(number + 1), "title": TITLES[number % len(TITLES)], "lead": lead, "deadline_text": deadline}
    values["title"] += "" if number < len(TITLES) else f" đợt {number}"
    return BaseRow(values | {"percent": str(number % 100 + 1)})


def make_base(count: int) -> dict[str, BaseRow]:
    return {row_id(number): make_row(number) for number in range(count)}


def line_of(row: str, base: BaseRow, **changed: str | None) -> Line:
    """A line as it was sent, with some cells changed since."""
    values = {**base.values, **changed}
    return Line(format_row_mark(row, base.values.get("title", "")), tuple(values.get(code, "") for code in FIELDS))


def lines_of(base: dict[str, BaseRow]) -> list[Line]:
    return [line_of(row, one) for row, one in base.items()]


def change(line: Line, **changed: str | None) -> Line:
    values = dict(zip(FIELDS, line.values, strict=True)) | changed
    return Line(line.mark, tuple(values[code] for code in FIELDS))


def unmark(line: Line) -> Line:
    return Line("", line.values)


def move_content(lines: Sequence[Line], order: Sequence[int], kept: int = 1) -> list[Line]:
    """Marks and the first `kept` cells stay; the other cells of each line come from another: a partial sort."""
    return [
        Line(line.mark, (*line.values[:kept], *lines[source].values[kept:]))
        for line, source in zip(lines, order, strict=True)
    ]


@dataclass
class Sheet:
    """Lines beside the base they answer to."""

    base: dict[str, BaseRow]
    lines: list[Line]
    blanks: tuple[str, ...] = ()

    def align(self) -> Alignment:
        return align(self.lines, FIELDS, self.base, self.blanks)
