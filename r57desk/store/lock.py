"""One writer at a time: a lock file beside the register, and a note saying who holds it.

The lock is the operating system's, so it ends with the process that held it; the note is only for the sentence
the second one reads. A note found while taking the lock means its writer did not close.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from r57desk.errors import DeskError


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
    _lock: FileLock | None = field(default=None, repr=False)

    def release(self) -> None:
        """Lets the next writer in; harmless when repeated."""
        if self._lock is not None:
            owner_file(self.path).unlink(missing_ok=True)
            self._lock.release()
            self._lock = None


def take_lock(path: Path, now: str) -> WriterLock:
    """The writer's lock on the register at `path`; DeskError `register_locked` naming who has it."""
    lock = FileLock(lock_file(path), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise DeskError("register_locked", file=path.name, owner=read_owner(path)) from error
    left_open = owner_file(path).exists()
    owner_file(path).write_text(json.dumps(_describe_us(now), ensure_ascii=False), encoding="utf-8")
    return WriterLock(path, left_open, lock)


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
    return {"user": user, "computer": platform.node() or "?", "process": os.getpid(), "since": now}
