"""What an import compares a file with: the values rows show, their natural keys, and what files said of them before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from r57desk.domain.fields import BY_CODE
from r57desk.merge.delta import parse_edit
from r57desk.merge.model import Edit, Value
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


Said = dict[str, tuple[Value, str]]
"""Field → the value a file said, and the edit that holds it."""


def find_imported(
    db: Database, row_ids: Iterable[str], *, office: str | None = None, last: int | None = None
) -> dict[str, Said]:
    """What files last said of these rows, imports that were undone left out; of rows nothing was said of, nothing.

    Only files of `office`, and only imports up to the one of number `last`, if asked.
    """
    said: dict[str, Said] = {}
    sql = (
        "SELECT r.id, e.id, e.body FROM json_each(:rows) j JOIN known_row r ON r.id = j.value "
        "JOIN edit e ON e.row = r.n WHERE EXISTS (SELECT 1 FROM edit_source s WHERE s.edit = e.n "
        "AND (:last IS NULL OR s.import_id <= :last) AND (:office IS NULL OR EXISTS "
        "(SELECT 1 FROM import_record i WHERE i.id = s.import_id AND i.office = :office))) "
        "AND EXISTS (SELECT 1 FROM delta_edit de WHERE de.edit = e.n "
        "AND NOT EXISTS (SELECT 1 FROM set_aside a WHERE a.delta = de.delta)) ORDER BY e.n"
    )
    for chunk in in_chunks(row_ids):
        for row_id, edit_id, body in db.query(sql, {"rows": json.dumps(chunk), "office": office, "last": last}):
            fields = json.loads(body).get("fields") or {}
            said.setdefault(row_id, {}).update({code: (value, edit_id) for code, value in fields.items()})
    return said


def find_rows_of_imports(db: Database, last: int, office: str) -> list[str]:
    """The rows that files of an office, up to the import of that number, said anything of."""
    sql = (
        "SELECT DISTINCT r.id FROM import_record i JOIN edit_source s ON s.import_id = i.id "
        "JOIN edit e ON e.n = s.edit JOIN known_row r ON r.n = e.row WHERE i.id <= ? AND i.office = ? ORDER BY r.n"
    )
    return [row_id for (row_id,) in db.query(sql, (last, office))]


def find_standing(db: Database, edit_ids: Iterable[str]) -> set[str]:
    """Those of the edits the log holds in a delta that was not set aside here: the same answer read again is no news."""
    sql = (
        "SELECT e.id FROM json_each(?) j JOIN edit e ON e.id = j.value WHERE EXISTS (SELECT 1 FROM delta_edit de "
        "WHERE de.edit = e.n AND NOT EXISTS (SELECT 1 FROM set_aside s WHERE s.delta = de.delta))"
    )
    return {id for chunk in in_chunks(edit_ids) for (id,) in db.query(sql, (json.dumps(chunk),))}


def is_standing(db: Database, edit_id: str) -> bool:
    """Whether the log holds an edit in a delta that was not set aside here."""
    return bool(find_standing(db, (edit_id,)))


def find_edits_of_packet(db: Database, packet: str) -> dict[str, list[Edit]]:
    """The edits that answer a packet, by row."""
    found: dict[str, list[Edit]] = {}
    for id, body in db.query("SELECT id, body FROM edit WHERE packet != '' AND packet = ?", (packet,)):
        edit = parse_edit(body, id)
        found.setdefault(edit.row, []).append(edit)
    return found


def _column(code: str) -> str:
    """A field code is a column name; anything else would be a bug, never text from a file."""
    if code not in BY_CODE:
        raise KeyError(code)
    return code
