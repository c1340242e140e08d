"""The document a file follows from: noted in the register with its date, so that deadlines find their year there."""

from __future__ import annotations

from dataclasses import replace

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.ids import natural_row_id
from r57desk.domain.source_document import DocumentYears, find_numbers
from r57desk.merge.compose import create_row
from r57desk.merge.model import Edit
from r57desk.store import registers
from r57desk.store.database import Database
from r57desk.workbook.document import Document
from r57desk.workbook.reading import Reading, Remark


def make_document_edit(db: Database, document: Document) -> Edit | None:
    """The row for a document named with its date; None when the register knows it, or there is nothing to know."""
    key = find_numbers(document.number)[:1]
    if not key or document.date is None:
        return None
    issued = document.date.isoformat()
    if any(find_numbers(number)[:1] == key and day == issued for number, day in _find_documents(db)):
        return None
    row_id = natural_row_id("document", "", f"{document.number}|{issued}", "")
    return create_row(row_id, {"number": document.number, "date": issued}, kind="document")


def settle_notes(db: Database, reading: Reading) -> Reading:
    """The reading without the doubts about deadlines that its documents, or the register's, take away."""
    if not any(note.code == "deadline_unknown" for note in reading.notes):
        return reading
    known = _find_documents(db)
    if reading.document.date:
        known.append((reading.document.number, reading.document.date.isoformat()))
    years = DocumentYears(known)
    cited = {reading.cell_of(row, "deadline_text"): reading.values_of(row).get("source_doc") for row in reading.rows}

    def is_doubtful(note: Remark) -> bool:
        if note.code != "deadline_unknown":
            return True
        year = years.find_year(cited.get(note.cell) or "")
        return parse_deadline(note.raw, year).precision == "unknown"

    return replace(reading, notes=tuple(filter(is_doubtful, reading.notes)))


def find_document_year(db: Database, source: str) -> int | None:
    """The year that completes a deadline without one in a task of this document, as the register knows it."""
    return DocumentYears(_find_documents(db)).find_year(source)


def _find_documents(db: Database) -> list[tuple[str, str]]:
    return [(values["number"], values["date"]) for _, values in registers.find_register(db, "document")]
