"""What is packed unpacks to the same text; what nobody packed costs little and is refused."""

from __future__ import annotations

import base64
import time
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.errors import DeskError
from r57desk.workbook.packing import pack, unpack


@given(st.text(max_size=500), st.integers(1, 50))
def test_a_text_comes_back(text: str, times: int) -> None:
    packed = pack(text * times)
    assert packed.isascii()
    assert not set(packed) & set(" \n=@-") - {"="}
    assert unpack(packed) == text * times


def packed(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    "bad",
    [
        "", "chữ", "A", "AAAA", packed(b"no zlib"), packed(zlib.compress(b"a" * 5000)[:-3]),
        packed(zlib.compress(b"a") + b"more"), packed(zlib.compress(b"\xff\xfe")), pack("a\u1eb1" * 9)[:-4] + "====",
    ],
)  # fmt: skip
def test_what_is_no_packed_text_is_refused(bad: str) -> None:
    with pytest.raises(DeskError) as caught:
        unpack(bad)
    assert caught.value.code == "packet_damaged"


@pytest.mark.parametrize("unit", [b"a", b"[],", b"\n"])
def test_a_bomb_unfolds_only_a_little(unit: bytes) -> None:
    bomb = packed(zlib.compress(unit * (60_000_000 // len(unit)), 1))
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(DeskError):
        unpack(bomb)
    assert time.perf_counter() - started < 10
    assert tracemalloc.get_traced_memory()[1] < 400 << 20
    tracemalloc.stop()
