"""What was done in this register, in order: the local list undo and redo walk along, shared by all processes.

Undoing what was typed appends a retraction, which travels. Undoing what came from a file sets its deltas aside,
here only. Which it is is decided delta by delta: our own with a nonce is retracted, any other set aside.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from r57desk.errors import DeskError
from r57desk.store.database import Database

ChangeKind = Literal["edit", "import", "seed", "undo", "redo"]
_COLUMNS = "c.seq, c.kind, c.target, c.label, c.import_id, c.at"


class Change(NamedTuple):
    """One thing done. `target` is the change an undo or redo is of; `label` is for people."""

    seq: int
    kind: ChangeKind
    target: int | None
    label: str
    import_id: int | None
    at: str


def get_change(db: Database, seq: int) -> Change:
    """The change of that number; DeskError `change_not_found`."""
    found = _find(db, f"SELECT {_COLUMNS} FROM change c WHERE c.seq = ?", seq)
    if not found:
        raise DeskError("change_not_found", change=seq)
    return found[0]


def find_changes(db: Database, *, limit: int = 100, before: int | None = None) -> list[Change]:
    """The latest changes, newest first; `before` pages on."""
    sql = f"SELECT {_COLUMNS} FROM change c WHERE c.seq < ? ORDER BY c.seq DESC LIMIT {int(limit)}"
    return _find(db, sql, 2**62 if before is None else before)


def last_change(db: Database) -> int:
    """The number of the newest change, 0 for none: what tells whether the register moved on."""
    return int(db.query("SELECT coalesce(max(seq), 0) FROM change")[0][0])


def next_undo(db: Database) -> Change | None:
    """What Ctrl+Z takes back: the last thing done (or done again) that still stands. Seeds are not offered."""
    found = _find(
        db,
        f"SELECT {_COLUMNS} FROM change d JOIN change c ON c.seq = coalesce(d.target, d.seq) "
        "WHERE d.kind IN ('edit', 'import', 'redo') AND c.kind != 'seed' "
        "AND NOT EXISTS (SELECT 1 FROM change x WHERE x.target = c.seq AND x.seq > d.seq) "
        "ORDER BY d.seq DESC LIMIT 1",
    )
    return found[0] if found else None


def next_redo(db: Database) -> Change | None:
    """What Ctrl+Y does again: the last thing taken back, unless something new was done since."""
    found = _find(
        db,
        f"SELECT {_COLUMNS} FROM change d JOIN change c ON c.seq = d.target "
        "WHERE d.kind = 'undo' "
        "AND d.seq > (SELECT coalesce(max(seq), 0) FROM change WHERE kind IN ('edit', 'import', 'seed')) "
        "AND NOT EXISTS (SELECT 1 FROM change x WHERE x.target = d.target AND x.seq > d.seq) "
        "ORDER BY d.seq DESC LIMIT 1",
    )
    return found[0] if found else None


def is_undone(db: Database, seq: int) -> bool:
    """Whether a change was taken back and not done again."""
    found = db.query("SELECT kind FROM change WHERE target = ? ORDER BY seq DESC LIMIT 1", (seq,))
    return bool(found) and found[0][0] == "undo"


def find_set_aside_with(db: Database, seqs: Iterable[int]) -> list[str]:
    """The ids of the deltas that came with these changes and are set aside now."""
    sql = (
        "SELECT DISTINCT d.id FROM json_each(?) j JOIN change_delta cd ON cd.change = j.value "
        "JOIN set_aside s ON s.delta = cd.delta JOIN delta d ON d.n = cd.delta"
    )
    return [id for (id,) in db.query(sql, (json.dumps(sorted(seqs)),))]


def get_change_of_edit(db: Database, edit_prefix: str) -> Change:
    """The change that first appended an edit, by its id or a unique prefix; DeskError `change_not_found`."""
    found = _find(
        db,
        f"SELECT DISTINCT {_COLUMNS} FROM edit e JOIN delta_edit de ON de.edit = e.n "
        "JOIN change_delta cd ON cd.delta = de.delta JOIN change c ON c.seq = cd.change "
        "WHERE e.id >= ? AND e.id < ? AND c.kind IN ('edit', 'import', 'seed') ORDER BY c.seq LIMIT 2",
        edit_prefix,
        edit_prefix + "g",
    )
    if not found or (len({one.seq for one in found}) > 1 and len(edit_prefix) < 32):
        raise DeskError("change_not_found", change=edit_prefix)
    return found[0]


def get_change_of_import(db: Database, import_id: int) -> Change:
    """The change that applied an import; DeskError `change_not_found`."""
    found = _find(db, f"SELECT {_COLUMNS} FROM change c WHERE c.import_id = ? AND c.target IS NULL", import_id)
    if not found:
        raise DeskError("change_not_found", change=import_id)
    return found[-1]


def _find(db: Database, sql: str, *values: object) -> list[Change]:
    return [Change(*row) for row in db.query(sql, values)]


def add_change(
    db: Database, kind: ChangeKind, label: str, at: str, *, target: int | None = None, import_id: int | None = None
) -> int:
    """Note a change, inside the caller's transaction, and return its number."""
    cursor = db.connection.execute(
        "INSERT INTO change (kind, target, label, import_id, at) VALUES (?, ?, ?, ?, ?)",
        (kind, target, label, import_id, at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def add_effects(db: Database, change: int, effect: str, deltas: Sequence[int]) -> None:
    """Note what a change did to deltas (their numbers): `append`, `set_aside` or `take_back`."""
    db.connection.executemany(
        "INSERT INTO change_delta (change, delta, effect) VALUES (?, ?, ?)",
        ((change, delta, effect) for delta in deltas),
    )
