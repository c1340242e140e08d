"""Which cells of a sheet are in old Vietnamese fonts, run by run: what calamine leaves out and decoding needs.

One byte a cell: a number of `FONTS`, or `MIXED` where runs in several fonts make up the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from r57desk.domain.legacy_fonts import Encoding, LegacyFont, Run, find_legacy_font

FONTS: tuple[LegacyFont | None, ...] = (
    None,
    LegacyFont("tcvn3"),
    LegacyFont("tcvn3", capitals=True),
    LegacyFont("vni"),
)
MIXED = 255

_WIDEST = 16_384


@dataclass(slots=True)
class CellFonts:
    """The old fonts of one sheet's texts, and their names. Row and column numbers are 0-based."""

    rows: dict[int, bytearray] = field(default_factory=dict)
    runs: dict[tuple[int, int], tuple[Run, ...]] = field(default_factory=dict)
    names: dict[Encoding, set[str]] = field(default_factory=dict)

    def note(self, row: int, column: int, name: str) -> None:
        """A cell's text is in this font; nothing is kept of a font of today."""
        font = find_legacy_font(name)
        if font is not None:
            self._set(row, column, FONTS.index(font))
            self.names.setdefault(font.encoding, set()).add(name)

    def note_runs(self, row: int, column: int, runs: Sequence[tuple[str, str]]) -> None:
        """A cell's text is made of these pieces, each (text, font name)."""
        found = tuple(Run(text, find_legacy_font(name)) for text, name in runs if text)
        if len({run.font for run in found}) == 1:
            self.note(row, column, next(name for text, name in runs if text))
        elif any(run.font for run in found):
            self._set(row, column, MIXED)
            self.runs[row, column] = found
            for _, name in runs:
                if font := find_legacy_font(name):
                    self.names.setdefault(font.encoding, set()).add(name)

    def _set(self, row: int, column: int, kind: int) -> None:
        if column < _WIDEST:
            codes = self.rows.setdefault(row, bytearray())
            if len(codes) <= column:
                codes.extend(bytes(column + 1 - len(codes)))
            codes[column] = kind


class FontReader(Protocol):
    """Tells the fonts of one workbook's texts."""

    def read_sheet(self, sheet: str) -> CellFonts:
        """The old fonts of a sheet's cells; of a damaged one, those before the damage."""
