"""Rows of a sheet composed as XML at once: far quicker than cell by cell, and the same to every reader.

Text is always text: there is no value here that becomes a formula, a link, a number or rich text by its look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from r57desk.workbook.row_height import GrowingSheet

# ECMA-376 part 1, 22.9.2.19: what XML cannot hold is written _xHHHH_, and so is the "_" of a text that looks like it.
_MAYBE_SPECIAL = re.compile("[&<>_\x00-\x08\x0b-\x1f\ufffe\uffff]")
_SPECIAL = re.compile("[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


class StyledNumber(NamedTuple):
    """A number with a look of its own."""

    value: float
    style: int


class RowXml:
    """The cells of rows that share one look for each column."""

    def __init__(self, styles: Sequence[int], ruled: Sequence[bool]) -> None:
        """`styles` and `ruled` go by column; a column that is ruled shows its look also where it holds nothing."""
        self._columns = [
            (f'<c r="{xl_col_to_name(at)}', f'" s="{style}" t="inlineStr"><is><t', f'" s="{style}"/>' if rule else "")
            for at, (style, rule) in enumerate(zip(styles, ruled, strict=True))
        ]
        self.last = len(self._columns) - 1

    def format(self, row: int, values: Sequence[str | StyledNumber | None]) -> str:
        """The cells of a row (0-based), a value for each column; None and "" are nothing."""
        number = row + 1
        cells = []
        for value, (start, text, blank) in zip(values, self._columns, strict=True):
            if not value:
                if blank:
                    cells.append(f"{start}{number}{blank}")
            elif value.__class__ is StyledNumber:
                cells.append(f'{start}{number}" s="{value.style}"><v>{value.value:.16G}</v></c>')
            else:
                cells.append(f"{start}{number}{text}{format_text(value)}</t></is></c>")  # type: ignore[arg-type]
        return "".join(cells)


class RowSheet(GrowingSheet):
    """A sheet, of a workbook in constant memory, that also takes whole rows as XML."""

    def write_row_xml(self, row: int, last: int, height: float, cells: str) -> None:
        """Write a row below all others, its cells up to column `last`; its height in points grows with its text."""
        self._check_dimensions(row, last)
        self._write_single_row(row)  # the row before this one
        self.fh.write(f'<row r="{row + 1}" ht="{int(height * 4 / 3 + 0.5) * 0.75:.16g}">{cells}</row>')

    def _xml_rich_inline_string(self, string: str, attributes: list[tuple[str, Any]] = []) -> None:  # noqa: B006
        """XlsxWriter takes a text between <r> and </r> for rich text; it is text here too."""
        self._xml_inline_string(string, False, attributes)


def find_style(look: Format) -> int:
    """The number by which cells name a look."""
    return int(look._get_xf_index())


def format_text(text: str) -> str:
    """What follows `<t` for a text: the end of the tag, and the text escaped."""
    space = ">" if text.strip() == text else ' xml:space="preserve">'
    return space + (_SPECIAL.sub(_escape, text) if _MAYBE_SPECIAL.search(text) else text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return _ENTITIES.get(character) or f"_x{ord(character):04X}_"
