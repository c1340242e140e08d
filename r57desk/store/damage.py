"""Is this file whole? A look at the header at every start, at every page after a start that found no clean end."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from r57desk import paths
from r57desk.errors import DeskError

_MAGIC = b"SQLite format 3\x00"


def check_header(path: Path) -> None:
    """Refuse what is no SQLite file (`not_a_register`) and a file cut short (`register_damaged`); empty is fine.

    A file that is none any more, but has our copies beside it, was a register once and is damaged.

    The header states how many pages there are (bytes 28–31, valid while bytes 24–27 equal 92–95). Pages that are
    still in the write-ahead log may be missing from the file.
    """
    if not path.exists() or not path.stat().st_size:
        return
    with path.open("rb") as file:
        header = file.read(100)
    if not header.startswith(_MAGIC[: len(header)]) or len(header) < 16:
        raise not_whole(path)
    page_size = int.from_bytes(header[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    stated = header[24:28] == header[92:96]
    if len(header) < 100 or (stated and path.stat().st_size < pages * page_size and not has_unfinished_log(path)):
        raise DeskError("register_damaged", file=path.name, folder=str(path.parent))


def not_whole(path: Path) -> DeskError:
    """What is wrong with a file that is no SQLite file: a register once, if our copies lie beside it."""
    code = "register_damaged" if paths.backups_folder(path).is_dir() else "not_a_register"
    return DeskError(code, file=path.name, folder=str(path.parent))


def has_unfinished_log(path: Path) -> bool:
    """Whether a write-ahead log with content lies beside the file: somebody writes now, or did not close."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """`PRAGMA quick_check` (about 0.2 s for 75 MB); DeskError `register_damaged` if it finds anything."""
    found = connection.execute("PRAGMA quick_check(1)").fetchall()
    if found != [("ok",)]:
        raise DeskError("register_damaged", file=path.name, folder=str(path.parent))
