"""What was written survives a power cut, its name included; and a file appears whole or not at all."""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_DRAFT = re.compile(r"\.(.+)\.[0-9a-f]{8}\.part")
_DAY = 86_400  # seconds


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A name beside `path` to write under: the file takes its place when the block ends well, else it is gone again.

    OSError before anything is written when somebody holds the place. What a crash left of an earlier try is removed.
    """
    if path.exists():
        path.open("rb+").close()
    _remove_left(path)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    flush_folder(path.parent)


def flush_file(path: Path) -> None:
    """Wait until the disk holds what was written to a file; OSError when it cannot."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make a rename in a folder last, as well as its disk can: the rename itself is done, and stands.

    Windows has no such call and needs none; some disks of a network refuse it.
    """
    if os.name == "posix":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _remove_left(path: Path) -> None:
    """Remove drafts of this file; those of its neighbours when they are a day old, and nobody writes them any more."""
    for draft in path.parent.glob(".*.part"):
        found = _DRAFT.fullmatch(draft.name)
        if found and found[1].endswith(path.suffix):
            with suppress(OSError):
                if found[1] == path.name or time.time() - draft.stat().st_mtime > _DAY:
                    draft.unlink()
