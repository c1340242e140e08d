"""Number formats and formulas of an .xls sheet: a pass over its BIFF8 records, made when first asked.

Records and their layouts: [MS-XLS] 2.4. Only the five cell records that carry numbers are looked at.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cached_property

from r57desk.workbook.cells import BUILTIN_FORMATS, CellLook
from r57desk.workbook.ole import Ole, OleError

_BOUND_SHEET, _FORMAT, _XF, _EOF, _BOF = 0x85, 0x041E, 0xE0, 0x0A, 0x0809
_NUMBER, _RK, _MUL_RK, _FORMULA, _BOOL_ERR = 0x0203, 0x027E, 0xBD, 0x06, 0x0205
_FILE_PASS = 0x2F
_RK_SIZE = 6  # a format index and a packed number


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from an offset on, to the end of the substream that starts there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return


def _text(data: bytes, at: int, length: int) -> str:
    """A string after its flag byte: one or two bytes a character."""
    if data[at] & 1:
        return data[at + 1 : at + 1 + 2 * length].decode("utf-16-le", "replace")
    return data[at + 1 : at + 1 + length].decode("latin-1")


def find_stream(ole: Ole) -> bytes:
    """The stream of records, b"" when there is none or it is damaged."""
    for name in ("Workbook", "WORKBOOK", "Book", "BOOK"):
        if name in ole.streams:
            try:
                return ole.read(name)
            except OleError:
                break
    return b""


def is_encrypted(ole: Ole) -> bool:
    """Whether the records are under a password."""
    try:
        return any(kind == _FILE_PASS for kind, _ in records(find_stream(ole), 0))
    except struct.error:
        return False


class XlsLook(CellLook):
    """The look of one .xls sheet's cells; of a damaged one, nothing is known."""

    def __init__(self, ole: Ole, sheet: str) -> None:
        self._ole, self._sheet = ole, sheet

    @property
    def knows_formats(self) -> bool:  # type: ignore[override]
        """Whether the styles of the workbook could be read."""
        return bool(self._codes)

    def number_format(self, row: int, column: int) -> str:
        style = self._cells[0].get((row, column), -1)
        return self._codes[style] if 0 <= style < len(self._codes) else ""

    def formulas(self, column: int) -> frozenset[int]:
        return frozenset(row for row, at in self._cells[1] if at == column)

    def errors(self, column: int) -> frozenset[int]:
        return frozenset(row for row, at in self._cells[2] if at == column)

    @cached_property
    def _stream(self) -> bytes:
        return find_stream(self._ole)

    @cached_property
    def _globals(self) -> tuple[list[str], dict[str, int]]:
        """The format code of every cell style, and where each sheet begins."""
        own: dict[int, str] = {}
        indexes: list[int] = []
        sheets: dict[str, int] = {}
        try:
            for kind, data in records(self._stream, 0):
                if kind == _FORMAT:
                    index, length = struct.unpack_from("<HH", data)
                    own[index] = _text(data, 4, length)
                elif kind == _XF:
                    indexes.append(struct.unpack_from("<H", data, 2)[0])
                elif kind == _BOUND_SHEET:
                    sheets[_text(data, 7, data[6])] = struct.unpack_from("<I", data)[0]
        except (struct.error, IndexError):
            return [], {}
        return [own.get(index, BUILTIN_FORMATS.get(index, "")) for index in indexes], sheets

    @property
    def _codes(self) -> list[str]:
        return self._globals[0]

    @cached_property
    def _cells(self) -> tuple[dict[tuple[int, int], int], set[tuple[int, int]], set[tuple[int, int]]]:
        """Style numbers, formulas and error values by (row, column)."""
        styles: dict[tuple[int, int], int] = {}
        formulas: set[tuple[int, int]] = set()
        errors: set[tuple[int, int]] = set()
        start = self._globals[1].get(self._sheet)
        if start is None:
            return styles, formulas, errors
        try:
            for kind, data in records(self._stream, start):
                if kind in (_NUMBER, _RK, _FORMULA, _BOOL_ERR):
                    row, column, style = struct.unpack_from("<HHH", data)
                    styles[row, column] = style
                    if kind == _FORMULA:
                        formulas.add((row, column))
                        if data[12:14] == b"\xff\xff" and data[6] == 2:
                            errors.add((row, column))
                    elif kind == _BOOL_ERR and data[7]:
                        errors.add((row, column))
                elif kind == _MUL_RK:
                    row, first = struct.unpack_from("<HH", data)
                    for number in range((len(data) - 6) // _RK_SIZE):
                        styles[row, first + number] = struct.unpack_from("<H", data, 4 + _RK_SIZE * number)[0]
        except (struct.error, IndexError):
            pass
        return styles, formulas, errors
