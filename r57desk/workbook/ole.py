"""OLE2 containers (.xls): the directory, and one stream out of it. Every pointer is bounded; a loop ends."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_END = 0xFFFFFFFA  # from here on: not a sector number
_ENTRY = 128
_ROOT, _STREAM = 5, 2


class OleError(ValueError):
    """The container is damaged."""


@dataclass(frozen=True, slots=True)
class _Stream:
    start: int
    size: int


class Ole:
    """One container in memory; raises OleError when its header or directory cannot be followed."""

    def __init__(self, data: bytes) -> None:
        try:
            self._open(data)
        except (struct.error, IndexError, OverflowError) as error:
            raise OleError(str(error)) from error

    def _open(self, data: bytes) -> None:
        self._data = data
        (shift, mini_shift) = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise OleError("unknown sector size")
        self._sector = 1 << shift
        (directory,) = struct.unpack_from("<I", data, 48)
        self._cutoff, mini_fat, _, difat, _ = struct.unpack_from("<IIIII", data, 56)
        self._fat = self._read_fat(difat)
        self._mini_fat = self._numbers(self._chain(mini_fat))
        self.streams = self._read_directory(self._chain(directory))
        self._mini = b""

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        return self._data[start : start + self._sector]

    def _numbers(self, data: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])

    def _read_fat(self, difat: int) -> tuple[int, ...]:
        """The table of next sectors: 109 of its sectors are named in the header, the rest in a chain."""
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        seen: set[int] = set()
        while difat < _END and difat not in seen:
            seen.add(difat)
            numbers = self._numbers(self._at(difat))
            sectors += numbers[:-1]
            difat = numbers[-1]
        return self._numbers(b"".join(self._at(sector) for sector in sectors if sector < _END))

    def _chain(self, sector: int, limit: int | None = None) -> bytes:
        """The sectors from `sector` on, one after the other."""
        parts: list[bytes] = []
        most = len(self._data) // self._sector + 1 if limit is None else -(-limit // self._sector)
        while sector < _END and len(parts) < most:
            parts.append(self._at(sector))
            sector = self._fat[sector]
        return b"".join(parts)

    def _read_directory(self, data: bytes) -> dict[str, _Stream]:
        streams: dict[str, _Stream] = {}
        for at in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            start, size = struct.unpack_from("<II", data, at + 116)
            name = data[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            if kind == _ROOT:
                self._root = _Stream(start, size)
            elif kind == _STREAM:
                streams.setdefault(name, _Stream(start, size))
        return streams

    def read(self, name: str) -> bytes:
        """The bytes of one stream; raises KeyError when there is none, OleError when it cannot be followed."""
        stream = self.streams[name]
        try:
            if stream.size >= self._cutoff:
                return self._chain(stream.start, stream.size)[: stream.size]
            return self._read_mini(stream)
        except (IndexError, AttributeError) as error:
            raise OleError(str(error)) from error

    def _read_mini(self, stream: _Stream) -> bytes:
        """A small stream, in 64-byte sectors inside the root's own stream."""
        self._mini = self._mini or self._chain(self._root.start, self._root.size)
        parts: list[bytes] = []
        sector = stream.start
        while sector < _END and len(parts) * 64 < stream.size:
            parts.append(self._mini[sector * 64 : sector * 64 + 64])
            sector = self._mini_fat[sector]
        return b"".join(parts)[: stream.size]
