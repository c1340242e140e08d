"""Rows on the clipboard the way a spreadsheet wants them: tab-separated text and an HTML table, no live formulas."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QStringListModel

_FORMULA = re.compile(r"[=@]|[+-](?![\d.,]*$)")
# every cell is text, so a spreadsheet keeps “001” and never runs “=…”
_CELL = "<td style=\"mso-number-format:'\\@'\">"


def guarded(text: str) -> str:
    """A cell that a spreadsheet will not take for a formula: an apostrophe before =, @, + or - (not before -5)."""
    return f"'{text}" if _FORMULA.match(text.lstrip("\t\r\n ")) else text


def _tsv_cell(text: str) -> str:
    safe = guarded(text)
    if any(char in safe for char in '\t\n"'):
        return '"' + safe.replace('"', '""') + '"'
    return safe


def _html_row(cells: Sequence[str]) -> str:
    inside = "".join(f"{_CELL}{html.escape(cell).replace(chr(10), '<br>')}</td>" for cell in cells)
    return f"<tr>{inside}</tr>"


def table_mime(rows: Iterable[Sequence[str]]) -> QMimeData:
    """The rows as text/plain (tabs, guarded) and text/html (text cells)."""
    kept = [list(row) for row in rows]
    mime = _empty_mime()
    mime.setText("\n".join("\t".join(map(_tsv_cell, row)) for row in kept))
    mime.setHtml(f'<meta charset="utf-8"><table>{"".join(map(_html_row, kept))}</table>')
    return mime


def _empty_mime() -> QMimeData:
    """Data made by Qt itself. What Python made, a clipboard lets go of after Python has ended, and that is a crash."""
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for name in mime.formats():
        mime.removeFormat(name)
    return mime
