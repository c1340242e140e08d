"""Grid: a workbook as sheets of plain values, whatever wrote it.

calamine gives the values (text, number, True/False, date); `cells` adds what it leaves out, and only when asked.
Rows are lists that start at column A; "" is an empty cell. Row and column numbers here are 0-based.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetVisibleEnum, ZipError

from r57desk.errors import DeskError
from r57desk.workbook.archive import Archive, open_archive
from r57desk.workbook.cells import NO_LOOK, CellLook
from r57desk.workbook.cells_ods import OdsLook
from r57desk.workbook.cells_xls import XlsLook, is_encrypted
from r57desk.workbook.cells_xlsx import XlsxLook
from r57desk.workbook.gate import Limits, sniff
from r57desk.workbook.marks import SHEET
from r57desk.workbook.old_fonts import open_fonts
from r57desk.workbook.ole import Ole, OleError

if TYPE_CHECKING:
    from r57desk.workbook.legacy_text import LegacyText
    from r57desk.workbook.run_fonts import FontReader

Value = str | int | float | bool | date | datetime | time | timedelta

_DELIMITERS = (",", ";", "\t", "|")
_COLUMNS = 16_384  # as many as Excel has


@dataclass(slots=True)
class Sheet:
    """One sheet. `rows()` may be asked again; `merges` are (top, left, bottom, right), all inclusive.

    `legacy` is set where old Vietnamese fonts are named: `rows()` then gives their texts as Unicode.
    """

    name: str
    hidden: bool = False
    look: CellLook = NO_LOOK
    legacy: LegacyText | None = None
    _calamine: CalamineSheet | None = None
    _texts: list[list[Value]] = field(default_factory=list)

    def rows(self) -> Iterator[list[Value]]:
        """Every row from the first of the sheet on, as wide as the sheet."""
        return self.legacy.rows() if self.legacy else self.raw_rows()

    def raw_rows(self) -> Iterator[list[Value]]:
        """As `rows`, every text as it stands in the file."""
        if self._calamine is None:
            yield from self._texts
            return
        start = self._calamine.start
        pad: list[Value] = [""] * (start[1] if start else 0)
        for row in self._calamine.iter_rows():
            yield pad + row if pad else row

    @property
    def merges(self) -> list[tuple[int, int, int, int]]:
        """The merged ranges, from whichever reader knows them."""
        ranges = self._calamine.merged_cell_ranges if self._calamine else None
        if ranges is None:
            return self.look.merges
        return [(top, left, bottom, right) for (top, left), (bottom, right) in ranges]


class Workbook:
    """An opened workbook; sheets are parsed when asked for."""

    def __init__(self, data: bytes, file: str, limits: Limits) -> None:
        """Raises DeskError when the content is no workbook, damaged, unsafe or under a password."""
        self.file = file
        self.archive: Archive | None = None
        self._limits = limits
        self._calamine: CalamineWorkbook | None = None
        self._ole: Ole | None = None
        kind = sniff(data, file)
        if kind == "csv":
            self._table = _read_csv(data, file)
            self.sheets: tuple[tuple[str, bool], ...] = (("CSV", False),)
            return
        if kind == "zip":
            self.archive = open_archive(data, file, limits)
        else:
            self._ole = _open_ole(data, file)
        self._calamine = _open_calamine(data, file)
        self.sheets = tuple(
            (sheet.name, sheet.visible is not SheetVisibleEnum.Visible) for sheet in self._calamine.sheets_metadata
        )

    def get_sheet(self, index: int) -> Sheet:
        """One sheet by its number; raises DeskError when it cannot be read."""
        name, hidden = self.sheets[index]
        if self._calamine is None:
            return Sheet(name, hidden, _texts=self._table)
        try:
            sheet = self._calamine.get_sheet_by_index(index)
        except CalamineError as error:
            raise DeskError("workbook_damaged", file=self.file) from error
        made = Sheet(name, hidden, self._look(name), _calamine=sheet)
        if (fonts := self._fonts) and name != SHEET:
            from r57desk.workbook.legacy_text import LegacyText  # what only these few workbooks should cost

            made.legacy = LegacyText(lambda: fonts.read_sheet(name), made.raw_rows)
        return made

    @cached_property
    def _fonts(self) -> FontReader | None:
        """What tells the fonts of texts, where old ones are named."""
        return open_fonts(self.archive, self._ole)

    def _look(self, name: str) -> CellLook:
        if self._ole is not None:
            return XlsLook(self._ole, name)
        if self.archive is not None and self.archive.kind == "xlsx":
            return XlsxLook(self.archive, name)
        if self.archive is not None and self.archive.kind == "ods":
            return OdsLook(self.archive, name)
        return NO_LOOK


def _open_ole(data: bytes, file: str) -> Ole | None:
    """The container of an .xls, None when only calamine may make sense of it.

    An encrypted .xlsx hides in such a container too, and so does every old Word file: both are refused here.
    """
    try:
        ole = Ole(data)
    except OleError:
        return None
    if "EncryptedPackage" in ole.streams:
        raise DeskError("workbook_password", file=file)
    if not {"Workbook", "WORKBOOK", "Book", "BOOK"} & ole.streams.keys():
        raise DeskError("workbook_not_one", file=file)
    if is_encrypted(ole):
        raise DeskError("workbook_password", file=file)
    return ole


def _open_calamine(data: bytes, file: str) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise DeskError("workbook_password", file=file) from error
    except (CalamineError, ZipError, OSError) as error:
        raise DeskError("workbook_damaged", file=file) from error


# -- CSV ------------------------------------------------------------------------------------------


def _read_csv(data: bytes, file: str) -> list[list[Value]]:
    """The cells of a text table in UTF-8 (or UTF-16 with its mark); raises DeskError for other text."""
    text = _decode(data, file)
    delimiter = _find_delimiter(text)
    if delimiter is None:
        raise DeskError("workbook_not_one", file=file)
    try:
        rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    except csv.Error as error:
        raise DeskError("workbook_damaged", file=file) from error
    width = min(max((len(row) for row in rows), default=0), _COLUMNS)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _decode(data: bytes, file: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise DeskError("workbook_text_not_utf8", file=file) from error


def _find_delimiter(text: str) -> str | None:
    """The character that cuts the first line into most pieces; None when nothing cuts it."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    best = max(_DELIMITERS, key=first.count)
    return best if first.count(best) else None
