"""Workbooks made in code, and reading them without a second process."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.ids import natural_row_id, row_id_of
from r57desk.domain.task import Task
from r57desk.merge.base_row import BaseRow
from r57desk.merge.compose import create_row
from r57desk.merge.delta import make_delta
from r57desk.merge.packet import Packet, PacketKind
from r57desk.workbook.reading import Reading, build_reading
from r57desk.workbook.recognise import recognise
from r57desk.workbook.request import Request
from tests.libreoffice import convert, find_soffice

MakeXlsx = Callable[..., bytes]
Read = Callable[..., Reading]
HEADER = ("TT", "Tên nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Tiến độ")


def _make_xlsx(
    rows: Sequence[Sequence[Any]],
    *,
    sheet: str = "DS",
    merges: Sequence[str] = (),
    formats: Mapping[str, str] | None = None,
    more: Mapping[str, Sequence[Sequence[Any]]] | None = None,
) -> bytes:
    """An .xlsx with these rows; `formats` is cell → number format, `more` further sheets."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = sheet
    for row in rows:
        first.append(list(row))
    for merge in merges:
        first.merge_cells(merge)
    for cell, number_format in (formats or {}).items():
        first[cell].number_format = number_format
    for name, others in (more or {}).items():
        extra = book.create_sheet(name)
        for row in others:
            extra.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _make_ole(streams: Mapping[str, bytes]) -> bytes:
    """A small OLE2 container ([MS-CFB]): 512-byte sectors, every stream at least 4096 bytes, no mini stream."""
    end, free, fat_sector = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    padded = {name: data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0") for name, data in streams.items()}
    fat = [fat_sector, end]  # sector 0: the table itself, sector 1: the directory
    entries = [_directory_entry("Root Entry", 5, end, 0)]
    body = b""
    for name, data in padded.items():
        start, count = len(fat), len(data) // 512
        fat += [*range(start + 1, start + count), end]
        entries.append(_directory_entry(name, 2, start, len(data)))
        body += data
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 10 + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, end, 0, end, 0, 0)
    header += struct.pack("<108I", *[free] * 108)
    return (
        header + struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + b"".join(entries).ljust(512, b"\0") + body
    )


def _directory_entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le").ljust(64, b"\0")
    head = text + struct.pack("<HBB", len(name) * 2 + 2, kind, 1) + struct.pack("<III", *[0xFFFFFFFF] * 3)
    return head + b"\0" * 36 + struct.pack("<III", start, size, 0)


@pytest.fixture(scope="session")
def make_xlsx() -> MakeXlsx:
    return _make_xlsx


@pytest.fixture(scope="session")
def make_ole() -> Callable[[Mapping[str, bytes]], bytes]:
    return _make_ole


@pytest.fixture(scope="session")
def make_zip() -> Callable[[Mapping[str, bytes]], bytes]:
    def make(parts: Mapping[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def read() -> Read:
    """Read bytes here, without the parsing process; keywords are those of `Request`."""

    def read_here(data: bytes, file: str = "tệp.xlsx", **request: Any) -> Reading:
        return build_reading(recognise(data, Request(file, **request)))

    return read_here


@pytest.fixture(scope="session")
def table() -> Callable[..., list[tuple[Any, ...]]]:
    """A plain task list: the header and these rows."""
    return lambda *rows: [HEADER, *rows]


@pytest.fixture(scope="session")
def tasks_of() -> Callable[[Reading], list[Task]]:
    """The tasks a reading would make."""

    def make(reading: Reading) -> list[Task]:
        tasks = []
        for row in reading.rows:
            values: dict[str, Any] = {code: value for code, value in reading.values_of(row).items() if value}
            row_id = row.id or natural_row_id("", values.get("group_no", ""), values.get("stt", ""), values["title"])
            if "percent" in values:
                values["percent"] = Decimal(values["percent"])
            if "done_date" in values:
                values["done_date"] = date.fromisoformat(values["done_date"])
            tasks.append(Task(id=row_id, **values))
        return tasks

    return make


@pytest.fixture(scope="session")
def facts() -> Callable[[Sequence[Task]], dict[str, dict[str, Any]]]:
    """What tasks say, by id: everything that travels in a workbook."""
    codes = [field.code for field in TASK_FIELDS if field.owner != "L"]
    return lambda tasks: {task.id: {code: getattr(task, code) for code in codes} for task in tasks}


@pytest.fixture(scope="session")
def soffice() -> Callable[[Path, str], Path]:
    """Have LibreOffice open a file and save it as another kind beside it; skipped where it is not installed."""
    find_soffice()
    return convert


def _make_old(path: Path) -> None:
    """A list in the fonts of twenty years ago: capitals in a font of their own, a cell in two fonts, Unicode in between."""
    book = xlsxwriter.Workbook(str(path))
    small, capitals, today, vni = (
        book.add_format({"font_name": name}) for name in (".VnTime", ".VnTimeH", "Times New Roman", "VNI-Times")
    )
    sheet = book.add_worksheet("Cu")
    for row, (texts, face) in enumerate(OLD_ROWS):
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, {"small": small, "capitals": capitals, "today": today}[face])
    sheet.write_rich_string(len(OLD_ROWS), 1, small, "NghÞ ", capitals, "quyÕt", today, " số 57", small)
    other = book.add_worksheet("VNI")
    other.write_string(0, 0, "Nghieân cöùu", vni)
    other.write_rich_string(1, 0, vni, "cö", today, "x", vni, "ñaøo", vni)
    book.close()


OLD_ROWS = (
    (("TT", "Tªn nhiÖm vô", "C¬ quan chñ tr×"), "small"),
    (("1", "ban hµnh kÕ ho¹ch", "bé khoa häc"), "capitals"),
    (("2", "§­a l\u00adîng d÷ liÖu më", "Së Néi vô"), "small"),
    (("3", "Nghiên cứu chuyển đổi số", "Sở Tài chính"), "small"),
    (("4", "Nghiªn cøu gi÷ nguyªn", "Së"), "today"),
)
OLD_READ = [
    ["TT", "Tên nhiệm vụ", "Cơ quan chủ trì"],
    ["1", "BAN HÀNH KẾ HOẠCH", "BỘ KHOA HỌC"],
    ["2", "Đưa lượng dữ liệu mở", "Sở Nội vụ"],
    ["3", "Nghiên cứu chuyển đổi số", "Sở Tài chính"],
    ["4", "Nghiªn cøu gi÷ nguyªn", "Së"],
    ["", "Nghị QUYẾT số 57", ""],
]


@pytest.fixture(scope="session")
def old_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An .xlsx in old fonts."""
    path = tmp_path_factory.mktemp("old") / "cu.xlsx"
    _make_old(path)
    return path


@pytest.fixture(scope="session")
def old_rows() -> list[list[str]]:
    """What its first sheet says."""
    return OLD_READ


@pytest.fixture(scope="session")
def packet_of() -> Callable[..., Packet]:
    """The packet that sends these tasks, as the office that made them all would."""
    codes = [field.code for field in TASK_FIELDS if field.owner != "L"]

    def make(tasks: Sequence[Task], kind: PacketKind = "tasks", blanks: int = 4) -> Packet:
        said = {task.id: {code: _canonical(getattr(task, code)) for code in codes} for task in tasks}
        created = [create_row(row, dict(values)) for row, values in said.items()]
        base = {
            edit.row: BaseRow(
                {code: value for code, value in said[edit.row].items() if value},
                dict.fromkeys(edit.fields, (edit.id,)),
            )
            for edit in created
        }
        return Packet(
            row_id_of(57), "01", "01.SKHCN", 7, "2026-11-23T10:00:00", "UBND tỉnh A", "Sở KH&CN", kind=kind,
            deltas=(make_delta("01", created),), base=base, rows=tuple(base),
            blanks=tuple(row_id_of(100 + at) for at in range(blanks)), columns=tuple(codes),
        )  # fmt: skip

    return make


def _canonical(value: object) -> str:
    return "" if value is None else str(value)
