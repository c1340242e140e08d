"""Which migrations a file still needs, and which files are not ours to migrate."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.store import schema


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two small migrations."""
    for name, table in (("0001_create_one", "one"), ("0002_add_two", "two")):
        text = f'def apply(db):\n    db["{table}"].create({{"id": int}}, pk="id")\n'
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    (tmp_path / "notes.py").write_text("raise SystemExit", encoding="utf-8")
    return tmp_path


def test_what_is_pending_is_applied_in_order_once(folder: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        assert [path.stem for path in schema.find_pending(connection, Path("so.db"), folder)] == [
            "0001_create_one",
            "0002_add_two",
        ]
        assert schema.apply_migrations(connection, folder) == ["0001_create_one", "0002_add_two"]
        assert schema.find_applied(connection) == ["0001_create_one", "0002_add_two"]
        assert schema.find_pending(connection, Path("so.db"), folder) == []
        assert schema.apply_migrations(connection, folder) == []
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_migration_that_fails_leaves_nothing(folder: Path) -> None:
    bad = folder / "0003_break_it.py"
    bad.write_text(
        'def apply(db):\n    db["three"].create({"id": int})\n    raise RuntimeError("x")\n', encoding="utf-8"
    )
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with pytest.raises(RuntimeError):
            schema.apply_migrations(connection, folder)
        assert schema.find_applied(connection) == ["0001_create_one", "0002_add_two"]
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'three'").fetchone()
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_newer_file_is_refused_by_name(folder: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.apply_migrations(connection, folder)
        (folder / "0002_add_two.py").unlink()
        with pytest.raises(DeskError) as caught:
            schema.find_pending(connection, Path("so.db"), folder)
        assert caught.value.code == "register_newer"
        assert "0002_add_two" in str(caught.value)


def test_a_database_of_another_program_is_refused(folder: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
        with pytest.raises(DeskError) as caught:
            schema.find_pending(connection, Path("so.db"), folder)
        assert caught.value.code == "not_a_register"


def test_the_migrations_of_this_program_are_found_where_it_lies() -> None:
    assert schema.migration_files()[0].name == "0001_create_register.py"
