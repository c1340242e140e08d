"""One writer at a time: a lock file beside the register, and a note saying who holds it.

The lock is the operating system's, so it ends with the process that held it; the note is only for the sentence
the second one reads. A note found while taking the lock means its writer did not close.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from r57desk.errors import DeskError

_PATIENCE = 1.0  # seconds; a program that was ended while it started another holds the lock until that one runs
_POLL = 0.02  # seconds


def lock_file(path: Path) -> Path:
    """The file that is locked; on Windows nobody else can read it."""
    return path.with_name(path.name + ".lock")


def owner_file(path: Path) -> Path:
    """The note naming the writer."""
    return path.with_name(path.name + ".owner")


@dataclass(slots=True)
class WriterLock:
    """Held until `release`. `left_open` tells that the last writer ended without closing."""

    path: Path
    left_open: bool = False
    _file: IO[bytes] | None = field(default=None, repr=False)

    def release(self) -> None:
        """Lets the next writer in; harmless when repeated."""
        if self._file is not None:
            with suppress(OSError):  # a note that stays makes the next writer look at every page, no more
                owner_file(self.path).unlink(missing_ok=True)
            self._file.close()  # the system's lock goes with it
            self._file = None


def take_lock(path: Path, now: str) -> WriterLock:
    """The writer's lock on the register at `path`; DeskError `register_locked` naming who has it."""
    file = lock_file(path).open("ab")
    try:
        if not _lock_soon(file):
            raise DeskError("register_locked", file=path.name, owner=read_owner(path))
        left_open = owner_file(path).exists()
        owner_file(path).write_text(json.dumps(_describe_us(now), ensure_ascii=False), encoding="utf-8")
    except BaseException:
        file.close()
        raise
    return WriterLock(path, left_open, file)


def _lock_soon(file: IO[bytes]) -> bool:
    """Take the lock now, or as soon as a writer that is just ending lets it go; False when another keeps it."""
    end = time.monotonic() + _PATIENCE
    while not _lock(file):
        if time.monotonic() > end:
            return False
        time.sleep(_POLL)
    return True


def _lock(file: IO[bytes]) -> bool:
    """Take the system's lock on an open file without waiting; False when another has it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Windows says the second
        return False
    return True


def read_owner(path: Path) -> str:
    """Who wrote the note, for people: `lan · PC-VANPHONG · 2026-11-23 08:00`; "?" when there is none to read."""
    try:
        note = json.loads(owner_file(path).read_text(encoding="utf-8"))
        return " · ".join(str(note[key]) for key in ("user", "computer", "since")).replace("T", " ")
    except (OSError, ValueError, KeyError, TypeError):
        return "?"


def _describe_us(now: str) -> dict[str, object]:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = "?"
    return {"user": user, "computer": _computer() or "?", "process": os.getpid(), "since": now}


def _computer() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename
