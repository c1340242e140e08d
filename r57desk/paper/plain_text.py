"""A sheet as plain text for pasting elsewhere: one line per paragraph, tables with tabs between cells."""

from __future__ import annotations

from collections.abc import Iterator

from r57desk.paper import signs
from r57desk.paper.model import Block, Checklist, GroupRow, Masthead, Paragraph, Sheet, Signature, Table


def format_text(sheet: Sheet) -> str:
    """All that the sheet says, without headings, blanks and page numbers."""
    lines = [line for block in sheet.blocks for line in _lines(block)]
    return "\n".join([*lines, sheet.footer, ""])


def _lines(block: Block) -> Iterator[str]:
    """The lines of one block."""
    match block:
        case Masthead():
            yield from filter(None, (block.letterhead.superior, block.letterhead.body, ""))
        case Paragraph():
            yield block.text
        case Table():
            yield from _table_lines(block)
        case Checklist():
            yield from (f"{signs.TICKED if ticked else signs.EMPTY} {word}" for word, ticked in block.items)
        case Signature():
            return


def _table_lines(table: Table) -> Iterator[str]:
    """Header, group rows as single cells, and a line per row; line breaks inside a cell become spaces."""
    if table.header:
        yield "\t".join(column.label for column in table.columns)
    for row in table.rows:
        texts = (row.text,) if isinstance(row, GroupRow) else row.cells
        yield "\t".join(" ".join(text.split()) for text in texts)
    if not table.rows:
        yield table.empty
