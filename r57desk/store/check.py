"""Is the register what it says it is: pages, hashes, the fold, the search index, kept files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from r57desk.merge.delta import delta_id
from r57desk.merge.model import content_id
from r57desk.store import projection, projection_version, search
from r57desk.store.database import Database
from r57desk.store.faults import known_faults
from r57desk.store.imports import file_hash

Part = Literal["pages", "references", "edit", "delta", "row", "search", "kept_file"]
_MOST = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which part, and the id, row or message that names the place."""

    part: Part
    place: str


def check(db: Database) -> list[Finding]:
    """Everything that is wrong, at most 20 findings for each part; an empty list is a whole register.

    Reads every byte of the log: about 15 s for 100,000 tasks. A read-only register is checked but for the search index.
    """
    with known_faults(db.path):
        pages = list(_check_pages(db))
        if pages:
            return pages  # nothing read from damaged pages can be relied on
        return [finding for part in _PARTS for finding in islice(part(db), _MOST)]


def _check_pages(db: Database) -> Iterator[Finding]:
    for (message,) in db.connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if message != "ok":
            yield Finding("pages", message)


def _check_references(db: Database) -> Iterator[Finding]:
    for table, number, parent, _ in db.connection.execute("PRAGMA foreign_key_check"):
        yield Finding("references", f"{table} {number} → {parent}")


def _check_edits(db: Database) -> Iterator[Finding]:
    for id, body, packet in db.connection.execute("SELECT id, body, packet FROM edit"):
        if content_id(body) != id or f'"packet":"{packet}"' not in (body if packet else '"packet":""'):
            yield Finding("edit", id)


def _check_deltas(db: Database) -> Iterator[Finding]:
    sql = "SELECT e.id FROM delta_edit de JOIN edit e ON e.n = de.edit WHERE de.delta = ?"
    for number, id, *header in db.query("SELECT n, id, office, author, claimed_time, nonce FROM delta"):
        edits = [edit for (edit,) in db.connection.execute(sql, (number,))]
        gone = [target for (target,) in db.query("SELECT target FROM retraction WHERE delta = ?", (number,))]
        office, author, time, nonce = header
        if delta_id(office, author, time, nonce, edits, gone) != id:
            yield Finding("delta", id)


def _check_rows(db: Database) -> Iterator[Finding]:
    """Rows that another version of the program derived are no damage: the next writer makes them anew."""
    if projection_version.is_current(db):
        yield from (Finding("row", id) for id in projection.find_differences(db))


def _check_search(db: Database) -> Iterator[Finding]:
    if not db.read_only and not search.is_whole(db):
        yield Finding("search", "task_search")


def _check_files(db: Database) -> Iterator[Finding]:
    for (hash,) in db.query("SELECT hash FROM kept_file"):  # noqa: A001
        ((content,),) = db.connection.execute("SELECT content FROM kept_file WHERE hash = ?", (hash,))
        if file_hash(content) != hash:
            yield Finding("kept_file", hash)


_PARTS: tuple[Callable[[Database], Iterator[Finding]], ...] = (
    _check_references,
    _check_edits,
    _check_deltas,
    _check_rows,
    _check_search,
    _check_files,
)
