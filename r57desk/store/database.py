"""Opening a register: one writer with a lock, any number of readers; newer, damaged and foreign files are refused.

    db = open_database(path, now=clock.now())        the one writer; migrates, and backs up before it does
    db = open_read_only(path)                        for the thread that shows things
    with db.transaction(): …                         one unit of work, nested ones join the outer

WAL, so that readers never wait for the writer. `synchronous = FULL`: a commit costs about one millisecond more,
and what the status bar calls saved has survived a power cut.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from r57desk.domain.text import collation_key
from r57desk.errors import DeskError
from r57desk.store import backup, damage, schema
from r57desk.store.faults import known_faults
from r57desk.store.lock import WriterLock, take_lock

_BUSY_MS = 3000
_QUICKLY_CHECKED = 4_000_000  # bytes: every page is looked at, each time, in less than a blink
_PRAGMAS = (
    f"busy_timeout = {_BUSY_MS}",
    "foreign_keys = ON",
    "recursive_triggers = ON",  # so that INSERT OR REPLACE meets the triggers that forbid DELETE
    "cache_size = -32000",  # KiB, a minus before them
    "temp_store = MEMORY",
)
_WRITER_CACHE = -24000  # an import of 50,000 rows is no faster with more


@dataclass
class Database:
    """An open register. `left_open` tells that its last writer ended without closing (it was checked then)."""

    path: Path
    connection: sqlite3.Connection
    read_only: bool = False
    left_open: bool = False
    _lock: WriterLock | None = None
    _depth: int = field(default=0, repr=False)
    _turn: threading.RLock = field(default_factory=threading.RLock, repr=False)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; an inner one joins the outer. DeskError when the disk or another program says no.

        Another thread waits for its end: a job that writes and the screens share this one connection.
        """
        with self._turn:
            if self._depth:
                yield
            else:
                with self._begin():
                    yield

    @contextmanager
    def _begin(self) -> Iterator[None]:
        with known_faults(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            self._depth = 1
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
            finally:
                self._depth = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Several queries over one state of the register, whatever the writer does meanwhile."""
        with self._turn:
            if self.connection.in_transaction:
                yield
                return
            with known_faults(self.path):
                self.connection.execute("BEGIN")
                try:
                    yield
                finally:
                    self.connection.execute("COMMIT")

    def query(self, sql: str, values: Iterable[Any] | dict[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query; DeskError when the file cannot be read."""
        with known_faults(self.path):
            return self.connection.execute(sql, values if isinstance(values, dict) else tuple(values)).fetchall()

    def version(self) -> int:
        """A number that differs after another connection has committed: when to look again."""
        with known_faults(self.path):
            return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the file and let the next writer in; harmless when repeated."""
        self.connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_database(path: Path, *, now: str, create: bool = False) -> Database:
    """The writer, its schema up to date.

    `now` (ISO 8601) is noted in the lock and names the backup made before a migration. DeskError, the file untouched:
    `register_missing` (and not `create`), `register_is_folder`, `register_locked`, `register_newer`,
    `not_a_register`, `register_damaged`, or what `store.faults` knows.
    """
    _find_file(path, create)
    lock = _take_lock(path, now)
    try:
        connection = _open_for_writing(path, now, lock.left_open)
    except BaseException:
        lock.release()
        raise
    return Database(path, connection, left_open=lock.left_open, _lock=lock)


def open_read_only(path: Path) -> Database:
    """A reader that sees every commit of the writer; works in a folder one may not write to. Never migrates."""
    _find_file(path, create=False)
    with known_faults(path):
        damage.check_header(path)
        connection = _connect_read_only(path)
    try:
        with known_faults(path):
            if schema.find_pending(connection, path):
                raise DeskError("register_older", file=path.name)
    except BaseException:
        connection.close()
        raise
    return Database(path, connection, read_only=True)


def _find_file(path: Path, create: bool) -> None:
    with known_faults(path):
        if path.is_dir():
            raise DeskError("register_is_folder", file=path.name, folder=str(path.parent))
        if path.exists() and not path.stat().st_size and not create:
            raise damage.not_whole(path)
        if not path.exists():
            if not create:
                raise DeskError("register_missing", file=path.name, folder=str(path.parent))
            path.parent.mkdir(parents=True, exist_ok=True)


def _take_lock(path: Path, now: str) -> WriterLock:
    """The writer's lock; a folder that takes no lock file can still be read, and the sentence says so."""
    try:
        with known_faults(path):
            return take_lock(path, now)
    except DeskError as error:
        if error.code == "register_unreadable" and os.access(path, os.R_OK):
            raise DeskError("register_read_only", **error.details) from error
        raise


def _open_for_writing(path: Path, now: str, left_open: bool) -> sqlite3.Connection:
    with known_faults(path):
        unclean = left_open or damage.has_unfinished_log(path)
        damage.check_header(path)
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            _set_up(connection)
            if unclean or path.stat().st_size <= _QUICKLY_CHECKED:
                damage.check_pages(connection, path)
            pending = schema.find_pending(connection, path)
            connection.execute("PRAGMA journal_mode = WAL").fetchall()  # to its end, or a fault is not told
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = {_WRITER_CACHE}")
            if pending:
                if schema.find_applied(connection):
                    backup.write_backup(connection, path, now, "update")
                schema.apply_migrations(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_read_only(path: Path) -> sqlite3.Connection:
    """Read-only; in a folder where SQLite may not make its side files, the file is read as it stands."""
    address = path.absolute().as_uri()
    error: sqlite3.OperationalError | None = None
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        connection = sqlite3.connect(f"{address}?{mode}", uri=True, isolation_level=None, check_same_thread=False)
        try:
            _set_up(connection)
            connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
            connection.execute("PRAGMA query_only = ON")
            return connection
        except sqlite3.OperationalError as failed:
            connection.close()
            error = failed
            if damage.has_unfinished_log(path):
                break
    assert error is not None
    raise error


def _set_up(connection: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("collation_key", 1, _collation_key, deterministic=True)


_collation_key = lru_cache(maxsize=16384)(collation_key)  # columns sorted by it hold the same names again and again
