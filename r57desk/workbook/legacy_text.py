"""A sheet's texts in old Vietnamese fonts, read as Unicode; what was found of them, for a person to look at.

Each cell is judged by its own text first. Where that does not tell, the other cells of its column do, then those of the
sheet: an old font left over on a sheet typed in Unicode must not change a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from r57desk.domain.legacy_fonts import Encoding, LegacyFont, Run, Verdict, decode, decode_runs, judge, judge_runs
from r57desk.workbook.cells import column_letters
from r57desk.workbook.run_fonts import FONTS, MIXED, CellFonts

if TYPE_CHECKING:
    from r57desk.workbook.grid import Value

    Rows = Callable[[], Iterator[list[Value]]]

PlainSample = tuple[str, str, str, bool]  # cell, text as it stands, text in Unicode, whether only its neighbours told
PlainLegacy = tuple[str, tuple[str, ...], int, int, tuple[PlainSample, ...]]

_REMEMBERED = 20_000  # different texts judged
_SAMPLES_OF_COLUMN = 2
_SAMPLES, _DOUBTFUL_SAMPLES = 12, 8
_SAMPLE_LENGTH = 200


@dataclass(slots=True)
class _Found:
    """The cells of one encoding: how many were decoded, how many were Unicode all along, some to show by column."""

    cells: int = 0
    kept: int = 0
    samples: dict[int, list[tuple[int, str, str]]] = field(default_factory=dict)
    doubtful: list[tuple[int, int, str, str]] = field(default_factory=list)

    def add(self, row: int, column: int, old: str, new: str, *, is_sure: bool) -> None:
        self.cells += 1
        if not is_sure:
            if len(self.doubtful) < _DOUBTFUL_SAMPLES:
                self.doubtful.append((row, column, old, new))
        elif len(kept := self.samples.setdefault(column, [])) < _SAMPLES_OF_COLUMN:
            kept.append((row, old, new))


class LegacyText:
    """The decoded texts of one sheet. `read_fonts` and `rows` are asked when the first row is wanted."""

    def __init__(self, read_fonts: Callable[[], CellFonts], rows: Rows) -> None:
        self._read_fonts, self._rows = read_fonts, rows
        self._found: dict[Encoding, _Found] = {}
        self._sure: Counter[tuple[int, Verdict]] = Counter()  # by column; column -1 is the sheet
        self._open: list[tuple[int, int, str]] = []
        self._mixed: dict[tuple[int, int], str] = {}
        self._verdicts: dict[tuple[int, str], Verdict] = {}

    def rows(self) -> Iterator[list[Value]]:
        """Every row of the sheet, decoded."""
        fonts = self._fonts
        for at, row in enumerate(self._rows()):
            for column, kind in enumerate(fonts.rows.get(at, b"")):
                if kind == MIXED:
                    row[column] = self._mixed[at, column]
                elif kind:
                    row[column] = decode(str(row[column]), _font(kind))
            yield row

    def describe(self, header_bottom: int) -> list[PlainLegacy]:
        """What was decoded, by encoding; samples from below the header where there are any."""
        fonts = self._fonts
        return [
            (encoding, tuple(sorted(fonts.names[encoding])), found.cells, found.kept, _samples(found, header_bottom))
            for encoding, found in sorted(self._found.items())
            if found.cells
        ]

    @cached_property
    def _fonts(self) -> CellFonts:
        """The fonts of those cells alone that are to be decoded."""
        fonts = self._read_fonts()
        for at, row in enumerate(self._rows()):
            codes = fonts.rows.get(at)
            for column, kind in enumerate(codes or b""):
                value = row[column] if column < len(row) else ""
                if kind and not (isinstance(value, str) and value and self._sort(fonts, at, column, value)):
                    fonts.rows[at][column] = 0
        for at, column, value in self._open:
            if not self._take(fonts, at, column, value, self._presume(column)):
                fonts.rows[at][column] = 0
        fonts.runs.clear()
        self._verdicts.clear()
        return fonts

    def _sort(self, fonts: CellFonts, row: int, column: int, value: str) -> bool:
        """Decode the cell, or leave it for later; False when it is to stay as it is."""
        kind = fonts.rows[row][column]
        if kind != MIXED and value.isascii() and not _font(kind).capitals:
            return False
        verdict = self._judge(fonts, row, column, value)
        if verdict == "either":
            self._open.append((row, column, value))
            return True
        self._sure[column, verdict] += 1
        self._sure[-1, verdict] += 1
        return self._take(fonts, row, column, value, verdict == "legacy", is_sure=True)

    def _judge(self, fonts: CellFonts, row: int, column: int, value: str) -> Verdict:
        kind = fonts.rows[row][column]
        if kind == MIXED:
            return judge_runs(_cut(fonts.runs[row, column], value))
        if value.isascii():
            return "either"
        key = (kind, value)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = judge(value, _font(kind).encoding)
            if len(self._verdicts) < _REMEMBERED:
                self._verdicts[key] = verdict
        return verdict

    def _presume(self, column: int) -> bool:
        """What a cell that tells nothing is taken for: as most others in its column, else in the sheet."""
        for at in (column, -1):
            legacy, unicode = self._sure[at, "legacy"], self._sure[at, "unicode"]
            if legacy or unicode:
                return legacy >= unicode
        return True

    def _take(
        self, fonts: CellFonts, row: int, column: int, value: str, is_legacy: bool, *, is_sure: bool = False
    ) -> bool:
        """Whether the cell reads otherwise when decoded; it is counted either way."""
        kind = fonts.rows[row][column]
        if kind == MIXED:
            runs = _cut(fonts.runs[row, column], value)
            encoding = next(run.font.encoding for run in runs if run.font)
            new = decode_runs(runs, is_legacy)
            self._mixed[row, column] = new
        else:
            encoding = _font(kind).encoding
            new = decode(value, _font(kind)) if is_legacy else value
        found = self._found.setdefault(encoding, _Found())
        if new != value:
            found.add(row, column, value, new, is_sure=is_sure or value.isascii())
        elif not value.isascii():
            found.kept += 1
        return new != value


def _font(kind: int) -> LegacyFont:
    font = FONTS[kind]
    assert font is not None
    return font


def _cut(runs: tuple[Run, ...], value: str) -> tuple[Run, ...]:
    """The runs with the characters of the value; as they are where the two readings differ in length."""
    if sum(len(run.text) for run in runs) != len(value):
        return runs
    characters = iter(value)
    return tuple(Run("".join(islice(characters, len(run.text))), run.font) for run in runs)


def _samples(found: _Found, header_bottom: int) -> tuple[PlainSample, ...]:
    """Some cells to look at, one of each column, then those only their neighbours told of."""
    chosen: list[PlainSample] = []
    for column, samples in sorted(found.samples.items()):
        row, old, new = next((sample for sample in samples if sample[0] > header_bottom), samples[-1])
        chosen.append(_sample(row, column, old, new, False))
    doubtful = [_sample(*sample, True) for sample in found.doubtful]
    return (*chosen[:_SAMPLES], *doubtful)


def _sample(row: int, column: int, old: str, new: str, is_doubtful: bool) -> PlainSample:
    return (f"{column_letters(column)}{row + 1}", old[:_SAMPLE_LENGTH], new[:_SAMPLE_LENGTH], is_doubtful)
