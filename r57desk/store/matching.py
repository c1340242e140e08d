"""What an import compares a file with: the values rows show, their natural keys, and what files said of them before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from r57desk.domain.fields import BY_CODE
from r57desk.merge.model import Value
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database

NaturalKey = tuple[str, str, str, str]
"""Of a task: id, source_doc, stt, title."""


def find_values(db: Database, row_ids: Iterable[str], codes: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each row that is shown: its id and the shown canonical values of these fields ("" when empty)."""
    columns = ", ".join(f"t.{_column(code)}" for code in codes)
    sql = f"SELECT t.id, {columns} FROM json_each(?) j JOIN known_row r ON r.id = j.value JOIN task t ON t.n = r.n"
    for chunk in in_chunks(row_ids):
        for row_id, *values in db.query(sql, (json.dumps(chunk),)):
            yield row_id, tuple(values)


def find_natural_keys(db: Database) -> list[NaturalKey]:
    """The natural key of every task shown."""
    return db.query("SELECT id, source_doc, stt, title FROM task")


def find_known_rows(db: Database, row_ids: Iterable[str]) -> set[str]:
    """Those of the ids the log has ever held, deleted or set aside ones included."""
    sql = "SELECT r.id FROM json_each(?) j JOIN known_row r ON r.id = j.value"
    return {row_id for chunk in in_chunks(row_ids) for (row_id,) in db.query(sql, (json.dumps(chunk),))}


def find_assigned_by_others(db: Database, row_ids: Iterable[str], office: str) -> list[str]:
    """For each of these rows that is shown and that `office` does not assign: the offices that do, by spaces."""
    sql = (
        "SELECT t.assigners FROM json_each(?) j JOIN known_row r ON r.id = j.value JOIN task t ON t.n = r.n "
        "WHERE instr(' ' || t.assigners || ' ', ?) = 0"
    )
    return [
        assigners
        for chunk in in_chunks(row_ids)
        for (assigners,) in db.query(sql, (json.dumps(chunk), f" {office} "))
    ]


def find_imported(db: Database, row_ids: Iterable[str]) -> dict[str, dict[str, tuple[Value, str]]]:
    """What files last said of these rows, imports that were undone left out: row → field → (value, edit id)."""
    said: dict[str, dict[str, tuple[Value, str]]] = {}
    sql = (
        "SELECT r.id, e.id, e.body FROM json_each(?) j JOIN known_row r ON r.id = j.value "
        "JOIN edit e ON e.row = r.n WHERE EXISTS (SELECT 1 FROM edit_source s WHERE s.edit = e.n) "
        "AND EXISTS (SELECT 1 FROM delta_edit de WHERE de.edit = e.n "
        "AND NOT EXISTS (SELECT 1 FROM set_aside a WHERE a.delta = de.delta)) ORDER BY e.n"
    )
    for chunk in in_chunks(row_ids):
        for row_id, edit_id, body in db.query(sql, (json.dumps(chunk),)):
            fields = json.loads(body).get("fields") or {}
            said.setdefault(row_id, {}).update({code: (value, edit_id) for code, value in fields.items()})
    return said


def is_standing(db: Database, edit_id: str) -> bool:
    """Whether the log holds an edit in a delta that was not set aside here: the same answer, read again, is no news."""
    return bool(
        db.query(
            "SELECT 1 FROM edit e JOIN delta_edit de ON de.edit = e.n WHERE e.id = ? "
            "AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = de.delta) LIMIT 1",
            (edit_id,),
        )
    )


def _column(code: str) -> str:
    """A field code is a column name; anything else would be a bug, never text from a file."""
    if code not in BY_CODE:
        raise KeyError(code)
    return code
