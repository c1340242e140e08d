"""A workbook of ours from nothing to a file: composed in memory, written whole or not at all, known again when read."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.workbook import Workbook

from r57desk.domain.deadline import format_day
from r57desk.workbook.atomic import new_workbook_file
from r57desk.workbook.chunks import format_lines
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.looks import Looks
from r57desk.workbook.marks import (
    CODE_NAME,
    MARK_LINES,
    PACKET_LINES,
    PROPERTY,
    SENTENCES,
    SHEET,
    OwnMark,
    format_mark,
)
from r57desk.workbook.packing import pack

FOOT_FONT = '&"Times New Roman,Regular"'
A4 = 9


def write_workbook(path: Path, fill: Callable[[Workbook, Looks], None]) -> None:
    """Write what `fill` puts into a workbook; the file appears whole or not at all. Raises DeskError."""
    with new_workbook_file(path) as draft:
        draft.write_bytes(_compose(fill))


def _compose(fill: Callable[[Workbook, Looks], None]) -> bytes:
    """The bytes of the workbook. They are gathered in memory: a zip file that hits a full disk cannot be closed."""
    buffer = io.BytesIO()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        # The default font stays as it is: another one would fix the height of every row, and long text be cut off.
        book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "tmpdir": scratch})
        try:
            fill(book, Looks(book))
            book.close()
        finally:
            for sheet in book.worksheets():
                sheet._opt_close()  # when given up half-way; Windows deletes no file that is open
    return buffer.getvalue()


def write_carriers(book: Workbook, looks: Looks, mark: OwnMark, packet_text: str = "") -> None:
    """The hidden sheet with the mark and the packet, and the file's code where else it survives; the last sheet."""
    lines = format_lines(MARK_LINES, format_mark(mark))
    if packet_text:
        lines += format_lines(PACKET_LINES, pack(packet_text))
    sheet = book.add_worksheet(SHEET)
    sheet.set_column(0, 0, 100)
    for row, line in enumerate((" ".join(SENTENCES), *lines)):
        sheet.write_string(row, 0, line, looks["plain"])
    sheet.hide()
    book.set_custom_property(PROPERTY, mark.export_id, "text")
    book.define_name(CODE_NAME, f'="{mark.export_id}"')


def describe(book: Workbook, title: str, options: ExportOptions) -> None:
    """The file's properties; its dates are the export's, so that the same export gives the same bytes."""
    properties: dict[str, object] = {
        "title": title,
        "author": options.office_name,
        "subject": options.as_of and format_day(options.as_of),
    }
    if options.when:
        properties["created"] = datetime.fromisoformat(options.when)
    book.set_properties({name: value for name, value in properties.items() if value})


def footer(options: ExportOptions) -> str:
    """The foot of a printed page: the file's code at the left, the page number in the middle."""
    code = options.words["packet"].format(id=options.export_id.replace("&", "&&"))
    left = f"&L{FOOT_FONT}&9{code}" if options.export_id else ""
    return f"{left}&C{FOOT_FONT}&11{options.words['page']}"
