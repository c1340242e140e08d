"""The registers beside the tasks: offices, public days, documents; and where the log stands."""

from __future__ import annotations

from r57desk.domain.bodies import name_body
from r57desk.store.database import Database
from r57desk.store.records import FIELD_COLUMNS

_CODE_LENGTH = 4
_BITS_A_CHARACTER = 5


def find_register(db: Database, kind: str) -> list[tuple[str, dict[str, str]]]:
    """(row id, field → value) of every row of `kind` ("office", "public_day", "document")."""
    codes = FIELD_COLUMNS[kind]
    found = db.query(f"SELECT id, {', '.join(codes)} FROM {kind} ORDER BY id")
    return [(row_id, dict(zip(codes, values, strict=True))) for row_id, *values in found]


def has_office(db: Database, code: str) -> bool:
    """Whether an office of that code is registered."""
    return bool(db.query("SELECT 1 FROM office WHERE code = ?", (code,)))


def find_office_name(db: Database, code: str) -> str:
    """The name of an office, "" when it is not registered."""
    found = db.query("SELECT name FROM office WHERE code = ? ORDER BY id LIMIT 1", (code,))
    return str(found[0][0]) if found else ""


def name_office(db: Database, code: str) -> str:
    """The name of an office; of one nobody registered, what a body with such a code is called; else the code."""
    known = find_office_name(db, code)
    return known if known not in ("", code) else name_body(code, lambda unit: find_office_name(db, unit)) or code


def find_ids_beside(db: Database) -> set[str]:
    """The row ids of documents and public days: what can change along with tasks and is none."""
    return {row_id for (row_id,) in db.query("SELECT id FROM document UNION ALL SELECT id FROM public_day")}


def read_revision(db: Database) -> tuple[int, str]:
    """The length of the log, and four characters that differ between registers that hold different changes."""
    from r57desk.domain.ids import encode
    from r57desk.merge.model import content_id

    ids = [delta_id for (delta_id,) in db.query("SELECT id FROM delta ORDER BY id")]
    aside = [
        delta_id for (delta_id,) in db.query("SELECT d.id FROM set_aside s JOIN delta d ON d.n = s.delta ORDER BY 1")
    ]
    digest = int(content_id("\n".join((*ids, "", *aside))), 16)
    return len(ids), encode(digest % 2 ** (_CODE_LENGTH * _BITS_A_CHARACTER), _CODE_LENGTH)


def has_samples(db: Database) -> bool:
    """Whether some task came with the sample data."""
    return bool(db.query("SELECT 1 FROM task WHERE sample LIMIT 1"))
