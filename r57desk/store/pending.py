"""What waits for a person, and what was decided: the rows to look at. What they mean is for the fold to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from r57desk.merge.force import Held
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.rows import find_held, find_numbers


class Decision(NamedTuple):
    """An edit typed here that gives way to several others in one field; whether they differed is for the fold to say."""

    row: str
    edit: str
    field: str
    change: int


def find_rows_in_difference(db: Database) -> list[str]:
    """The rows with a cell that holds several values, or that were deleted and worked on."""
    return _ids(db, "SELECT DISTINCT r.n, r.id FROM sibling s JOIN known_row r ON r.n = s.row ORDER BY r.n")


def find_rows_asked_for(db: Database) -> list[str]:
    """The rows with a request nobody answered yet."""
    return _ids(db, "SELECT DISTINCT r.n, r.id FROM request q JOIN known_row r ON r.n = q.row ORDER BY r.n")


def find_rows_answered(db: Database) -> list[str]:
    """The rows in which some edit refuses others, or says again what an edit of another office said that it replaces."""
    return _ids(
        db,
        "SELECT DISTINCT r.n, r.id FROM edit e JOIN json_each(e.body, '$.supersedes') s "
        "JOIN json_each(s.value) v JOIN known_row r ON r.n = e.row WHERE instr(e.body, '\"supersedes\"') AND "
        "(json_type(e.body, '$.fields.\"' || s.key || '\"') IS NULL OR EXISTS (SELECT 1 FROM edit a WHERE a.id = v.value "
        "AND json_extract(a.body, '$.fields.\"' || s.key || '\"') IS json_extract(e.body, '$.fields.\"' || s.key || '\"') "
        "AND json_type(a.body, '$.fields.\"' || s.key || '\"') IS NOT NULL)) ORDER BY r.n",
    )


def find_decisions(db: Database, row: str = "") -> list[Decision]:
    """What was typed here over several edits at once, or over a deletion, in one row if asked; the newest first."""
    found = db.query(
        "SELECT r.id, e.id, s.key, min(c.seq) FROM change c JOIN change_delta cd ON cd.change = c.seq AND cd.effect = 'append' "
        "JOIN delta_edit de ON de.delta = cd.delta JOIN edit e ON e.n = de.edit JOIN known_row r ON r.n = e.row "
        "JOIN json_each(e.body, '$.supersedes') s WHERE c.kind = 'edit' AND instr(e.body, '\"supersedes\"') "
        "AND (s.key = '#exists' OR json_array_length(s.value) > 1) "
        "AND json_type(e.body, '$.fields.\"' || s.key || '\"') IS NOT NULL "
        "AND (:row = '' OR r.id = :row) GROUP BY e.n, s.key ORDER BY min(c.seq) DESC, e.n DESC",
        {"row": row},
    )
    return [Decision(*one) for one in found]


def find_held_by_id(db: Database, row_ids: Iterable[str]) -> dict[str, Sequence[Held]]:
    """Every edit of each of these rows."""
    held: dict[str, Sequence[Held]] = {}
    for chunk in in_chunks(row_ids):
        numbers = find_numbers(db, chunk)
        ids = {number: id for id, number in numbers.items()}
        held |= {ids[number]: lines for number, lines in find_held(db, sorted(numbers.values()))}
    return held


def count_differences(db: Database) -> int:
    """How many cells hold several values."""
    return int(db.query("SELECT count(*) FROM (SELECT DISTINCT row, field FROM sibling)")[0][0])


class AskedOf(NamedTuple):
    """One request on a task, and who may answer it."""

    field: str
    offices: frozenset[str]
    assigners: frozenset[str]
    executors: frozenset[str]


def find_asked_of(db: Database) -> list[AskedOf]:
    """The requests on tasks that are shown."""
    found = db.query(
        "SELECT q.field, q.offices, t.assigners, t.executors FROM request q JOIN task t ON t.n = q.row ORDER BY q.row"
    )
    return [AskedOf(code, *(frozenset(text.split()) for text in offices)) for code, *offices in found]


def find_edits_asking(db: Database, prefix: str) -> list[tuple[str, str]]:
    """(edit, row) of the unanswered requests whose edit's id begins so."""
    found = db.query(
        "SELECT DISTINCT q.edit, r.id FROM request q JOIN known_row r ON r.n = q.row "
        "WHERE q.edit >= ? AND q.edit < ? ORDER BY q.edit",
        (prefix, prefix + "g"),
    )
    return [(edit, row) for edit, row in found]


def _ids(db: Database, sql: str) -> list[str]:
    return [id for _, id in db.query(sql)]
