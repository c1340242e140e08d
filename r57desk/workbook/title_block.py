"""What official sheets have above and below their table: whose it is, the motto, the title; place, date, who signs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from r57desk.workbook.export_options import MOTTO, ExportOptions
from r57desk.workbook.looks import Looks
from r57desk.workbook.row_height import LINE, characters_per_line, count_lines

BLOCK_ROWS = 4


@dataclass(frozen=True, slots=True)
class Spans:
    """The columns the halves of the sheet reach over: 0 to `left`, `right` to `last`; `widths` are 0 for hidden ones."""

    left: int
    right: int
    last: int
    widths: Sequence[float]

    def width(self, first: int, last: int) -> float:
        """The width from one column to another, in characters."""
        return sum(self.widths[first : last + 1])


def write_title_block(
    sheet: Worksheet, looks: Looks, spans: Spans, options: ExportOptions, title: str, subtitle: str, number: str = ""
) -> None:
    """Issuing office and motto side by side, then the title and what it covers; `number` stands below the office."""
    left, right, last = spans.left, spans.right, spans.last
    motto, second = MOTTO[options.style]
    office = options.office_name.upper()
    sheet.set_row(0, _height(office, spans.width(0, left)))
    sheet.merge_range(0, 0, 0, left, office, looks["block"])
    sheet.merge_range(0, right, 0, last, motto, looks["block"])
    if second:
        sheet.merge_range(1, right, 1, last, second, looks["motto"])
    if number:
        sheet.merge_range(1, 0, 1, left, number, looks["subtitle"])
    sheet.set_row(2, 30)
    sheet.merge_range(2, 0, 2, last, title, looks["title"])
    sheet.set_row(3, _height(subtitle, spans.width(0, last)) + 4)
    sheet.merge_range(3, 0, 3, last, subtitle, looks["subtitle"])


def _height(text: str, width: float) -> float:
    """The height a merged cell needs, which no program finds by itself."""
    return LINE * max(1, count_lines(text, characters_per_line(width)))


def write_signatures(sheet: Worksheet, looks: Looks, spans: Spans, words: dict[str, str], row: int) -> None:
    """Place and date, who drafted it, who signs: printed as empty space."""
    left, right, last = spans.left, spans.right, spans.last
    sheet.merge_range(row, right, row, last, words["place"], looks["sign_note"])
    sheet.merge_range(row + 1, 0, row + 1, left, words["drafted"], looks["sign"])
    sheet.merge_range(row + 1, right, row + 1, last, words["signed"], looks["sign"])
    sheet.merge_range(row + 2, 0, row + 2, left, words["drafted_note"], looks["sign_note"])
    sheet.merge_range(row + 2, right, row + 2, last, words["signed_note"], looks["sign_note"])
