"""The grid: sheets of plain values out of .xlsx, .xls, .ods and text tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from r57desk.errors import DeskError
from r57desk.workbook.gate import LIMITS
from r57desk.workbook.grid import Workbook


def open_text(text: str, encoding: str = "utf-8") -> list[list[object]]:
    book = Workbook(text.encode(encoding), "bảng.csv", LIMITS)
    return list(book.get_sheet(0).rows())  # type: ignore[arg-type]


def test_rows_begin_at_column_a_and_row_1() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    sheet = book.add_worksheet("DS")
    sheet.write(3, 2, "x")
    sheet.write_boolean(4, 3, True)
    sheet.merge_range(5, 2, 6, 3, "gộp")
    book.close()
    opened = Workbook(buffer.getvalue(), "x.xlsx", LIMITS)
    read = opened.get_sheet(0)
    assert opened.sheets == (("DS", False),)
    assert list(read.rows())[:5] == [[""] * 4, [""] * 4, [""] * 4, ["", "", "x", ""], ["", "", "", True]]
    assert read.merges == [(5, 2, 6, 3)]
    assert list(read.rows()) == list(read.rows())


def test_hidden_sheets_are_known() -> None:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    book.add_worksheet("Hiện")
    book.add_worksheet("Ẩn").hide()
    book.close()
    assert Workbook(buffer.getvalue(), "x.xlsx", LIMITS).sheets == (("Hiện", False), ("Ẩn", True))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_text_tables_are_cut_where_their_header_is(delimiter: str) -> None:
    text = f'TT{delimiter}Nhiệm vụ\n1{delimiter}"Một, hai; ba\nbốn"\n2\n'
    assert open_text(text) == [["TT", "Nhiệm vụ"], ["1", "Một, hai; ba\nbốn"], ["2", ""]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_tables_are_unicode(encoding: str) -> None:
    assert open_text("TT,Nhiệm vụ\n01,Đỗ\n", encoding) == [["TT", "Nhiệm vụ"], ["01", "Đỗ"]]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("TT,Nhiêm vu".encode("cp1258"), "workbook_text_not_utf8"),
        ("chỉ là chữ".encode(), "workbook_not_one"),
        (b"PK\x03\x04 not a zip at all", "workbook_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing more", "workbook_damaged"),
    ],
)
def test_what_cannot_be_opened_has_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(DeskError) as caught:
        Workbook(data, "bảng.xlsx", LIMITS)
    assert caught.value.code == code


def test_an_encrypted_workbook_says_password(make_ole: Callable[[Mapping[str, bytes]], bytes]) -> None:
    data = make_ole({"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"?" * 5000})
    with pytest.raises(DeskError) as caught:
        Workbook(data, "mật khẩu.xlsx", LIMITS)
    assert caught.value.code == "workbook_password"


def test_an_old_word_file_is_no_workbook(make_ole: Callable[[Mapping[str, bytes]], bytes]) -> None:
    with pytest.raises(DeskError) as caught:
        Workbook(make_ole({"WordDocument": b"?" * 5000}), "công văn.xls", LIMITS)
    assert caught.value.code == "workbook_not_one"


def test_every_kind_of_workbook_gives_the_same_cells(workbooks: Path) -> None:
    grids = {}
    for kind in ("xlsx", "ods", "xls"):
        path = workbooks / f"nq03-phu-luc-2.{kind}"
        sheet = Workbook(path.read_bytes(), path.name, LIMITS).get_sheet(0)
        grids[kind] = [row[:11] for row in sheet.rows()]
        formats = [sheet.look.number_format(row, 5) for row in (9, 12)]
        assert date(2025, 6, 1) in grids[kind][9]
        assert "y" in formats[0]
        assert "d" not in formats[0]
        assert sorted(sheet.merges) == sorted(Workbook(path.read_bytes(), path.name, LIMITS).get_sheet(0).merges)
    assert grids["xlsx"] == grids["ods"] == grids["xls"]
