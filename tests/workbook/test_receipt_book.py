"""The receipt: people read its sheet, the register its packet; without the packet it is nothing, never a list of tasks."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from r57desk.domain.ids import row_id_of
from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.merge.packet import Packet
from r57desk.workbook.columns import match_header
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.marks import SHEET
from r57desk.workbook.reader import read_workbook
from r57desk.workbook.reading import Reading
from r57desk.workbook.receipt_book import _WORDS, write_receipt_workbook
from r57desk.workbook.receipt_lines import ReceiptLine

TASKS = [Task(id=row_id_of(1), stt="1", title="Một")]
LINES = [
    ReceiptLine("1", "Một", "percent", "65.5", "received"),
    ReceiptLine("1", "Một", "deadline_text", "9/2025", "refused", "Văn bản ghi 6/2025."),
    ReceiptLine("1", "Một", "note", None, "conflict"),
    ReceiptLine("", "Hai", "#exists", "1", "waiting"),
]


@pytest.fixture
def receipt(tmp_path: Path, packet_of: Callable[..., Packet]) -> tuple[Path, Packet]:
    path, packet = tmp_path / "biên nhận.xlsx", packet_of(TASKS, "receipt", 0)
    write_receipt_workbook(path, packet, LINES, ExportOptions(""), file="trả về.xlsx")
    return path, packet


def test_people_can_read_it(receipt: tuple[Path, Packet]) -> None:
    sheet = openpyxl.load_workbook(receipt[0]).worksheets[0]
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=6)]
    assert rows == [
        ("1", "Một", "Tiến độ (%)", "65,5%", "Đã nhận", None),
        ("1", "Một", "Thời hạn", "9/2025", "Không chấp thuận", "Văn bản ghi 6/2025."),
        ("1", "Một", "Ghi chú", None, "Khác nhau, chờ chọn", None),
        (None, "Hai", "Nhiệm vụ", "thêm mới", "Đề nghị, chờ trả lời", None),
    ]
    assert sheet["A2"].value == "Gói số 7, ngày 23/11/2026"
    assert sheet["A4"].value.startswith(
        "Nơi nhận: Sở KH&CN\n(Trả lời tệp “trả về.xlsx”; Đã nhận: 1; Không chấp thuận: 1"
    )


@pytest.mark.parametrize("kinds", [(), ("xlsx",), ("ods",), ("ods", "xlsx")])
def test_the_register_reads_its_packet(
    receipt: tuple[Path, Packet], soffice: Callable[[Path, str], Path], kinds: Sequence[str]
) -> None:
    path, packet = receipt
    for kind in kinds:
        path = soffice(path, kind)
    reading = read_workbook(path)
    assert reading.packet == packet
    assert reading.mark is not None
    assert (reading.mark.kind, reading.mark.to, reading.mark.number) == ("receipt", "01.SKHCN", 7)
    assert (reading.sheet, reading.rows, reading.fields, reading.notes) == ("Biên nhận", (), (), ())


def stripped(path: Path, change: Callable[[Any], None]) -> bytes:
    book = openpyxl.load_workbook(path)
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_without_its_packet_it_is_nothing(receipt: tuple[Path, Packet], read: Callable[..., Reading]) -> None:
    def drop_sheet(book: Any) -> None:
        del book[SHEET]

    def drop_lines(book: Any) -> None:
        book[SHEET].delete_rows(3, 99)

    def drop_all(book: Any) -> None:
        drop_sheet(book)
        del book.custom_doc_props["r57desk"]
        del book.defined_names["r57_packet"]
        book.worksheets[0].oddFooter.left.text = ""

    for change, code in (
        (drop_sheet, "workbook_packet_lost"),
        (drop_lines, "workbook_packet_lost"),
        (drop_all, "workbook_no_list"),
    ):
        with pytest.raises(DeskError) as caught:
            read(stripped(receipt[0], change))
        assert caught.value.code == code


@pytest.mark.parametrize("language", ["vi", "en"])
def test_its_headers_are_none_of_a_list(language: Any) -> None:
    for header in _WORDS[language]["headers"].split("|"):
        assert match_header("task", header) == (0, ()), header
