"""A sheet to be read, not filled in: title block, one header row, rows of text under it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook

from r57desk.workbook.composing import A4, footer
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.looks import Looks
from r57desk.workbook.row_height import LINE, characters_per_line, estimate_height
from r57desk.workbook.row_xml import RowSheet, RowXml, find_style
from r57desk.workbook.title_block import BLOCK_ROWS, Spans, write_title_block

HEADER_ROW = BLOCK_ROWS
_LONGEST = 4_000  # characters of a value that is only quoted


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: its header and its width in characters."""

    header: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class ListSheet:
    """What stands above the rows. `halves` are the last column under the office and the first under the motto."""

    name: str
    title: str
    subtitle: str
    columns: Sequence[ListColumn]
    halves: tuple[int, int]
    number: str = ""


def write_list_sheet(
    book: Workbook, looks: Looks, about: ListSheet, rows: Iterable[Sequence[str]], options: ExportOptions
) -> None:
    """Write the sheet; long texts are cut short with "…"."""
    columns, last = about.columns, len(about.columns) - 1
    sheet = book.add_worksheet(about.name, worksheet_class=RowSheet)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    spans = Spans(*about.halves, last, [column.width for column in columns])
    write_title_block(sheet, looks, spans, options, about.title, about.subtitle, about.number)
    sheet.set_row(HEADER_ROW, 2 * LINE)
    for at, column in enumerate(columns):
        sheet.write_string(HEADER_ROW, at, column.header, looks["header"])
    styles = [find_style(looks["centred" if column.centred else "text"]) for column in columns]
    xml = RowXml(styles, [True] * len(columns))
    capacities = [(at, characters_per_line(column.width)) for at, column in enumerate(columns)]
    row = sheet.grows_from = HEADER_ROW + 1
    for values in rows:
        cells = [_shorten(value) for value in values]
        sheet.write_row_xml(row, last, estimate_height(cells, capacities), xml.format(row, cells))
        row += 1
    sheet.grows_to = max(row - 1, HEADER_ROW)
    sheet.freeze_panes(HEADER_ROW + 1, 0)
    if row > HEADER_ROW + 1:
        sheet.autofilter(HEADER_ROW, 0, row - 1, last)
        sheet.ignore_errors({"number_stored_as_text": xl_range(HEADER_ROW + 1, 0, row - 1, last)})
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)
    sheet.set_footer(footer(options))


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else textwrap.shorten(text[: 2 * _LONGEST], _LONGEST, placeholder=" …")
