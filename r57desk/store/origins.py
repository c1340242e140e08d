"""Where edits came from: who wrote them, when, in which cell of which file or in which packet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.imports import SheetSource, format_cell, read_sheets


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit stood. `line` is 0 for what no cell said: it was typed, or came with a packet (`packet_number`)."""

    file_name: str = ""
    sheets: tuple[SheetSource, ...] = ()
    sheet: int = 0
    line: int = 0
    packet_number: int = 0

    def cell(self, code: str) -> str:
        """Where the value of a field stood: "Phụ lục!G14"; "" for what no cell said."""
        return format_cell(self.sheets, self.sheet, self.line, code) if self.line else ""


NO_PLACE = Place()
"""Of what was typed here."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One edit as it first arrived here. `number` orders arrivals; `at` is its author's time, or that of arrival."""

    number: int
    office: str
    author: str
    at: str
    packet: str
    change: int
    place: Place = NO_PLACE


_ORIGINS = """
SELECT e.id, e.n, e.packet, d.office, d.author, CASE d.claimed_time WHEN '' THEN c.at ELSE d.claimed_time END, c.seq,
    i.id, coalesce(i.file_name, p.file_name, ''), s.sheet, s.line, coalesce(p.number, 0)
FROM json_each(?) j JOIN edit e ON e.id = j.value
JOIN delta_edit de ON de.edit = e.n JOIN delta d ON d.n = de.delta
JOIN change_delta cd ON cd.delta = d.n AND cd.effect = 'append' JOIN change c ON c.seq = cd.change
LEFT JOIN import_record i ON i.id = c.import_id
LEFT JOIN edit_source s ON s.edit = e.n AND s.import_id = i.id
LEFT JOIN packet_received p ON p.change = c.seq
ORDER BY d.n
"""


def find_origins(db: Database, edits: Iterable[str]) -> dict[str, Origin]:
    """The origin of each of these edits that is here."""
    found: dict[str, Origin] = {}
    sheets: dict[int, tuple[SheetSource, ...]] = {}
    for chunk in in_chunks(dict.fromkeys(edits)):
        for id, number, packet, office, author, at, change, record, file, sheet, line, sent in db.query(
            _ORIGINS, (json.dumps(chunk),)
        ):
            if id in found:
                continue
            place = Place(file, packet_number=0 if line else sent)
            if line:
                if record not in sheets:
                    sheets[record] = find_sheets(db, record)
                place = Place(file, sheets[record], sheet, line)
            found[id] = Origin(number, office, author, at, packet, change, place)
    return found


def find_sheets(db: Database, import_id: int) -> tuple[SheetSource, ...]:
    """The sheets of an import, with the column of each field."""
    ((text,),) = db.query("SELECT json_extract(details, '$.sheets') FROM import_record WHERE id = ?", (import_id,))
    return read_sheets(json.loads(text))
