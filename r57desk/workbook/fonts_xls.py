"""Old fonts in an .xls: of cells by their styles, of pieces of a text by the runs of the string table.

Records and their layouts: [MS-XLS] 2.4, for BIFF8; those of Excel 5 and 95 differ in how names and texts are written.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from r57desk.workbook.cells_xls import find_stream, records
from r57desk.workbook.ole import Ole
from r57desk.workbook.run_fonts import CellFonts

_BOF, _BOUND_SHEET, _FONT, _XF, _SST, _CONTINUE = 0x0809, 0x85, 0x31, 0xE0, 0xFC, 0x3C
_LABEL_SST, _LABEL, _RICH_LABEL, _FORMULA = 0xFD, 0x0204, 0xD6, 0x06
_BIFF8 = 0x0600
_NO_FONT = 4  # this number is left out: the fifth font is number 5
_WIDE, _EXTENDED, _RICH = 1, 4, 8  # flags of a string

_Damaged = (struct.error, IndexError)


class XlsFonts:
    """The fonts of one workbook's texts; of a damaged one, what came before the damage counts."""

    def __init__(self, ole: Ole) -> None:
        self._ole = ole

    def read_sheet(self, sheet: str) -> CellFonts:
        """The old fonts of a sheet's cells."""
        found = CellFonts()
        start = self._globals.sheets.get(sheet)
        if start is not None:
            try:
                for kind, data in records(self._globals.stream, start):
                    self._read_cell(found, kind, data)
            except _Damaged:
                pass
        return found

    @cached_property
    def _globals(self) -> _Globals:
        return _Globals(find_stream(self._ole))

    @cached_property
    def _rich_strings(self) -> Mapping[int, list[tuple[str, int]]]:
        return self._globals.read_rich_strings()

    def _read_cell(self, found: CellFonts, kind: int, data: bytes) -> None:
        """Note the fonts of one cell with text."""
        if kind not in (_LABEL_SST, _LABEL, _RICH_LABEL, _FORMULA):
            return
        row, column, style = struct.unpack_from("<HHH", data)
        name = self._globals.font_of_style(style)
        if kind == _LABEL_SST:
            (number,) = struct.unpack_from("<I", data, 6)
            runs = self._rich_strings.get(number, [])
        else:
            runs = self._globals.runs_of_label(data) if kind == _RICH_LABEL else []
        if kind == _FORMULA and not (data[12:14] == b"\xff\xff" and data[6] == 0):
            return  # its value is no text
        if runs:
            own = [(text, name if font < 0 else self._globals.font_name(font)) for text, font in runs]
            found.note_runs(row, column, own)
        else:
            found.note(row, column, name)


class _Globals:
    """What the first substream says: fonts, the font of each style, where the string table and the sheets are."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.fonts: list[str] = []
        self.sheets: dict[str, int] = {}
        self._style_fonts: list[int] = []
        self._strings: list[bytes] = []  # the string table and the records that continue it
        self._is_biff8 = True
        try:
            self._read()
        except _Damaged:
            return

    def _read(self) -> None:
        last = 0
        for kind, data in records(self.stream, 0):
            if kind == _BOF and not last:
                self._is_biff8 = struct.unpack_from("<H", data)[0] >= _BIFF8
            elif kind == _FONT:
                self.fonts.append(self._short_text(data, 14))
            elif kind == _XF:
                self._style_fonts.append(struct.unpack_from("<H", data)[0])
            elif kind == _BOUND_SHEET:
                self.sheets[self._short_text(data, 6)] = struct.unpack_from("<I", data)[0]
            if kind == _SST or (kind == _CONTINUE and last == _SST):
                self._strings.append(data)
            last = kind if kind != _CONTINUE else last

    def _short_text(self, data: bytes, at: int) -> str:
        """A text after the byte that says how long it is."""
        length = data[at]
        if not self._is_biff8:
            return data[at + 1 : at + 1 + length].decode("latin-1")
        if data[at + 1] & _WIDE:
            return data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
        return data[at + 2 : at + 2 + length].decode("latin-1")

    def font_name(self, number: int) -> str:
        """The font of this number, "" when there is none."""
        number -= number > _NO_FONT
        return self.fonts[number] if number < len(self.fonts) else ""

    def font_of_style(self, style: int) -> str:
        """The font of a cell style."""
        return self.font_name(self._style_fonts[style]) if style < len(self._style_fonts) else ""

    def runs_of_label(self, data: bytes) -> list[tuple[str, int]]:
        """The pieces of a text that stands in its cell, with font numbers, as Excel 5 and 95 write it."""
        if self._is_biff8:
            return []
        (length,) = struct.unpack_from("<H", data, 6)
        text = data[8 : 8 + length].decode("cp1252", "replace")
        starts = struct.unpack_from(f"<{2 * data[8 + length]}B", data, 9 + length)
        return list(_cut(text, list(zip(starts[::2], starts[1::2], strict=True))))

    def read_rich_strings(self) -> dict[int, list[tuple[str, int]]]:
        """The strings of the table that change font, by number: pieces with font numbers, -1 for the cell's own."""
        rich: dict[int, list[tuple[str, int]]] = {}
        try:
            table = _StringTable(self._strings)
            for number in range(table.count):
                text, starts = table.read_string()
                if starts:
                    rich[number] = list(_cut(text, starts))
        except _Damaged:
            pass
        return rich


class _StringTable:
    """Reads strings out of a table cut into records; where characters go on in the next, a flag says how wide they are."""

    def __init__(self, records: list[bytes]) -> None:
        self._records, self._index, self._at = records, 0, 8
        self.count = struct.unpack_from("<I", records[0], 4)[0] if records else 0

    def read_string(self) -> tuple[str, list[tuple[int, int]]]:
        """The next string, and where which font begins."""
        if self._at >= len(self._records[self._index]):
            self._go_on()
        length, flags = struct.unpack("<HB", self._read(3))
        runs = struct.unpack("<H", self._read(2))[0] if flags & _RICH else 0
        extension = struct.unpack("<I", self._read(4))[0] if flags & _EXTENDED else 0
        text = self._read_characters(length, flags)
        starts = struct.unpack(f"<{2 * runs}H", self._read(4 * runs))
        self._read(extension)
        return text, list(zip(starts[::2], starts[1::2], strict=True))

    def _read_characters(self, length: int, flags: int) -> str:
        parts: list[str] = []
        while True:
            width = 2 if flags & _WIDE else 1
            left = (len(self._records[self._index]) - self._at) // width
            data = self._read(min(length, left) * width)
            parts.append(data.decode("utf-16-le" if width == 2 else "latin-1", "replace"))
            length -= min(length, left)
            if not length:
                return "".join(parts)
            self._go_on()
            flags = self._read(1)[0]

    def _read(self, size: int) -> bytes:
        """So many bytes, across records."""
        parts = b""
        while True:
            record = self._records[self._index]
            piece = record[self._at : self._at + size - len(parts)]
            parts += piece
            self._at += len(piece)
            if len(parts) == size:
                return parts
            self._go_on()

    def _go_on(self) -> None:
        self._index, self._at = self._index + 1, 0


def _cut(text: str, starts: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """The pieces of a text: up to the first start in the cell's own font, -1."""
    borders = [(0, -1), *starts, (len(text), -1)]
    for (at, font), (end, _) in pairwise(borders):
        if end > at:
            yield text[at:end], font
