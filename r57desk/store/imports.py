"""Imported files: the record of each, its bytes, and the sheet and line every edit was read from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from r57desk.errors import DeskError
from r57desk.store.database import Database


@dataclass(frozen=True, slots=True)
class SheetSource:
    """A sheet that was read, and the column letter each field stood in."""

    name: str
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportDraft:
    """An import about to be applied. `lines` maps an edit id to (place in `sheets`, line in that sheet, from 1).

    `details` is whatever the receipt needs again (counts, quarantined cells), as JSON values.
    """

    file_name: str
    content: bytes
    office: str = ""
    author: str = ""
    sample: bool = False
    sheets: tuple[SheetSource, ...] = ()
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that was applied. `undone` tells that its change was taken back."""

    id: int
    file_name: str
    file_hash: str
    size: int
    at: str
    author: str
    office: str
    sample: bool
    sheets: tuple[SheetSource, ...]
    details: Mapping[str, Any]
    change: int
    undone: bool


def file_hash(content: bytes) -> str:
    """64 hex digits of SHA-256: the name of a file's content."""
    return hashlib.sha256(content).hexdigest()


def find_imports(db: Database, *, hash: str | None = None, sample: bool | None = None) -> list[ImportRecord]:  # noqa: A002
    """The imports, newest first; those of one file's content, or of sample data only, if asked."""
    sql = (
        "SELECT i.id, i.file_name, i.file_hash, f.size, i.at, i.author, i.office, i.sample, i.details, c.seq, "
        "coalesce((SELECT x.kind FROM change x WHERE x.target = c.seq ORDER BY x.seq DESC LIMIT 1) = 'undo', 0) "
        "FROM import_record i JOIN kept_file f ON f.hash = i.file_hash "
        "JOIN change c ON c.import_id = i.id AND c.target IS NULL "
        "WHERE (:hash IS NULL OR i.file_hash = :hash) AND (:sample IS NULL OR i.sample = :sample) ORDER BY i.id DESC"
    )
    return [_read_record(row) for row in db.query(sql, {"hash": hash, "sample": sample})]


def get_import(db: Database, id: int) -> ImportRecord:
    """One import; DeskError `import_not_found`."""
    found = [record for record in find_imports(db) if record.id == id]
    if not found:
        raise DeskError("import_not_found", id=id)
    return found[0]


def read_kept_file(db: Database, hash: str) -> bytes:  # noqa: A002
    """The bytes of an imported file, as they came; DeskError `import_not_found`."""
    found = db.query("SELECT content FROM kept_file WHERE hash = ?", (hash,))
    if not found:
        raise DeskError("import_not_found", id=hash)
    return bytes(found[0][0])


def add_import(db: Database, draft: ImportDraft, at: str) -> int:
    """Keep the file and its record, inside the caller's transaction, and return the record's number."""
    hash = file_hash(draft.content)  # noqa: A001
    db.connection.execute(
        "INSERT INTO kept_file (hash, size, content) SELECT :hash, :size, :content "
        "WHERE NOT EXISTS (SELECT 1 FROM kept_file WHERE hash = :hash)",
        {"hash": hash, "size": len(draft.content), "content": draft.content},
    )
    sheets = [{"name": sheet.name, "columns": dict(sheet.columns)} for sheet in draft.sheets]
    details = json.dumps({"sheets": sheets, **draft.details}, ensure_ascii=False)
    cursor = db.connection.execute(
        "INSERT INTO import_record (file_name, file_hash, at, author, office, sample, details) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (draft.file_name, hash, at, draft.author, draft.office, draft.sample, details),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def add_sources(db: Database, import_id: int, places: Iterable[tuple[int, tuple[int, int]]]) -> None:
    """Note where edits (their numbers) stood in the file, inside the caller's transaction."""
    db.connection.executemany(
        "INSERT INTO edit_source (edit, import_id, sheet, line) VALUES (?, ?, ?, ?)",
        ((edit, import_id, sheet, line) for edit, (sheet, line) in places),
    )


def format_cell(sheets: tuple[SheetSource, ...], sheet: int, line: int, code: str) -> str:
    """`Sheet1!E12`, or `Sheet1!12` for a field without a column of its own (a group row's text)."""
    if not 0 <= sheet < len(sheets):
        return str(line)
    one = sheets[sheet]
    return f"{one.name}!{one.columns.get(code, '')}{line}"


def _read_record(row: tuple[Any, ...]) -> ImportRecord:
    id, name, hash, size, at, author, office, sample, text, change, undone = row  # noqa: A001
    details = json.loads(text)
    sheets = read_sheets(details.pop("sheets"))
    return ImportRecord(id, name, hash, size, at, author, office, bool(sample), sheets, details, change, bool(undone))


def read_sheets(raw: Iterable[Mapping[str, Any]]) -> tuple[SheetSource, ...]:
    """The sheets of a record's details."""
    return tuple(SheetSource(one["name"], one["columns"]) for one in raw)
