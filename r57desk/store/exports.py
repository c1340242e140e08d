"""Workbooks of ours that may come back: the place in the log each was written at, and what rows were like there.

The base of a returned cell is not kept twice: it is folded again from the deltas that counted when the file was
written, and only for rows that differ. A packet to a partner is such a workbook too (`store.packets`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57desk.merge.delta import parse_edit
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import Held
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.rows import find_numbers

_COLUMNS = "id, file_name, at, last_delta, last_change, details, partner, number, since"


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """One workbook written. `last_delta` and `last_change` are the ends of the two logs at that moment.

    A packet names its `partner`, its `number` among those to that partner, and `since`: the packet its changes follow.
    """

    id: str
    file_name: str
    at: str
    last_delta: int
    last_change: int
    details: Mapping[str, Any] = field(default_factory=dict)
    partner: str = ""
    number: int = 0
    since: str = ""


def add_export(
    db: Database,
    id: str,
    file_name: str,
    at: str,
    details: Mapping[str, Any],
    *,
    rows: Iterable[str] = (),
    partner: str = "",
    number: int = 0,
    since: str = "",
) -> ExportRecord:
    """Note a workbook about to be written, at the present end of the log; `rows` are those it holds."""
    with db.transaction():
        ((delta, change),) = db.query(
            "SELECT (SELECT coalesce(max(n), 0) FROM delta), (SELECT coalesce(max(seq), 0) FROM change)"
        )
        held = {_HELD: list(_in_runs(db, rows))}
        record = ExportRecord(id, file_name, at, delta, change, dict(details) | held, partner, number, since)
        text = json.dumps(record.details, ensure_ascii=False)
        db.connection.execute(
            f"INSERT INTO export_record ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, file_name, at, delta, change, text, partner, number, since),
        )
    return record


def find_export(db: Database, id: str) -> ExportRecord | None:
    """The workbook of that id, if it was written here."""
    found = db.query(f"SELECT {_COLUMNS} FROM export_record WHERE id = ?", (id,))
    return read_record(found[0]) if found else None


def read_record(row: tuple[Any, ...]) -> ExportRecord:
    """A record from its columns, in the order of the table."""
    id, file_name, at, delta, change, details, *packet = row
    return ExportRecord(id, file_name, at, delta, change, json.loads(details), *packet)


def find_rows(db: Database, record: ExportRecord) -> list[str]:
    """The ids of the rows a workbook was written with, by their numbers here."""
    runs = record.details.get(_HELD, ())
    numbers = [n for first, count in zip(runs[::2], runs[1::2], strict=True) for n in range(first, first + count)]
    sql = "SELECT r.id FROM json_each(?) j JOIN known_row r ON r.n = j.value ORDER BY r.n"
    return [id for chunk in in_chunks(numbers) for (id,) in db.query(sql, (json.dumps(chunk),))]


_HELD = "held"  # the rows, as first number, count, first number, count … of consecutive numbers


def _in_runs(db: Database, rows: Iterable[str]) -> Iterator[int]:
    first = count = 0
    for number in sorted(n for chunk in in_chunks(rows) for n in find_numbers(db, chunk).values()):
        if count and number == first + count:
            count += 1
        else:
            yield from (first, count) if count else ()
            first, count = number, 1
    yield from (first, count) if count else ()


_TOUCHED = """
SELECT r.id FROM known_row r WHERE r.n IN (
    SELECT e.row FROM delta_edit de JOIN edit e ON e.n = de.edit
    WHERE de.delta > :delta OR de.delta IN (SELECT cd.delta FROM change_delta cd WHERE cd.change > :change)
    OR de.delta IN (SELECT d.n FROM retraction x JOIN delta d ON d.id = x.target
                    WHERE x.delta > :delta OR x.delta IN (SELECT cd.delta FROM change_delta cd WHERE cd.change > :change)))
"""


def find_touched(db: Database, record: ExportRecord) -> set[str]:
    """The rows that something was written to, undone or set aside in since that workbook was written."""
    sought = {"delta": record.last_delta, "change": record.last_change}
    return {row for (row,) in db.query(_TOUCHED, sought)}


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
