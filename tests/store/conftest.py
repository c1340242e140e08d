"""Registers on disk, new for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from r57desk.store.database import Database, open_database
from r57desk.store.options import set_option
from tests.store.writing import NOW, OFFICE


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the register is."""
    return tmp_path / "so.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    """The writer of an empty register of office 01."""
    with open_database(path, now=NOW, create=True) as database:
        set_option(database, "office", OFFICE)
        set_option(database, "author", "Lan")
        yield database
