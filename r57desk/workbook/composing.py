"""A workbook of ours from nothing to a file: composed in memory, written whole or not at all, known again when read."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.workbook import Workbook

from r57desk.domain.deadline import format_day
from r57desk.workbook.atomic import Draft, new_workbook_file
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
_SCRATCH = "r57desk-workbook-"
_MOST_PROPERTIES = 100_000  # bytes
_DAY = 86_400  # seconds


def write_workbook(place: Path | Draft, fill: Callable[[Workbook, Looks], None]) -> None:
    """Write what `fill` puts into a workbook; the file appears whole or not at all. Raises DeskError.

    A draft is written, and left for its owner to put in its place.
    """
    if isinstance(place, Draft):
        place.write(lambda: _compose(fill))
    else:
        with new_workbook_file(place) as draft:
            draft.write(lambda: _compose(fill))


def is_written_as(path: Path, code: str) -> bool:
    """Whether a workbook of ours with that code stands there, whole."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("docProps/custom.xml") as part:
            return code.encode() in part.read(_MOST_PROPERTIES)
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, RuntimeError):  # the last: an encrypted one
        return False


def _compose(fill: Callable[[Workbook, Looks], None]) -> bytes:
    """The bytes of the workbook. They are gathered in memory: a zip file that hits a full disk cannot be closed."""
    buffer = io.BytesIO()
    _remove_left()
    with tempfile.TemporaryDirectory(prefix=_SCRATCH, ignore_cleanup_errors=True) as scratch:
        # The default font stays as it is: another one would fix the height of every row, and long text be cut off.
        book = xlsxwriter.Workbook(buffer, {"constant_memory": True, "tmpdir": scratch})
        try:
            fill(book, Looks(book))
            book.close()
        except FileCreateError as error:  # what the disk said is inside
            raise OSError(*error.args[0].args) from error
        finally:
            for sheet in book.worksheets():
                sheet._opt_close()  # when given up half-way; Windows deletes no file that is open
    return buffer.getvalue()


def _remove_left() -> None:
    """Remove what a crash left on the way to a workbook, when it is a day old: nobody is at work there any more."""
    for scratch in Path(tempfile.gettempdir()).glob(f"{_SCRATCH}*"):
        with contextlib.suppress(OSError):
            if time.time() - scratch.stat().st_mtime > _DAY:
                shutil.rmtree(scratch)


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
