"""Row heights that fit their text at first sight and still grow when more is typed.

Excel fits rows without a height when it opens a file, LibreOffice and WPS do not. So each row gets an estimate,
written without the mark of a height set by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from xlsxwriter.worksheet import Worksheet

LINE = 15.75  # points: one line of 12-point Times New Roman
_MARGIN = 3.0  # points above and below the lines of a cell together
_TALLEST = 409.0  # points: Excel's limit
_UNIT, _PADDING = 7, 6  # pixels: one column width unit; what a cell keeps free at its sides
_CHARACTER = 6.2  # pixels: an average letter of Vietnamese text in that font
_BOLD_CHARACTER = 6.5
_CAPITALS = 1.35  # capitals are wider by so much
_LOST = 2.0  # characters a line loses, on average, because words are not broken


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A sheet whose rows from `grows_from` to `grows_to` (0-based) keep growing with their text."""

    grows_from = grows_to = 1 << 30  # set before and after the rows are written

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, Any]] = []) -> None:  # noqa: B006
        if tag == "row" and self.grows_from < attributes[0][1] <= self.grows_to + 1:
            attributes = [item for item in attributes if item[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def characters_per_line(width: float) -> int:
    """How many characters a line of a column holds."""
    return max(1, int((width * _UNIT + 5 - _PADDING) / _CHARACTER - _LOST))


def characters_across(width: float) -> int:
    """How many bold characters stand side by side across columns of this width."""
    return max(1, int(width * _UNIT / _BOLD_CHARACTER))


def estimate_height(values: Sequence[object], capacities: Sequence[tuple[int, int]]) -> float:
    """The height of a row in points: as many lines as its longest cell needs.

    `capacities` holds the place and the characters per line of each column that shows.
    """
    most = 1
    for at, capacity in capacities:
        value = values[at]
        if isinstance(value, str) and (len(value) * _CAPITALS > capacity * most or "\n" in value):
            most = max(most, count_lines(value, capacity))
    return min(most * LINE + _MARGIN, _TALLEST)


def count_lines(text: str, capacity: int) -> int:
    """How many lines a text takes in a cell; an estimate, rather one too many."""
    scale = _CAPITALS if text.isupper() else 1.0
    return sum(max(1, -int(-len(part) * scale // capacity)) for part in text.split("\n"))
