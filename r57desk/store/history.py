"""The history of one row: every edit of it as it arrived here, with who, when, from which cell, and whether it counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from r57desk.merge.delta import parse_edit
from r57desk.merge.model import Edit
from r57desk.store.database import Database
from r57desk.store.imports import read_sheets
from r57desk.store.origins import NO_PLACE, Place

Standing = Literal["counts", "retracted", "set_aside"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One edit of the row, in one delta. `at` is the local time it arrived, `claimed_time` its author's."""

    edit: Edit
    office: str
    author: str
    claimed_time: str
    at: str
    change: int
    kind: str
    standing: Standing
    import_id: int | None = None
    place: Place = NO_PLACE


_ENTRIES = """
SELECT e.id, e.body, d.office, d.author, d.claimed_time, c.at, c.seq, c.kind,
    CASE WHEN EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = d.n) THEN 'set_aside'
         WHEN EXISTS (SELECT 1 FROM retraction r JOIN delta x ON x.n = r.delta
                      WHERE r.target = d.id AND x.office = d.office
                      AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = x.n)) THEN 'retracted'
         ELSE 'counts' END,
    i.id, coalesce(i.file_name, p.file_name, ''), json_extract(i.details, '$.sheets'), s.sheet, s.line,
    coalesce(p.number, 0)
FROM known_row k JOIN edit e ON e.row = k.n
JOIN delta_edit de ON de.edit = e.n JOIN delta d ON d.n = de.delta
JOIN change_delta cd ON cd.delta = d.n AND cd.effect = 'append' JOIN change c ON c.seq = cd.change
LEFT JOIN import_record i ON i.id = c.import_id
LEFT JOIN edit_source s ON s.edit = e.n AND s.import_id = i.id
LEFT JOIN packet_received p ON p.change = c.seq
WHERE k.id = ? ORDER BY d.n, e.n
"""


def find_history(db: Database, row_id: str) -> Iterator[Entry]:
    """Every edit of a row, in the order of arrival; an edit that came in two deltas stands twice."""
    for id, body, *head, import_id, file, sheets, sheet, line, sent in db.query(_ENTRIES, (row_id,)):
        office, author, time, at, change, kind, standing = head
        place = Place(file, read_sheets(json.loads(sheets)), sheet, line) if line else Place(file, packet_number=sent)
        yield Entry(parse_edit(body, id), office, author, time, at, change, kind, standing, import_id, place)
