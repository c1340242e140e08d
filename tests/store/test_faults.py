"""What SQLite and the disk say becomes a sentence; a bug stays a bug."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.store.faults import find_code, known_faults


def raised_by(connection: sqlite3.Connection, sql: str) -> sqlite3.Error:
    try:
        connection.execute(sql)
    except sqlite3.Error as error:
        return error
    raise AssertionError(sql)


def test_a_busy_file(tmp_path: Path) -> None:
    one, two = (sqlite3.connect(tmp_path / "x.db", timeout=0, isolation_level=None) for _ in range(2))
    one.execute("BEGIN EXCLUSIVE")
    assert find_code(raised_by(two, "BEGIN IMMEDIATE")) == "register_busy"


def test_a_full_file(tmp_path: Path) -> None:
    one = sqlite3.connect(tmp_path / "x.db", isolation_level=None)
    one.execute("CREATE TABLE t (a)")
    one.execute("PRAGMA max_page_count = 3")
    assert find_code(raised_by(one, "INSERT INTO t VALUES (zeroblob(100000))")) == "disk_full"


def test_a_read_only_file_a_foreign_one_and_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    one = sqlite3.connect(f"file:{tmp_path / 'x.db'}?mode=ro", uri=True)
    assert find_code(raised_by(one, "CREATE TABLE t (a)")) == "register_read_only"
    (tmp_path / "y.db").write_bytes(b"PK\x03\x04 no database at all, but long enough to be looked at" * 20)
    assert find_code(raised_by(sqlite3.connect(tmp_path / "y.db"), "SELECT 1 FROM sqlite_master")) == "not_a_register"
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(tmp_path)
    assert find_code(caught.value) == "register_unreadable"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EROFS, "register_read_only"),
        (errno.EACCES, "register_unreadable"),
        (errno.EIO, "disk_error"),
        (errno.EISDIR, "register_is_folder"),
    ],
)
def test_what_the_disk_says_names_file_and_folder(number: int, code: str) -> None:
    with pytest.raises(DeskError) as caught, known_faults(Path("/data/so.db")):
        raise OSError(number, "")
    assert caught.value.code == code
    for language in ("vi", "en"):
        assert "so.db" in caught.value.sentence(language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "bug", [sqlite3.IntegrityError("made by hand"), sqlite3.ProgrammingError("closed"), ValueError("x"), OSError("x")]
)
def test_a_bug_passes_through(bug: Exception) -> None:
    with pytest.raises(type(bug)), known_faults(Path("so.db")):
        raise bug


def test_a_wrong_statement_is_a_bug() -> None:
    assert find_code(raised_by(sqlite3.connect(":memory:"), "SELECT nothing FROM nowhere")) is None
