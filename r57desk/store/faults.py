"""What SQLite and the disk say, as sentences for a user: every public door of the store passes through here."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from r57desk.errors import DeskError

_BY_SQLITE_CODE = {
    sqlite3.SQLITE_BUSY: "register_busy",
    sqlite3.SQLITE_LOCKED: "register_busy",
    sqlite3.SQLITE_READONLY: "register_read_only",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_CANTOPEN: "register_unreadable",
    sqlite3.SQLITE_PERM: "register_unreadable",
    sqlite3.SQLITE_AUTH: "register_unreadable",
    sqlite3.SQLITE_CORRUPT: "register_damaged",
    sqlite3.SQLITE_NOTADB: "not_a_register",
    sqlite3.SQLITE_IOERR: "disk_error",
}
_BY_ERRNO = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "register_read_only",
    errno.EACCES: "register_unreadable",
    errno.EPERM: "register_unreadable",
    errno.EISDIR: "register_is_folder",
    errno.EIO: "disk_error",
}


@contextmanager
def known_faults(path: Path) -> Iterator[None]:
    """Turns a locked, full, read-only or damaged disk into a DeskError naming the register; a bug passes through."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        code = find_code(error)
        if code is None:
            raise
        raise DeskError(code, file=path.name, folder=str(path.parent)) from error


def find_code(error: BaseException) -> str | None:
    """The code of the DeskError this exception amounts to; None for a bug."""
    if isinstance(error, sqlite3.Error):
        extended = getattr(error, "sqlite_errorcode", None)
        return None if extended is None else _BY_SQLITE_CODE.get(extended & 0xFF)
    if isinstance(error, OSError) and error.errno is not None:
        return _BY_ERRNO.get(error.errno)
    return None
