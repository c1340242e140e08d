"""Lines of a returned sheet beside the rows it was sent with: their cells in one order, and how many differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import ne
from typing import NamedTuple

from r57desk.domain.text import fold, one_line
from r57desk.merge.base_row import BaseRow
from r57desk.merge.model import Value

Cells = tuple[str, ...]


class Line(NamedTuple):
    """One line of the sheet: the text of its id cell, and canonical values in the order of the sheet's fields."""

    mark: str
    values: Sequence[Value]


class GridRows:
    """The lines and the base they answer to, compared cell by cell; texts are worked out once, when first asked for."""

    def __init__(self, lines: Sequence[Line], fields: Sequence[str], base: Mapping[str, BaseRow]) -> None:
        self.lines, self.fields, self.base = lines, tuple(fields), base
        self._at = {code: place for place, code in enumerate(self.fields)}
        self._cells_of_line: dict[int, Cells] = {}
        self._cells_of_row: dict[str, Cells] = {}
        self._keys: dict[str, str] = {}

    @cached_property
    def blank(self) -> Cells:
        """The cells of an empty line."""
        return ("",) * len(self.fields)

    def place(self, code: str) -> int:
        """Where a field stands in a line; the first place for one that is not there."""
        return self._at.get(code, 0)

    def has(self, code: str) -> bool:
        """Whether the sheet has a column of that field."""
        return code in self._at

    def value(self, line: int, code: str) -> str:
        """What a line says of a field; "" for nothing, and for a column that is not there."""
        place = self._at.get(code)
        return "" if place is None else self.lines[line].values[place] or ""

    def base_value(self, row: str, code: str) -> str:
        """What a row said of a field when it was sent."""
        return self.base[row].values.get(code, "")

    def cells(self, line: int) -> Cells:
        """A line's values, "" for blank ones and for those to erase."""
        found = self._cells_of_line.get(line)
        if found is None:
            found = self._cells_of_line[line] = tuple([value or "" for value in self.lines[line].values])
        return found

    def rank(self, line: int) -> tuple[Cells, str, tuple[bool, ...]]:
        """Orders lines by what they say, wherever they stand; equal for lines that say the same."""
        return self.cells(line), self.lines[line].mark, tuple([value is None for value in self.lines[line].values])

    def base_cells(self, row: str) -> Cells:
        """A row's values as sent, in the order of the sheet's fields; of an unknown row, blank."""
        found = self._cells_of_row.get(row)
        if found is None:
            values = self.base[row].values if row in self.base else {}
            found = self._cells_of_row[row] = tuple([values.get(code, "") for code in self.fields])
        return found

    def count_differing(self, line: int, row: str) -> int:
        """In how many cells a line differs from a row."""
        return sum(map(ne, self.cells(line), self.base_cells(row)))

    def count_filled(self, line: int, row: str) -> int:
        """How many cells are filled in a line, in a row, or in both."""
        return sum(bool(one or other) for one, other in zip(self.cells(line), self.base_cells(row), strict=True))

    def title_key(self, title: str) -> str:
        """A title as it is compared."""
        found = self._keys.get(title)
        if found is None:
            found = self._keys[title] = fold(one_line(title))
        return found
