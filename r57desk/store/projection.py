"""The tables of rows: the fold of the log, kept up to date row by row, and equal byte for byte to a rebuild.

A row's number `n` is for paging here; it stays the same for the life of the register and is no part of the dump.

One thing a row shows hangs on other rows: the year of a deadline written without one is that of its source document.
When the documents come to say something else, the tasks that hang on them are folded anew in the same transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from r57desk.domain.fields import KINDS, LOCAL_FIELDS
from r57desk.domain.source_document import NO_DOCUMENTS, DocumentYears
from r57desk.merge.fold import RowState, fold_row, read_plain_row
from r57desk.merge.force import Held
from r57desk.merge.model import KIND, canonical_json
from r57desk.store import search
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.records import COLUMNS, derive, fold_searched
from r57desk.store.rows import find_held

_INSERT = {kind: f"INSERT INTO {kind} VALUES ({', '.join('?' * len(COLUMNS[kind]))})" for kind in KINDS}
_MANY = 1000
_LOCAL = LOCAL_FIELDS["task"]

_NOT_ONE: Mapping[int, Held | None] = {}

Columns = tuple[object, ...]


@dataclass(slots=True)
class Projected:
    """What the tables hold of some rows, and the documents they were read with."""

    documents: DocumentYears = NO_DOCUMENTS
    rows: dict[str, dict[int, Columns]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    folded: dict[int, Columns] = field(default_factory=dict)
    siblings: list[Columns] = field(default_factory=list)
    requests: list[Columns] = field(default_factory=list)

    def is_like(self, other: Projected) -> bool:
        """Whether both say the same, in whatever order."""
        beside, others = (set(one.siblings) | set(one.requests) for one in (self, other))
        return self.rows == other.rows and self.folded == other.folded and beside == others


def refresh(db: Database, numbers: Iterable[int], fresh: Mapping[int, Held | None] = _NOT_ONE) -> Iterator[str]:
    """Fold these rows anew and write them, inside the caller's transaction; yields their ids.

    `fresh` holds the only edit of rows known to have no other: they need not be read back.
    """
    with _indexes_after(db, len(fresh)):
        documents = _read_documents(db)
        for chunk in in_chunks(numbers):
            held = [(n, [one]) for n in chunk if (one := fresh.get(n))]
            held += find_held(db, [n for n in chunk if not fresh.get(n)])
            _write(db, chunk, _project(db, held, documents))
            yield from (lines[0].edit.row for _, lines in held)
        now = _read_documents(db)
        if now.by_number != documents.by_number:
            for chunk in in_chunks(_find_hanging(db, documents, now)):
                held = list(find_held(db, chunk))
                _write(db, chunk, _project(db, held, now))
                yield from (lines[0].edit.row for _, lines in held)


def rebuild(db: Database) -> None:
    """Make every table anew from the log alone, in one transaction."""
    with db.transaction():
        search.clear(db)
        for table in (*KINDS, "sibling", "request"):
            db.connection.execute(f"DELETE FROM {table}")
        numbers = _find_numbers(db)
        with _indexes_after(db, len(numbers)):
            for _ in refresh(db, numbers):
                pass


def dump(db: Database, *, local: bool = True) -> bytes:
    """The tables as canonical text, a line for each row, in the order of ids.

    Without `local`: what two registers with the same log and the same list of set-aside deltas have in common.
    """
    return b"".join(iterate_dump(db, local=local))


def iterate_dump(db: Database, *, local: bool = True) -> Iterator[bytes]:
    """`dump`, line by line."""
    for chunk in in_chunks(_in_order_of_id(db)):
        yield from _format(_read(db, [number for number, _ in chunk]), chunk, local)


def iterate_fold(db: Database) -> Iterator[bytes]:
    """What `iterate_dump` must give: the same lines made from the log, the tables of tasks left unread."""
    documents = _read_documents(db)
    for chunk in in_chunks(_in_order_of_id(db)):
        held = list(find_held(db, sorted(number for number, _ in chunk)))
        yield from _format(_project(db, held, documents), chunk, True)


def find_differences(db: Database) -> Iterator[str]:
    """The ids of rows whose tables say something else than the log; `n 12` for a row the log never heard of."""
    documents = _read_documents(db)
    for chunk in in_chunks(_in_order_of_id(db)):
        numbers = [number for number, _ in chunk]
        kept, folded = _read(db, numbers), _project(db, list(find_held(db, sorted(numbers))), documents)
        if kept.is_like(folded):
            continue
        parts, expected = _by_row(kept), _by_row(folded)
        yield from (id for number, id in chunk if parts.get(number) != expected.get(number))
    for table, column in (
        *((kind, "n") for kind in KINDS),
        ("task_folded", "n"),
        ("sibling", "row"),
        ("request", "row"),
    ):
        strays = db.query(f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT n FROM known_row)")
        yield from (f"n {number}" for (number,) in strays)


# -- from the log --------------------------------------------------------------------------------


def _project(db: Database, rows: Sequence[tuple[int, Sequence[Held]]], documents: DocumentYears) -> Projected:
    projected = Projected(documents)
    samples = _find_samples(db, [number for number, _ in rows])
    for number, held in rows:
        row = held[0].edit.row
        sample = int(number in samples)
        fields = read_plain_row(held)
        if fields is not None:
            assigners = " ".join(sorted(held[0].offices))
            _add_row(projected, fields.get(KIND) or "task", number, row, fields, (assigners, "", "", "", sample))
        else:
            _add_state(projected, number, fold_row(row, held), sample)
    return projected


def _add_state(projected: Projected, number: int, state: RowState, sample: int) -> None:
    if state.exists:
        authority = state.authority
        asked = sorted({request.field for request in state.requests})
        groups = (sorted(authority.assigners), sorted(authority.executors), state.conflicts, asked)
        last = (*(" ".join(group) for group in groups), sample)
        _add_row(projected, state.kind, number, state.row, state.values, last)
        for code in state.conflicts:
            projected.siblings += [
                (number, code, place, one.value, " ".join(one.edits), " ".join(one.offices))
                for place, one in enumerate(state.cells[code].siblings)
            ]
    projected.requests += [(number, one.field, one.edit, one.value, " ".join(one.offices)) for one in state.requests]


def _add_row(
    projected: Projected, kind: str, number: int, id: str, values: Mapping[str, str | None], state: Columns
) -> None:
    if kind not in KINDS:
        return  # a kind of row a later version knows; its edits are kept
    fields, derived = derive(kind, values, projected.documents)
    if kind == "task":
        projected.rows[kind][number] = (number, id, *fields, *derived, *state)
        projected.folded[number] = (number, *fold_searched(values))
    else:
        projected.rows[kind][number] = (number, id, *fields, *derived, state[2])


def _read_documents(db: Database) -> DocumentYears:
    return DocumentYears(db.query("SELECT number, date FROM document"))


def _find_hanging(db: Database, before: DocumentYears, now: DocumentYears) -> list[int]:
    """The tasks whose deadline is, or may become, one of a year their document tells: their numbers."""
    found = db.query(
        "SELECT n, source_doc FROM task WHERE source_doc != '' "
        "AND (precision IN ('unknown', 'open') OR doubts LIKE '%year_assumed%') ORDER BY n"
    )
    return [n for n, source in found if before.find_year(source) != now.find_year(source)]


def _find_samples(db: Database, numbers: Sequence[int]) -> set[int]:
    """Rows that came with sample data: a delta of a sample import, not set aside, holds an edit of theirs."""
    samples = db.query(
        "SELECT cd.delta FROM import_record i JOIN change c ON c.import_id = i.id "
        "JOIN change_delta cd ON cd.change = c.seq "
        "WHERE i.sample AND cd.effect = 'append' AND cd.delta NOT IN (SELECT delta FROM set_aside)"
    )
    if not samples:
        return set()
    sql = (
        "SELECT DISTINCT e.row FROM json_each(?) j JOIN edit e ON e.row = j.value "
        "JOIN delta_edit de ON de.edit = e.n WHERE de.delta IN (SELECT value FROM json_each(?))"
    )
    return {row for (row,) in db.query(sql, (json.dumps(list(numbers)), json.dumps([n for (n,) in samples])))}


# -- to the tables -------------------------------------------------------------------------------


def _write(db: Database, numbers: Sequence[int], projected: Projected) -> None:
    execute, many = db.connection.execute, db.connection.executemany
    listed = (json.dumps(list(numbers)),)
    for table in ("sibling", "request"):
        execute(f"DELETE FROM {table} WHERE row IN (SELECT value FROM json_each(?))", listed)
    many("INSERT INTO sibling VALUES (?, ?, ?, ?, ?, ?)", projected.siblings)
    many("INSERT INTO request VALUES (?, ?, ?, ?, ?)", projected.requests)
    for kind, rows in projected.rows.items():
        there = {n for (n,) in db.query(f"SELECT n FROM {kind} WHERE n IN (SELECT value FROM json_each(?))", listed)}
        many(f"DELETE FROM {kind} WHERE n = ?", ((n,) for n in there))
        many(_INSERT[kind], rows.values())
    search.write_texts(db, numbers, projected.folded)


@contextmanager
def _indexes_after(db: Database, rows: int) -> Iterator[None]:
    """When more rows come than half of those there, the indexes are made once at the end: less than half the time."""
    if rows < _MANY or rows < db.query("SELECT count(*) FROM task")[0][0] / 2:
        yield
        return
    indexes = db.query("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'task' AND sql != ''")
    for name, _ in indexes:
        db.connection.execute(f"DROP INDEX {name}")
    yield
    for _, sql in indexes:
        db.connection.execute(sql)


# -- the dump ------------------------------------------------------------------------------------


def _read(db: Database, numbers: Sequence[int]) -> Projected:
    """What the tables hold of these rows."""
    listed = (json.dumps(list(numbers)),)
    found = Projected()
    for kind in KINDS:
        sql = f"SELECT {', '.join(COLUMNS[kind])} FROM {kind} WHERE n IN (SELECT value FROM json_each(?))"
        found.rows[kind] = {row[0]: row for row in db.query(sql, listed)}
    found.folded = search.find_texts(db, numbers)
    for table, rows in (("sibling", found.siblings), ("request", found.requests)):
        rows += db.query(
            f"SELECT * FROM {table} WHERE row IN (SELECT value FROM json_each(?)) ORDER BY 1, 2, 3", listed
        )
    return found


def _by_row(found: Projected) -> dict[object, set[Columns]]:
    """Everything the tables hold of each row."""
    rows: dict[object, set[Columns]] = {}
    tables = {**found.rows, "folded": found.folded}
    for table, held in tables.items():
        for number, columns in held.items():
            rows.setdefault(number, set()).add((table, *columns))
    for table, lines in (("sibling", found.siblings), ("request", found.requests)):
        for line in lines:
            rows.setdefault(line[0], set()).add((table, *line))
    return rows


def _format(found: Projected, ids: Sequence[tuple[int, str]], local: bool) -> Iterator[bytes]:
    siblings, requests = _beside(found.siblings, local), _beside(found.requests, local)
    for number, id in ids:
        line: dict[str, object] = {}
        for kind, rows in found.rows.items():
            if number in rows:
                line[kind] = dict(zip(COLUMNS[kind][1:], rows[number][1:], strict=True))
        if number in found.folded:
            line["folded"] = found.folded[number][1:]
        if number in siblings:
            line["siblings"] = siblings[number]
        if number in requests:
            line["requests"] = requests[number]
        if line:
            yield (canonical_json({"row": id, **(line if local else _without_local(line))}) + "\n").encode()


def _beside(rows: Iterable[Columns], local: bool) -> dict[object, list[Columns]]:
    by_row: dict[object, list[Columns]] = {}
    for number, code, *rest in sorted(rows, key=lambda row: [str(part) for part in row[:3]]):
        if local or code not in _LOCAL:
            by_row.setdefault(number, []).append((code, *rest))
    return by_row


def _without_local(line: dict[str, object]) -> dict[str, object]:
    task = line.get("task")
    shared = {name: value for name, value in line.items() if name != "folded"}
    if isinstance(task, dict):
        doubtful = " ".join(code for code in task["conflicts"].split() if code not in _LOCAL)
        kept = {code: value for code, value in task.items() if code not in _LOCAL and code != "sample"}
        shared["task"] = kept | {"conflicts": doubtful}
    return shared


def _find_numbers(db: Database) -> list[int]:
    return [n for (n,) in db.query("SELECT n FROM known_row ORDER BY n")]


def _in_order_of_id(db: Database) -> list[tuple[int, str]]:
    return [(n, id) for n, id in db.query("SELECT n, id FROM known_row ORDER BY id")]
