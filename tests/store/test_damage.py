"""Files that are not whole are noticed at the door."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from r57desk.errors import DeskError
from r57desk.store import damage
from r57desk.store.database import open_database
from tests.store.writing import NOW, create


@pytest.fixture
def closed(path: Path) -> Path:
    """A register with some rows, closed."""
    with open_database(path, now=NOW, create=True) as db:
        for number in range(40):
            create(db, title=f"Nhiệm vụ {number} " * 20)
    return path


def code_of(path: Path) -> str:
    with pytest.raises(DeskError) as caught:
        damage.check_header(path)
    return caught.value.code


def test_a_whole_file_an_empty_one_and_none_pass(closed: Path, tmp_path: Path) -> None:
    damage.check_header(closed)
    (tmp_path / "empty.db").touch()
    damage.check_header(tmp_path / "empty.db")
    damage.check_header(tmp_path / "none.db")


@pytest.mark.parametrize("left", [0.99, 0.5, 0.01])
def test_a_file_cut_short(closed: Path, left: float) -> None:
    closed.write_bytes(closed.read_bytes()[: int(closed.stat().st_size * left)])
    assert code_of(closed) == "register_damaged"


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"SQLite", b"\0" * 5000, b"SQLite format 2\0" + b"\0" * 100])
def test_a_file_of_another_kind(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert code_of(path) == "not_a_register"


def test_a_log_beside_the_file_is_unfinished_only_with_content(closed: Path) -> None:
    log = closed.with_name(closed.name + "-wal")
    assert not damage.has_unfinished_log(closed)
    log.touch()
    assert not damage.has_unfinished_log(closed)
    log.write_bytes(b"x")
    assert damage.has_unfinished_log(closed)


def test_overwritten_pages_are_found_page_by_page(closed: Path) -> None:
    spoil(closed)
    damage.check_header(closed)  # the header says nothing of it
    with closing(sqlite3.connect(closed)) as connection, pytest.raises((DeskError, sqlite3.DatabaseError)):
        damage.check_pages(connection, closed)


def spoil(path: Path) -> None:
    """Every page but the first becomes noise."""
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 200] = b"\xa5" * 200
    path.write_bytes(content)
