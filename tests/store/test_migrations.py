"""Each migration, from the file of the version before."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from r57desk import paths
from r57desk.errors import DeskError
from r57desk.store import projection, schema
from r57desk.store.backup import find_backups
from r57desk.store.database import Database, open_database, open_read_only
from tests.store.writing import NOW, create


def test_0001_create_register_makes_the_whole_schema() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert "0001_create_register" in schema.apply_migrations(connection)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {"known_row", "edit", "delta", "change", "option", "task", "task_search", "set_aside"} <= names
        assert connection.execute("PRAGMA application_id").fetchone()[0].to_bytes(4, "big") == b"r57d"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def next_version(folder: Path, apply: str) -> None:
    """One more migration than ours."""
    (folder / "0999_add_future.py").write_text(f"def apply(db):\n    {apply}\n", encoding="utf-8")


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "later"
    shutil.copytree(paths.migrations_folder(), folder)
    monkeypatch.setattr(paths, "migrations_folder", lambda: folder)
    return folder


def test_an_older_register_is_copied_then_upgraded(db: Database, path: Path, later: Path) -> None:
    create(db, title="Nhiệm vụ")
    before = projection.dump(db)
    db.close()
    next_version(later, 'db["future"].create({"id": int})')
    with pytest.raises(DeskError) as caught:
        open_read_only(path)
    assert caught.value.code == "register_older"
    with open_database(path, now=NOW) as upgraded:
        assert projection.dump(upgraded) == before
        assert upgraded.query("SELECT count(*) FROM future") == [(0,)]
    (copy,) = find_backups(path)
    assert copy.reason == "update"
    with closing(sqlite3.connect(copy.path)) as connection:
        assert "0999_add_future" not in schema.find_applied(connection)


def test_an_upgrade_that_fails_leaves_the_old_register(db: Database, path: Path, later: Path) -> None:
    create(db, title="Nhiệm vụ")
    before = projection.dump(db)
    db.close()
    next_version(later, 'db["future"].create({"id": int}); raise RuntimeError("x")')
    with pytest.raises(RuntimeError):
        open_database(path, now=NOW)
    (later / "0999_add_future.py").unlink()
    with open_database(path, now=NOW) as again:
        assert projection.dump(again) == before
        assert again.query("SELECT 1 FROM sqlite_master WHERE name = 'future'") == []
