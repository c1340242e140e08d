"""Full-text search over the folded texts of tasks: the texts, the index over them, and how words are looked up."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from r57desk.domain.fields import SEARCHED
from r57desk.domain.query import search_terms
from r57desk.store.database import Database

_NAMES = ", ".join(SEARCHED)
_MARKS = ", ".join("?" * (1 + len(SEARCHED)))
_PUT = f"INSERT INTO task_folded (n, {_NAMES}) VALUES ({_MARKS})"
_PUT_INDEX = "INSERT INTO task_search (rowid, body) VALUES (?, ?)"
_DROP_INDEX = "INSERT INTO task_search (task_search, rowid, body) VALUES ('delete', ?, ?)"
_FIELD_END = " \ue000 "  # a word to the index, and to nobody else


def match_words(typed: str) -> str | None:
    """The FTS5 expression for words as typed; None when there is nothing to search for.

    All words must occur, in any field; the last may be the beginning of a longer one, being typed still. Words in
    quotation marks must stand together. Every word is quoted, so no text can be taken for FTS5 syntax.
    """
    terms = [f'"{" ".join(term)}"' for term in search_terms(typed)]
    return " AND ".join(terms) + " *" if terms else None


def find_texts(db: Database, numbers: Sequence[int]) -> dict[int, tuple[object, ...]]:
    """The folded texts of rows, as stored: number, then the fields of SEARCHED."""
    sql = f"SELECT n, {_NAMES} FROM task_folded WHERE n IN (SELECT value FROM json_each(?))"
    return {row[0]: row for row in db.query(sql, (json.dumps(list(numbers)),))}


def write_texts(db: Database, numbers: Sequence[int], texts: Mapping[int, tuple[object, ...]]) -> None:
    """Make `texts` what is stored of these rows, inside the caller's transaction; only what differs is written."""
    there = find_texts(db, numbers)
    fresh = [row for n, row in texts.items() if there.get(n) != row]
    stale = [row for n, row in there.items() if texts.get(n) != row]
    many = db.connection.executemany
    many(_DROP_INDEX, _join_texts(stale))
    many("DELETE FROM task_folded WHERE n = ?", ((row[0],) for row in stale))
    many(_PUT, fresh)
    many(_PUT_INDEX, _join_texts(fresh))


def _join_texts(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, str]]:
    """One text a row, as the view `task_text` has it."""
    return ((number, "".join([text + _FIELD_END for text in texts if text])) for number, *texts in rows)


def clear(db: Database) -> None:
    """Forget all texts and the index, inside the caller's transaction."""
    db.connection.execute("INSERT INTO task_search (task_search) VALUES ('delete-all')")
    db.connection.execute("DELETE FROM task_folded")


def is_whole(db: Database) -> bool:
    """Whether the index says what the texts say. Writes nothing, but needs the writer."""
    try:
        db.connection.execute("INSERT INTO task_search (task_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True
