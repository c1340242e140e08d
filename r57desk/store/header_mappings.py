"""What a person once said of the columns of a sheet, remembered by the print of its header."""

from __future__ import annotations

import json
from collections.abc import Mapping

from r57desk.store.database import Database


def find_header_mappings(db: Database) -> dict[str, dict[str, str]]:
    """Print of a header → header text → field code ("" for a column left out), of every header somebody was asked of."""
    found = db.query("SELECT fingerprint, mapping FROM header_mapping WHERE mapping <> '{}'")
    return {fingerprint: dict(json.loads(mapping)) for fingerprint, mapping in found}


def find_header_mapping(db: Database, fingerprint: str) -> dict[str, str]:
    """The same for one header; empty when nobody was asked."""
    found = db.query("SELECT mapping FROM header_mapping WHERE fingerprint = ?", (fingerprint,))
    return dict(json.loads(found[0][0])) if found else {}


def set_header_mapping(db: Database, fingerprint: str, mapping: Mapping[str, str]) -> None:
    """Remember what a person said, in the place of what was said before."""
    with db.transaction():
        db.connection.execute(
            "INSERT OR REPLACE INTO header_mapping (fingerprint, mapping) VALUES (?, ?)",
            (fingerprint, json.dumps(dict(mapping), ensure_ascii=False, sort_keys=True)),
        )
