"""Number formats, formulas and errors out of BIFF8 records."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

import pytest

from r57desk.workbook.cells_xls import XlsLook, find_stream, is_encrypted
from r57desk.workbook.ole import Ole

MakeOle = Callable[[Mapping[str, bytes]], bytes]


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def stream_of() -> bytes:
    """A workbook of one sheet "Bảng": a month (built-in 17), an own format, a row of packed numbers, a formula, #N/A."""
    bof, eof = record(0x0809, b"\0\6\5\0" + b"\0" * 12), record(0x0A, b"")
    own = 'm"/"yyyy'
    name = "Bảng".encode("utf-16-le")
    globals_ = record(0x041E, struct.pack("<HHB", 164, len(own), 0) + own.encode("latin-1"))
    globals_ += b"".join(record(0xE0, struct.pack("<HH", 0, number) + b"\0" * 16) for number in (0, 17, 164))
    size = len(bof) + len(globals_) + 4 + 8 + len(name) + len(eof)
    sheet = record(0x85, struct.pack("<IHBB", size, 0, 4, 1) + name)
    cells = record(0x0203, struct.pack("<HHHd", 4, 2, 1, 45809.0))
    cells += record(
        0xBD, struct.pack("<HH", 5, 1) + struct.pack("<HI", 2, 0) + struct.pack("<HI", 1, 0) + struct.pack("<H", 2)
    )
    cells += record(0x06, struct.pack("<HHHd", 6, 3, 1, 1.0) + b"\0" * 8)
    cells += record(0x0205, struct.pack("<HHHBB", 7, 3, 0, 0x2A, 1))
    return bof + globals_ + sheet + eof + bof + cells + eof


def test_cells_know_their_format(make_ole: MakeOle) -> None:
    look = XlsLook(Ole(make_ole({"Workbook": stream_of()})), "Bảng")
    assert look.knows_formats
    assert look.number_format(4, 2) == "mmm-yy"
    assert (look.number_format(5, 1), look.number_format(5, 2)) == ('m"/"yyyy', "mmm-yy")
    assert look.number_format(0, 0) == ""
    assert look.formulas(3) == {6}
    assert look.errors(3) == {7}


@pytest.mark.parametrize("cut", range(20, 260, 17))
def test_a_stream_that_breaks_off_says_what_it_can(make_ole: MakeOle, cut: int) -> None:
    look = XlsLook(Ole(make_ole({"Workbook": stream_of()[:cut]})), "Bảng")
    assert look.number_format(4, 2) in ("", "mmm-yy")


def test_a_password_is_seen_in_the_records(make_ole: MakeOle) -> None:
    locked = (
        stream_of().replace(record(0x041E, b""), b"")[:20] + record(0x2F, b"\1\0" + b"\0" * 52) + stream_of()[20:]
    )
    assert is_encrypted(Ole(make_ole({"Workbook": locked})))
    assert not is_encrypted(Ole(make_ole({"Workbook": stream_of()})))
    assert not is_encrypted(Ole(make_ole({"Khác": locked})))
    assert find_stream(Ole(make_ole({"Khác": locked}))) == b""


def test_another_sheet_says_nothing(make_ole: MakeOle) -> None:
    look = XlsLook(Ole(make_ole({"Workbook": stream_of()})), "Khác")
    assert look.number_format(4, 2) == ""
    assert not look.formulas(3)
