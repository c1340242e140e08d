"""The history of the schema: `db/migrations/NNNN_verb_noun.py`, each with one function `apply(db)`.

A released migration is never changed. To change the schema: add the next number, and a test that upgrades the
fixture of the version before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk import paths
from r57desk.errors import DeskError

if TYPE_CHECKING:
    import sqlite_utils

SET_NAME = "r57desk"
_TABLE = "_sqlite_migrations"  # kept by sqlite_utils.Migrations


def migration_files(folder: Path | None = None) -> list[Path]:
    """The migrations this program knows, oldest first."""
    return sorted((folder or paths.migrations_folder()).glob("[0-9][0-9][0-9][0-9]_*.py"))


def find_applied(connection: sqlite3.Connection) -> list[str]:
    """The names already applied, in order; empty for a new file. Read without sqlite-utils, which is slow to import."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_TABLE,)).fetchone():
        return []
    found = connection.execute(f"SELECT name FROM {_TABLE} WHERE migration_set = ? ORDER BY id", (SET_NAME,))
    return [name for (name,) in found]


def find_pending(connection: sqlite3.Connection, file: Path, folder: Path | None = None) -> list[Path]:
    """Migrations still to apply; DeskError `register_newer` or `not_a_register` when the file is not ours to open."""
    applied = find_applied(connection)
    known = {path.stem: path for path in migration_files(folder)}
    if not applied and connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise DeskError("not_a_register", file=file.name, folder=str(file.parent))
    unknown = [name for name in applied if name not in known]
    if unknown:
        raise DeskError("register_newer", file=file.name, name=unknown[-1])
    return [path for name, path in known.items() if name not in applied]


def apply_migrations(connection: sqlite3.Connection, folder: Path | None = None) -> list[str]:
    """Apply what is pending, each in its own transaction, and return the names; foreign keys are checked after."""
    import sqlite_utils
    from sqlite_utils import Migrations

    before = find_applied(connection)
    migrations = Migrations(SET_NAME)
    for path in migration_files(folder):
        migrations(name=path.stem)(_load(path))
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        migrations.apply(sqlite_utils.Database(connection))
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"after migrating: {broken[:3]}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return [name for name in find_applied(connection) if name not in before]


def _load(path: Path) -> Callable[[sqlite_utils.Database], None]:
    """The `apply` of a migration, read by path: the folder is no package, and nothing is written beside it."""
    module: dict[str, object] = {"__name__": path.stem, "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module)  # noqa: S102  our own frozen files
    apply = module["apply"]
    assert callable(apply)
    return apply
