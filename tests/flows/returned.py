"""A packet of ninety tasks as a workbook on its way, and what an office that has no program of ours types into it."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from r57desk.domain.fields import BY_CODE
from r57desk.merge.model import EXISTS
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan
from r57desk.workbook.export_options import BLANK_ROWS
from r57desk.workbook.reading import Reading, build_reading
from r57desk.workbook.recognise import recognise
from r57desk.workbook.request import Request
from tests.flows.worn import Table, unmerge

SENDER, ANSWERER = "01", "01.SYT"
TASKS = 90

# -- what is sent --------------------------------------------------------------------------------

_HEADER = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời hạn", "Tiến độ", "Tiến độ (%)",
           "Ngày hoàn thành", "Kết quả thực hiện", "Khó khăn, vướng mắc", "Đề xuất, kiến nghị", "Minh chứng", "Ghi chú")  # fmt: skip
_GROUPS = {
    1: ("I", "Hoàn thiện thể chế"),
    31: ("II", "Hạ tầng số và dữ liệu dùng chung"),
    61: ("III", "Nguồn nhân lực"),
}
_VERBS = (
    "Ban hành quy chế",
    "Rà soát quy trình",
    "Xây dựng kế hoạch",
    "Tập huấn, hướng dẫn",
    "Kiểm tra việc",
    "Công bố danh mục",
)
_OBJECTS = (
    "chia sẻ dữ liệu",
    "cấp cứu ngoại viện",
    "hồ sơ sức khoẻ điện tử",
    "khám, chữa bệnh từ xa",
    "an toàn thực phẩm",
)
_DEADLINES = ("6/2025", "Quý III/2025", "15/07/2025", "Thường xuyên", "2025", "Tháng 12/2025", "Trước ngày 30/6/2025")
_BODIES = ("Sở Tư pháp", "Sở Khoa học và Công nghệ", "Văn phòng UBND thành phố", "Công an thành phố")
_EVERY_YEAR = (20, 50, 80)  # said once in every group, in the same words


def title_of(number: int) -> str:
    """The title of a task."""
    if number in _EVERY_YEAR:
        return "Sơ kết, tổng kết, báo cáo kết quả thực hiện hằng năm"
    verb, about = _VERBS[number % 6], _OBJECTS[number // 6 % 5]
    return f"{verb} {about} trên địa bàn thành phố" + (f", giai đoạn {number // 30 + 1}" if number >= 30 else "")


def _task_row(number: int) -> tuple[Any, ...]:
    reported = number % 4 == 0
    return (
        number, title_of(number), _BODIES[number % 4], "Các sở, ngành\nUBND các xã, phường" if number % 5 == 0 else None,
        "Quyết định" if number % 3 == 0 else None, _DEADLINES[number % 7], "Đang thực hiện" if reported else None,
        0.25 if number % 8 == 0 else None, "01/08/2025" if number == 9 else None,
        f"Đã có dự thảo lần {number}" if reported else None, "- Thiếu kinh phí\n- Chậm góp ý" if number % 9 == 0 else None,
        None, "=1+1" if number == 12 else "Số 12/BC-SYT" if number % 10 == 0 else None, "Theo dõi hằng tháng" if number % 6 == 0 else None,
    )  # fmt: skip


def _write_annex(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/02/2025)",))
    sheet.append(_HEADER)
    for number in range(1, TASKS + 1):
        if number in _GROUPS:
            sheet.append(_GROUPS[number])
        sheet.append(_task_row(number))
        sheet.cell(sheet.max_row, _HEADER.index("Minh chứng") + 1).data_type = "s"
        sheet.cell(sheet.max_row, _HEADER.index("Tiến độ (%)") + 1).number_format = "0%"
    book.save(path)


@dataclass(frozen=True)
class Sent:
    """The sender's register as it was when the packet left, and the file; `rows` is number → row id."""

    register: Path
    path: Path
    packet: str
    rows: dict[int, str]


def send(folder: Path, empty_register: Path) -> Sent:
    """Fill a register and send all of it."""
    register, annex, path = folder / "gui.db", folder / "phu-luc.xlsx", folder / "goi.xlsx"
    shutil.copyfile(empty_register, register)
    _write_annex(annex)
    with closing(Desk.open(register)) as desk:
        made = desk.imports.plan(desk.imports.read(annex))
        assert (made.counts.added, made.quarantined) == (TASKS, ())
        desk.imports.apply(made)
        rows = {int(task.stt): task.id for task in desk.tasks.find()}
        packet = desk.exports.export(path, to=ANSWERER).export_id
    return Sent(register, path, packet, rows)


# -- what is typed into it -----------------------------------------------------------------------


class Typed(NamedTuple):
    """What is typed for a task (its number) in a column, and what that says."""

    task: int
    field: str
    text: str
    value: str = ""  # where that is not the text as it is

    @property
    def header(self) -> str:
        return "Xoá?" if self.field == EXISTS else BY_CODE[self.field].label_vi

    @property
    def says(self) -> str | None:
        return None if self.text == "(xoá)" else self.value or self.text


TYPED = (
    Typed(1, "progress", "Hoàn thành", "hoan_thanh"),
    Typed(1, "done_date", "15/07/2025", "2025-07-15"),
    Typed(1, "result_now", "Đã ban hành Quyết định số 12/QĐ-SYT ngày 15/7/2025"),
    Typed(3, "result_now", "- Đã rà soát\n- Đang trình"),
    Typed(5, "result_now", "=1+1"),
    Typed(8, "percent", "65%", "65"),
    Typed(8, "result_now", "Đã có dự thảo lần 9"),
    Typed(9, "done_date", "(xoá)"),
    Typed(10, "evidence", "1/2"),
    Typed(11, "evidence", "0123"),
    Typed(13, "note", "+84 24 3822 0000"),
    Typed(16, "percent", "12.5%", "12.5"),
    Typed(16, "progress", "Trình duyệt", "trinh_duyet"),
    Typed(18, "note", "(xoá)"),
    Typed(21, "obstacles", "Chưa bố trí kinh phí"),
    Typed(22, "proposals", "Đề nghị lùi thời hạn sang năm 2026"),
    Typed(33, "progress", "Đang thực hiện", "dang_thuc_hien"),
    Typed(45, "result_now", "TRUE"),
    Typed(61, "note", "@ chờ ý kiến"),
    Typed(70, "obstacles", "'trích dẫn'"),
    Typed(89, "percent", "100%", "100"),
    Typed(90, "result_now", "Xong 😀"),
    Typed(2, "deadline_text", "Quý IV/2025"),
    Typed(14, "deadline_text", "31/12/2025"),
    Typed(34, "deadline_text", "Tháng 11/2025"),
    Typed(4, "lead", "Sở Y tế"),
    Typed(62, "coop", "Sở Tài chính; Sở Nội vụ"),
    Typed(63, "deliverable", "Báo cáo"),
    Typed(7, "title", "Rà soát, sửa đổi quy trình cấp cứu ngoại viện"),
    Typed(88, EXISTS, "x", "0"),
)
"""Thirty cells; the last eight are not the answering office's to write."""

ADDED: tuple[dict[str, str], ...] = (
    {"stt": "91", "title": "Trang bị máy đo huyết áp cho các trạm y tế", "deadline_text": "6/2026", "result_now": "Đã khảo sát"},
    {"title": "Tổ chức hội thi cộng tác viên dân số giỏi", "lead": "Sở Y tế"},
    {"title": "Mở lớp ngoại ngữ cho nhân viên trực tổng đài"},
)  # fmt: skip
"""New tasks: two in blank rows, one below them."""

REMOVED = (40, 77)


def fill_in(book: Workbook) -> None:
    """Type all of it with Excel alone: nothing is sorted, two rows are gone, the last new task stands below the table."""
    table = Table(book)
    unmerge(table.sheet, table.header)
    lines = {table.cell(row, "TT").value: row for row in table.rows}
    for typed in TYPED:
        _type(table.cell(lines[typed.task], typed.header), typed.text)
    first_blank = table.last - BLANK_ROWS + 1
    for row, values in zip((first_blank, first_blank + 1, table.last + 1), ADDED, strict=True):
        for field, text in values.items():
            _type(table.cell(row, BY_CODE[field].label_vi), text)
    for number in sorted(REMOVED, reverse=True):
        table.sheet.delete_rows(lines[number])


def _type(cell: Cell, text: str) -> None:
    if cell.number_format.startswith("0") and text.endswith("%"):
        cell.value = float(text[:-1]) / 100
    else:
        cell.value, cell.data_type = text, "s"


# -- what was found of it ------------------------------------------------------------------------


def find_cells(plan: ImportPlan) -> set[tuple[str, str, str, str | None]]:
    """Each cell that would change: (row id, field, state, value)."""
    return {(row.row_id, cell.field, cell.state, cell.new) for row in plan.rows for cell in row.cells}


def find_new(plan: ImportPlan) -> list[dict[str, str | None]]:
    """What each new row says, in the order of the sheet."""
    return [dict(plan.values_of(row)) for row in plan.rows if row.kind == "new"]


def read_here(path: Path, sheet: str | None = None) -> Reading:
    """A reading without the parsing process, which takes longer to start than these files take to read."""
    payload = recognise(path.read_bytes(), Request(path.name, sheet))
    return build_reading({**payload, "path": str(path)})
