"""Fonts in an .xls, as LibreOffice writes it: the same texts read the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from r57desk.workbook.fonts_xls import XlsFonts
from r57desk.workbook.gate import Limits
from r57desk.workbook.grid import Workbook


def test_the_texts_read_as_in_the_workbook_it_was_made_from(
    old_book: Path, old_rows: list[list[str]], soffice: Callable[[Path, str], Path]
) -> None:
    saved = soffice(old_book, "xls")
    book = Workbook(saved.read_bytes(), saved.name, Limits())
    assert isinstance(book._fonts, XlsFonts)
    first, second = book.get_sheet(0), book.get_sheet(1)
    assert [[str(value) for value in row] for row in first.rows()] == old_rows
    assert [str(row[0]) for row in second.rows()] == ["Nghiên cứu", "cưxđào"]
    assert first.legacy is not None
    ((encoding, names, cells, kept, _),) = first.legacy.describe(0)
    assert (encoding, names) == ("tcvn3", (".VnTime", ".VnTimeH"))
    assert (cells, kept) == (7, 2)
