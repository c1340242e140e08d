"""Copies of a register beside it: once a day, before each import and migration; the last 14 are kept.

A copy is made by SQLite's own backup into a temporary file, checked, flushed to the disk, then renamed: a copy that
has its name is whole. When there are too many, the oldest of the more numerous sort (daily, before a change) goes, so
that one busy day does not push out last week.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from r57desk import paths
from r57desk.domain.pattern import late_pattern
from r57desk.errors import DeskError
from r57desk.flush import flush_file, flush_folder
from r57desk.store import damage
from r57desk.store.faults import known_faults
from r57desk.store.lock import take_lock

if TYPE_CHECKING:
    from r57desk.store.database import Database

Reason = Literal["day", "import", "update", "restore", "asked"]
KEPT = 14
_NAME = late_pattern(r"(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)-(day|import|update|restore|asked)(?:-(\d+))?\.db")


class Backup(NamedTuple):
    """One copy: when it was made (ISO 8601), what for, how large."""

    path: Path
    at: str
    reason: Reason
    size: int


def back_up(db: Database, *, now: str, reason: Reason) -> Backup:
    """A new copy of the whole register as it is, in `paths.backups_folder`; the oldest beyond 14 are removed."""
    with known_faults(db.path):
        return write_backup(db.connection, db.path, now, reason)


def back_up_daily(db: Database, *, now: str) -> Backup | None:
    """The copy of this day, unless there is one already; every page is checked first, so damage replaces no copy."""
    if any(one.at[:10] == now[:10] and one.reason == "day" for one in find_backups(db.path)):
        return None
    with known_faults(db.path):
        damage.check_pages(db.connection, db.path)
    return back_up(db, now=now, reason="day")


def remove_unfinished(database: Path) -> None:
    """Remove the copies that a crash cut short; only for who holds the lock, as nobody else is then writing one."""
    with known_faults(database):
        folder = paths.backups_folder(database)
        for left in (*folder.glob("*.part*"), *database.parent.glob(f"{database.name}.new*")):
            with suppress(OSError):  # one that cannot be removed harms nobody
                left.unlink(missing_ok=True)


def find_backups(database: Path) -> list[Backup]:
    """The copies of a register, newest first."""
    with known_faults(database):
        folder = paths.backups_folder(database)
        found = [_describe(path) for path in (folder.iterdir() if folder.is_dir() else ())]
    return sorted((one for one in found if one), key=lambda one: (one.at, one.path.stat().st_mtime_ns), reverse=True)


def restore(database: Path, backup: Backup, *, now: str) -> Path | None:
    """Put a copy in the register's place; the file that was there is kept aside, and its new name returned.

    The register must not be open. DeskError `backup_damaged` when the copy is not whole, `register_locked` when
    somebody writes; nothing has changed then. The swap is one rename: the old or the new file, never half.
    """
    with known_faults(database):
        lock = take_lock(database, now)
        try:
            fresh = database.with_name(database.name + ".new")
            _copy_checked(backup.path, fresh)
            _finish_log(database)
            aside = _move_aside(database, now)
            fresh.replace(database)
            flush_folder(database.parent)
            return aside
        finally:
            lock.release()


def write_backup(connection: sqlite3.Connection, database: Path, now: str, reason: Reason) -> Backup:
    """`back_up` for a connection that is no Database yet."""
    folder = paths.backups_folder(database)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, now, reason)
    _copy(connection, target.with_name(target.name + ".part"), target)
    _prune(find_backups(database), target)
    made = _describe(target)
    assert made is not None
    return made


def _copy(source: sqlite3.Connection, part: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            source.backup(copy)
            # One file, without a log beside it. The mode is written after the answer: a fault is told who fetches it.
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        flush_file(part)
        part.replace(target)
        flush_folder(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _copy_checked(source: Path, target: Path) -> None:
    """`target` becomes a whole register equal to the copy at `source`."""
    if not source.exists():
        raise DeskError("backup_damaged", file=source.name)
    try:
        damage.check_header(source)
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            damage.check_pages(copy, source)
            _copy(copy, target.with_name(target.name + ".part"), target)
    except (sqlite3.DatabaseError, DeskError) as error:
        target.unlink(missing_ok=True)
        if isinstance(error, DeskError) or error.sqlite_errorcode & 0xFF in (
            sqlite3.SQLITE_CORRUPT,
            sqlite3.SQLITE_NOTADB,
        ):
            raise DeskError("backup_damaged", file=source.name) from error
        raise


def _move_aside(database: Path, now: str) -> Path | None:
    """The present file under a new name, with its write-ahead log, which belongs to it alone."""
    if not database.exists():
        return None
    stamp = now.replace(":", "")[:17]
    names = (f"{database.stem}.{stamp}{number}{database.suffix}" for number in ("", *(f"-{n}" for n in range(2, 99))))
    aside = next(path for name in names if not (path := database.with_name(name)).exists())
    for ending in ("-wal", "-shm"):
        beside = database.with_name(database.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    try:
        aside.hardlink_to(database)  # so that the name is never without a file
    except OSError:
        database.rename(aside)  # a disk without hard links, such as a USB stick
    return aside


def _finish_log(database: Path) -> None:
    """Bring a whole file's write-ahead log into it, so that one rename swaps everything; a damaged file stays as is."""
    if database.exists():
        with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(database)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _prune(backups: Sequence[Backup], made: Path) -> None:
    """Remove the oldest that are too many; never the one just made, which a clock set back dates before all others."""
    kept = list(backups)
    while len(kept) > KEPT:
        daily = [one for one in kept if one.reason == "day"]
        other = [one for one in kept if one.reason != "day"]
        more = daily if len(daily) >= len(other) else other
        oldest = [one for one in more if one.path != made][-1]
        kept.remove(oldest)
        with suppress(OSError):  # another program looks at it: one copy more, until the next
            oldest.path.unlink(missing_ok=True)


def _free_name(folder: Path, now: str, reason: Reason) -> Path:
    stem = f"{now[:10]}T{now[11:19].replace(':', '')}-{reason}"
    path = folder / f"{stem}.db"
    number = 2
    while path.exists():
        path = folder / f"{stem}-{number}.db"
        number += 1
    return path


def _describe(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    day, hour, minute, second, reason, _ = match.groups()
    return Backup(path, f"{day}T{hour}:{minute}:{second}", reason, path.stat().st_size)  # type: ignore[arg-type]
