"""Workbooks of ours that may come back: the place in the log each was written at, and what rows were like there.

The base of a returned cell is not kept twice: it is folded again from the deltas that counted when the file was
written, and only for rows that differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57desk.merge.delta import parse_edit
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import Held
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.rows import find_numbers


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """One workbook written. `last_delta` and `last_change` are the ends of the two logs at that moment."""

    id: str
    file_name: str
    at: str
    last_delta: int
    last_change: int
    details: Mapping[str, Any] = field(default_factory=dict)


def add_export(db: Database, id: str, file_name: str, at: str, details: Mapping[str, Any]) -> ExportRecord:
    """Note a workbook about to be written, at the present end of the log."""
    with db.transaction():
        ((delta, change),) = db.query(
            "SELECT (SELECT coalesce(max(n), 0) FROM delta), (SELECT coalesce(max(seq), 0) FROM change)"
        )
        record = ExportRecord(id, file_name, at, delta, change, dict(details))
        db.connection.execute(
            "INSERT INTO export_record (id, file_name, at, last_delta, last_change, details) VALUES (?, ?, ?, ?, ?, ?)",
            (id, file_name, at, delta, change, json.dumps(record.details, ensure_ascii=False)),
        )
    return record


def find_export(db: Database, id: str) -> ExportRecord | None:
    """The workbook of that id, if it was written here."""
    found = db.query(
        "SELECT id, file_name, at, last_delta, last_change, details FROM export_record WHERE id = ?", (id,)
    )
    if not found:
        return None
    ((id, file_name, at, delta, change, details),) = found
    return ExportRecord(id, file_name, at, delta, change, json.loads(details))


def find_states_at(db: Database, row_ids: Iterable[str], record: ExportRecord) -> dict[str, RowState]:
    """The states of rows as they were when that workbook was written."""
    states: dict[str, RowState] = {}
    for chunk in in_chunks(row_ids):
        numbers = find_numbers(db, chunk)
        held = _find_held_at(db, list(numbers.values()), record)
        for row_id in chunk:
            states[row_id] = fold_row(row_id, held.get(numbers.get(row_id, -1), ()))
    return states


_HELD_AT = """
SELECT e.row, e.id, e.body, d.office, d.claimed_time,
    coalesce((SELECT cd.effect FROM change_delta cd WHERE cd.delta = d.n AND cd.change <= :change
              ORDER BY cd.change DESC LIMIT 1), 'append') != 'set_aside'
    AND NOT EXISTS (
        SELECT 1 FROM retraction r JOIN delta x ON x.n = r.delta
        WHERE r.target = d.id AND x.office = d.office AND x.n <= :delta
        AND coalesce((SELECT cd.effect FROM change_delta cd WHERE cd.delta = x.n AND cd.change <= :change
                      ORDER BY cd.change DESC LIMIT 1), 'append') != 'set_aside')
FROM json_each(:rows) j JOIN edit e ON e.row = j.value
JOIN delta_edit de ON de.edit = e.n JOIN delta d ON d.n = de.delta AND d.n <= :delta
ORDER BY e.row, e.n
"""


def _find_held_at(db: Database, numbers: list[int], record: ExportRecord) -> dict[int, list[Held]]:
    found = db.query(
        _HELD_AT, {"rows": json.dumps(numbers), "delta": record.last_delta, "change": record.last_change}
    )
    rows: dict[int, dict[str, list[tuple[str, str, str, bool]]]] = {}
    for row, id, body, office, time, counts in found:
        rows.setdefault(row, {}).setdefault(id, []).append((body, office, time, bool(counts)))
    return {row: [_hold(id, copies) for id, copies in edits.items()] for row, edits in rows.items()}


def _hold(id: str, copies: list[tuple[str, str, str, bool]]) -> Held:
    counting = [(office, time) for _, office, time, counts in copies if counts]
    return Held(
        parse_edit(copies[0][0], id),
        frozenset(office for office, _ in counting),
        frozenset(office for _, office, _, _ in copies),
        max((time for _, time in counting), default=""),
    )
