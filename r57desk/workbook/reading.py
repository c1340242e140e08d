"""Reading: what was read from one file, frozen. Nothing is decided here; plan and apply come later.

A cell's value is canonical text; "" says nothing (blank, or set aside as a `Quarantined` cell), None erases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date as _date
from typing import Any, NamedTuple

from r57desk.domain.values import DOUBTS, PROBLEMS
from r57desk.errors import Language
from r57desk.workbook.columns import How, Why
from r57desk.workbook.document import Document

# Why a cell or row was set aside, or needs a look; the field types' own reasons are in domain.values.
REASONS: dict[str, tuple[str, str]] = {
    "row_without_title": (
        "dòng có số liệu nhưng không có tên nhiệm vụ",
        "the row holds values but names no task",
    ),
    "cell_too_long": ("ô dài hơn 32.767 ký tự", "the cell is longer than 32,767 characters"),
    "not_a_date_value": ("ô chứa giờ, không phải ngày", "the cell holds a time, not a date"),
    "glued_bodies": (
        "ô có vẻ ghi nhiều cơ quan liền nhau, không có dấu ngăn cách; giữ nguyên cả ô",
        "several bodies seem to stand side by side without a separator; kept whole",
    ),
    "abolished_body": (
        "có tên cơ quan cấp huyện, đã bỏ từ 01/07/2025",
        "names a district body, gone since 01/07/2025",
    ),
    "deadline_unknown": ("chưa hiểu thời hạn này; giữ nguyên chữ", "the deadline is not understood; kept as written"),
    "first_of_month": (
        "ngày 01: có thể Excel đã đổi tháng thành ngày; tệp không cho biết định dạng",
        "the 1st of a month: Excel may have made a day of a month; the file does not say",
    ),
    "formulas": (
        "cột có công thức; lấy kết quả lưu lần cuối",
        "the column holds formulas; their last results were read",
    ),
    "joined_row": ("dòng này được nối vào nhiệm vụ ở dòng trên", "the row was joined to the task above"),
    "row_without_number": ("nhiệm vụ không có số thứ tự", "the task has no number"),
    "id_damaged": (
        "mã dòng bị sửa; nhận dạng theo số thứ tự và tên",
        "the row id was changed; matched by number and title",
    ),
    "id_repeated": (
        "mã dòng trùng với dòng trên; coi là dòng mới chép",
        "the row id repeats one above; taken for a copied row",
    ),
    "secret_mark": (
        "có dấu chỉ độ mật; phần mềm không được dùng cho tài liệu mật",
        "bears a mark of secrecy; this register must not hold state secrets",
    ),
    "mark_damaged": (
        "thông tin kèm theo của tệp do r57desk xuất đã bị sửa; đọc như tệp thường",
        "the data r57desk left in its own file was changed; read as an ordinary file",
    ),
}


def reason_text(code: str, language: Language = "vi") -> str:
    """The words for a reason; KeyError for a code nobody wrote words for."""
    vietnamese, english = REASONS.get(code) or PROBLEMS.get(code) or DOUBTS[code]
    return vietnamese if language == "vi" else english


class Row(NamedTuple):
    """One task (or office, day, document) of the file. `values` stand in the order of `Reading.fields`."""

    sheet_row: int  # as Excel numbers it
    id: str  # the row id of our own workbook, "" when there is none
    values: tuple[str | None, ...]


class Remark(NamedTuple):
    """A cell to look at: set aside (`Reading.quarantined`) or read with a doubt (`Reading.notes`)."""

    sheet: str
    cell: str  # "G14"; "" when it is about the whole file
    field: str  # field code, "" when it is about the row
    raw: str
    code: str

    def reason(self, language: Language = "vi") -> str:
        """Why, in words."""
        return reason_text(self.code, language)


class Skipped(NamedTuple):
    """A row below the header that is no task. `why`: group, total, signature, header, numbering, joined, text, empty."""

    sheet_row: int
    why: str
    text: str


class Column(NamedTuple):
    """A column that was read. `how`: own workbook, mapping, name, loose name, or content (worth a look)."""

    field: str
    letter: str
    header: str
    how: How


class Unread(NamedTuple):
    """A column that was not read. `why`: unknown, second (column of a field), ignored, group_numbers."""

    letter: str
    header: str
    why: Why


@dataclass(frozen=True, slots=True)
class Mark:
    """What our own workbook says of itself."""

    export_id: str
    office: str = ""
    office_name: str = ""
    when: str = ""
    format: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read. `header_row` is 1-based, the first of the header's rows; `document` is the title block's."""

    file: str
    sha256: str
    size: int
    kind: str
    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    unread: tuple[Unread, ...]
    document: Document
    mark: Mark | None
    fields: tuple[str, ...]
    rows: tuple[Row, ...]
    quarantined: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    path: str = ""  # where the file was read from

    def values_of(self, row: Row) -> dict[str, str | None]:
        """What a row says: field → value, None to erase; blank cells left out."""
        return {field: value for field, value in zip(self.fields, row.values, strict=True) if value != ""}

    def cell_of(self, row: Row, field: str) -> str:
        """Where a value of a row stands: "G14"; "" for what came from a group row or the title."""
        letter = next((column.letter for column in self.columns if column.field == field), "")
        return f"{letter}{row.sheet_row}" if letter else ""


_MADE_OF: dict[str, Callable[[Iterable[Any]], Any]] = {
    "columns": Column._make,
    "unread": Unread._make,
    "rows": Row._make,
    "quarantined": Remark._make,
    "notes": Remark._make,
    "skipped": Skipped._make,
}


def build_reading(payload: Mapping[str, Any]) -> Reading:
    """A reading from the plain values the parsing process sends."""
    parts = dict(payload)
    number, date, kind, year = parts["document"]
    parts["document"] = Document(number, _date.fromisoformat(date) if date else None, kind, year)
    parts["mark"] = Mark(*parts["mark"]) if parts["mark"] else None
    for name, make in _MADE_OF.items():
        parts[name] = tuple(map(make, parts[name]))
    return Reading(**parts)
