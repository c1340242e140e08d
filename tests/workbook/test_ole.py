"""OLE2 containers: streams come out whole, damage is an OleError, never a hang."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.workbook.ole import Ole, OleError

MakeOle = Callable[[Mapping[str, bytes]], bytes]


def test_streams_come_out_whole(make_ole: MakeOle) -> None:
    first, second = bytes(range(256)) * 20, b"xyz" * 3000
    ole = Ole(make_ole({"Workbook": first, "Khác": second}))
    assert ole.read("Workbook").startswith(first)
    assert ole.read("Khác").startswith(second)
    assert set(ole.streams) == {"Workbook", "Khác"}
    with pytest.raises(KeyError):
        ole.read("không có")


def test_a_chain_that_loops_ends(make_ole: MakeOle) -> None:
    data = bytearray(make_ole({"Workbook": b"a" * 5000}))
    struct.pack_into("<I", data, 512 + 2 * 4, 2)  # the stream's first sector follows itself
    assert len(Ole(bytes(data)).read("Workbook")) <= len(data)


def test_a_pointer_out_of_the_file_is_damage(make_ole: MakeOle) -> None:
    data = bytearray(make_ole({"Workbook": b"a" * 5000}))
    struct.pack_into("<I", data, 512 + 2 * 4, 0x00FFFFFF)
    with pytest.raises(OleError):
        Ole(bytes(data)).read("Workbook")


@given(st.binary(max_size=2000))
def test_any_bytes_end_in_a_container_or_an_error(data: bytes) -> None:
    try:
        ole = Ole(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data)
        for name in ole.streams:
            ole.read(name)
    except OleError:
        pass
