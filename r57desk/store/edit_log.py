"""The one door in: `append` puts deltas into the log and brings the rows they touch up to date, all or nothing.

    appended = append(db, [delta], kind="edit", label="Sửa tiến độ", at=clock.now())
    appended = append(db, deltas, kind="import", label=…, at=…, draft=ImportDraft(file_name, content, …))

A delta that is here already is left alone, so appending twice, or in another order, ends the same. Local fields
must come in deltas of their own, which are never sent.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from r57desk.domain.fields import LOCAL_FIELDS
from r57desk.errors import DeskError
from r57desk.merge.delta import delta_id, edit_text, parse_edit
from r57desk.merge.force import Held
from r57desk.merge.model import Delta, Edit, content_id
from r57desk.store import changes, imports, projection
from r57desk.store.changes import ChangeKind
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.imports import ImportDraft
from r57desk.store.rows import find_numbers

_LOCAL = frozenset[str]().union(*LOCAL_FIELDS.values())


@dataclass(frozen=True, slots=True)
class Appended:
    """What came of it. `change` is the number to undo by, None when nothing was new and nothing was written.

    `rows` are the rows whose state was folded anew, `deltas` the ids that were new here or count again.
    """

    change: int | None
    rows: frozenset[str] = frozenset()
    deltas: tuple[str, ...] = ()


def append(
    db: Database,
    deltas: Iterable[Delta],
    *,
    kind: ChangeKind = "edit",
    label: str = "",
    at: str = "",
    draft: ImportDraft | None = None,
    take_back: Collection[str] = (),
) -> Appended:
    """Append what is not here yet, as one change; with `draft`, keep the file and where each edit stood.

    `take_back`: those of the deltas that count again if they were set aside (a file imported anew after its import
    was undone).
    DeskError `delta_damaged` if an id is not the hash of its content, or any fault of the disk: nothing changed.
    """
    with db.transaction():
        given = {delta.id: delta for delta in deltas}
        known = find_delta_numbers(db, given)
        fresh = [delta for id, delta in given.items() if id not in known]
        aside = _find_set_aside(db, {id: n for id, n in known.items() if id in take_back})
        if not fresh and not aside:
            return Appended(None)
        import_id = imports.add_import(db, draft, at) if draft else None
        change = changes.add_change(db, kind, label, at, import_id=import_id)
        again = set_aside(db, change, aside.values(), count_again=True)
        rows = append_to_change(db, change, fresh, import_id, draft.lines if draft else {})
        return refresh_rows(db, change, again | rows.keys(), (*aside, *(delta.id for delta in fresh)), rows)


def append_to_change(
    db: Database,
    change: int,
    deltas: Sequence[Delta],
    import_id: int | None = None,
    lines: Mapping[str, tuple[int, int]] | None = None,
) -> dict[int, Held | None]:
    """Put new deltas into the log, inside the caller's transaction; the numbers of the rows to fold anew.

    A row that was never heard of before comes with its only edit.
    """
    touched: dict[int, Held | None] = {}
    numbers: list[int] = []
    for delta in deltas:
        number = _add_delta(db, delta)
        numbers.append(number)
        for chunk in in_chunks(delta.edits):
            edits = _add_edits(db, delta, number, chunk, touched)
            if import_id is not None and lines:
                placed = [(edits[edit.id], lines[edit.id]) for edit in chunk if edit.id in lines]
                imports.add_sources(db, import_id, placed)
    changes.add_effects(db, change, "append", numbers)
    targets = [id for delta in deltas for id in delta.retracts]
    touched.update(dict.fromkeys(find_rows_of(db, find_delta_numbers(db, targets).values())))
    return touched


def set_aside(db: Database, change: int, deltas: Collection[int], *, count_again: bool = False) -> set[int]:
    """Stop counting deltas (their numbers) here, or count them again; the rows to fold anew."""
    if not deltas:
        return set()
    sql = "DELETE FROM set_aside WHERE delta = ?" if count_again else "INSERT OR IGNORE INTO set_aside VALUES (?)"
    db.connection.executemany(sql, ((delta,) for delta in deltas))
    changes.add_effects(db, change, "take_back" if count_again else "set_aside", list(deltas))
    retracted = db.query(
        "SELECT d.n FROM json_each(?) j JOIN retraction r ON r.delta = j.value JOIN delta d ON d.id = r.target",
        (json.dumps(list(deltas)),),
    )
    return find_rows_of(db, {*deltas, *(n for (n,) in retracted)})


def refresh_rows(
    db: Database,
    change: int,
    rows: Collection[int],
    deltas: Sequence[str],
    fresh: Mapping[int, Held | None] | None = None,
) -> Appended:
    """Fold the touched rows anew and say what happened; the last step of every change."""
    return Appended(change, frozenset(projection.refresh(db, sorted(rows), fresh or {})), tuple(deltas))


def find_fresh(db: Database, deltas: Iterable[Delta]) -> list[Delta]:
    """Those of the deltas that are not here yet."""
    given = {delta.id: delta for delta in deltas}
    known = find_delta_numbers(db, given)
    return [delta for id, delta in given.items() if id not in known]


def count_deltas(db: Database) -> int:
    """The length of the log."""
    return int(db.query("SELECT count(*) FROM delta")[0][0])


def find_deltas(db: Database, ids: Iterable[str] | None = None, *, after: int = 0) -> Iterator[Delta]:
    """Deltas in the order they arrived: those of `ids`, or all after the first `after` of the log."""
    if ids is None:
        numbers = [n for (n,) in db.query("SELECT n FROM delta ORDER BY n LIMIT -1 OFFSET ?", (after,))]
    else:
        numbers = sorted(find_delta_numbers(db, ids).values())
    for number in numbers:
        yield read_delta(db, number)


def read_delta(db: Database, number: int) -> Delta:
    """The delta of that number, as it arrived."""
    sql = "SELECT id, office, author, claimed_time, nonce FROM delta WHERE n = ?"
    ((id, office, author, time, nonce),) = db.query(sql, (number,))
    found = db.query(
        "SELECT e.body, e.id FROM delta_edit de JOIN edit e ON e.n = de.edit WHERE de.delta = ? ORDER BY e.n",
        (number,),
    )
    edits = tuple(parse_edit(body, edit) for body, edit in found)
    targets = db.query("SELECT target FROM retraction WHERE delta = ? ORDER BY target", (number,))
    return Delta(id, office, author, time, nonce, edits, tuple(target for (target,) in targets))


def _add_delta(db: Database, delta: Delta) -> int:
    ids = [edit.id for edit in delta.edits]
    honest = delta_id(delta.office, delta.author, delta.claimed_time, delta.nonce, ids, delta.retracts)
    if honest != delta.id:
        raise DeskError("delta_damaged", id=delta.id)
    local = sum(not _LOCAL.isdisjoint(edit.fields) for edit in delta.edits)
    if local and (local < len(ids) or any(not _LOCAL.issuperset(edit.fields) for edit in delta.edits)):
        raise ValueError("local fields need a delta of their own")
    cursor = db.connection.execute(
        "INSERT INTO delta (id, office, author, claimed_time, nonce) VALUES (?, ?, ?, ?, ?)",
        (delta.id, delta.office, delta.author, delta.claimed_time, delta.nonce),
    )
    assert cursor.lastrowid is not None
    db.connection.executemany(
        "INSERT INTO retraction (delta, target) VALUES (?, ?)", ((cursor.lastrowid, id) for id in delta.retracts)
    )
    return cursor.lastrowid


def _add_edits(
    db: Database, delta: Delta, number: int, edits: Sequence[Edit], touched: dict[int, Held | None]
) -> dict[str, int]:
    """Add what is new of a chunk of edits; the number of each edit. Notes the rows they are of in `touched`."""
    rows, unheard = _number_rows(db, [edit.row for edit in edits])
    office = frozenset((delta.office,))
    retracted = _is_retracted(db, delta)
    known = _find_edit_numbers(db, [edit.id for edit in edits])
    next_number = _next_number(db, "edit")
    fresh: list[tuple[int, str, int, str, str]] = []
    for edit in edits:
        if edit.id not in known:
            body = edit_text(edit)
            if content_id(body) != edit.id:
                raise DeskError("delta_damaged", id=edit.id)
            fresh.append((next_number + len(fresh), edit.id, rows[edit.row], body, edit.packet))
            known[edit.id] = fresh[-1][0]
    db.connection.executemany("INSERT INTO edit (n, id, row, body, packet) VALUES (?, ?, ?, ?, ?)", fresh)
    db.connection.executemany(
        "INSERT INTO delta_edit (delta, edit) VALUES (?, ?)", ((number, known[edit.id]) for edit in edits)
    )
    for edit in edits:
        row = rows[edit.row]
        alone = row in unheard and row not in touched and not retracted
        touched[row] = Held(edit, office, office, delta.claimed_time) if alone else None
    return known


def _is_retracted(db: Database, delta: Delta) -> bool:
    """Whether a retraction of this delta came before it."""
    return bool(db.query("SELECT 1 FROM retraction WHERE target = ?", (delta.id,)))


def _number_rows(db: Database, ids: Sequence[str]) -> tuple[dict[str, int], set[int]]:
    """The number of each row, given now to those never heard of before, which are also returned alone."""
    numbers = find_numbers(db, ids)
    next_number = _next_number(db, "known_row")
    fresh = [id for id in dict.fromkeys(ids) if id not in numbers]
    added = {id: next_number + place for place, id in enumerate(fresh)}
    db.connection.executemany("INSERT INTO known_row (id, n) VALUES (?, ?)", added.items())
    return numbers | added, set(added.values())


def _next_number(db: Database, table: str) -> int:
    return int(db.connection.execute(f"SELECT coalesce(max(n), 0) + 1 FROM {table}").fetchone()[0])


def _find_edit_numbers(db: Database, ids: Sequence[str]) -> dict[str, int]:
    return dict(
        db.query("SELECT e.id, e.n FROM json_each(?) j JOIN edit e ON e.id = j.value", (json.dumps(list(ids)),))
    )


def find_delta_numbers(db: Database, ids: Iterable[str]) -> dict[str, int]:
    """The number of each delta that is here."""
    return dict(
        db.query("SELECT d.id, d.n FROM json_each(?) j JOIN delta d ON d.id = j.value", (json.dumps(list(ids)),))
    )


def _find_set_aside(db: Database, known: Mapping[str, int]) -> dict[str, int]:
    if not known:
        return {}
    aside = {n for (n,) in db.query("SELECT delta FROM set_aside")}
    return {id: n for id, n in known.items() if n in aside}


def find_rows_of(db: Database, deltas: Collection[int]) -> set[int]:
    """The numbers of the rows these deltas (their numbers) write."""
    if not deltas:
        return set()
    sql = (
        "SELECT DISTINCT e.row FROM json_each(?) j JOIN delta_edit de ON de.delta = j.value "
        "JOIN edit e ON e.n = de.edit"
    )
    return {row for (row,) in db.query(sql, (json.dumps(list(deltas)),))}
