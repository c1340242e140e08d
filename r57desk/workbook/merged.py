"""Merged cells below the header: wide ones are headings of groups, tall ones hold one value for several rows."""

from __future__ import annotations

from collections.abc import Sequence

from r57desk.workbook.grid import Value
from r57desk.workbook.layout import Merge

_WIDE = 3  # columns a merged cell must span to be a heading
_FEW, _SHARE = 10, 0.3  # more wide rows than this are the form's habit, not headings
_MOST_CELLS = 200_000
_WIDEST = 500


class MergedCells:
    """The merged cells of one table. `wide` holds rows, `tall` row → (column, first row of its merged cell)."""

    def __init__(self, merges: Sequence[Merge], header_bottom: int, columns: frozenset[int], first: int) -> None:
        self.wide: set[int] = set()
        self.tall: dict[int, list[tuple[int, int]]] = {}
        self._first = first
        self._held: dict[int, Value] = {}
        spent = last = 0
        for top, left, bottom, right in merges:
            if bottom <= header_bottom:
                continue
            last = max(last, bottom)
            if right - left + 1 >= min(_WIDE, len(columns)) and left <= first < right:
                self.wide.add(top)
            spent += (bottom - top) * (right - left + 1)
            if bottom > top and spent <= _MOST_CELLS:
                self._add_tall(top, bottom, columns.intersection(range(left, min(right, left + _WIDEST) + 1)))
        if len(self.wide) > _FEW + (last - header_bottom) * _SHARE:
            self.wide.clear()

    def _add_tall(self, top: int, bottom: int, columns: frozenset[int]) -> None:
        for column in columns:
            for row in range(top, bottom + 1):
                self.tall.setdefault(row, []).append((column, top))

    def fill(self, sheet_row: int, raw: list[Value]) -> list[Value]:
        """The row with the values of merged cells that reach down into it, unless its title is one of them."""
        raw = list(raw)
        covered = self.tall[sheet_row]
        title_covered = any(column == self._first and top < sheet_row for column, top in covered)
        for column, top in covered:
            if top == sheet_row:
                self._held[column] = raw[column]
            elif not title_covered and raw[column] == "":
                raw[column] = self._held.get(column, "")
        return raw
