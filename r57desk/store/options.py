"""Options of the register: they travel with the file, unlike window sizes."""

from __future__ import annotations

from r57desk.store.database import Database

DEFAULTS: dict[str, str] = {
    "office": "",  # our office code; empty before the first start is finished
    "office_name": "",
    "author": "",  # who sits here, as written in the history
    "language": "vi",
    "style": "state",  # letterhead of printed pages: state or party
    "warn_days": "7",  # "sắp đến hạn" begins this many days before
}


def get_option(db: Database, key: str) -> str:
    """The value, or its default ("" for keys that are no option of ours)."""
    found = db.query("SELECT value FROM option WHERE key = ?", (key,))
    return str(found[0][0]) if found else DEFAULTS.get(key, "")


def get_options(db: Database) -> dict[str, str]:
    """Every option, defaults included."""
    return DEFAULTS | {str(key): str(value) for key, value in db.query("SELECT key, value FROM option")}


def set_option(db: Database, key: str, value: str) -> None:
    """Keep a value; the default is kept by forgetting."""
    with db.transaction():
        if value == DEFAULTS.get(key, ""):
            db.connection.execute("DELETE FROM option WHERE key = ?", (key,))
        else:
            db.connection.execute("INSERT OR REPLACE INTO option (key, value) VALUES (?, ?)", (key, value))
