"""Files that appear whole or not at all: written beside their place, flushed to the disk, checked, then renamed."""

from __future__ import annotations

import contextlib
import errno
import secrets
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from r57desk.errors import DeskError
from r57desk.flush import flush_file, flush_folder

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


@contextmanager
def new_workbook_file(path: Path) -> Iterator[Path]:
    """A name to write a workbook under; it takes its place when the block ends well, and is gone when it does not.

    Raises DeskError for every fault of the disk, also when the place is held open by Excel.
    """
    if not path.parent.is_dir():
        raise DeskError("workbook_folder_missing", file=path.name, folder=str(path.parent))
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        yield draft
        flush_file(draft)
        _check(draft)
        draft.replace(path)
        flush_folder(path.parent)
    except (OSError, zipfile.BadZipFile) as error:
        raise _as_desk_error(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _check(file: Path) -> None:
    """Read back every part of what was written; raises BadZipFile when one is damaged."""
    with zipfile.ZipFile(file) as archive:
        damaged = archive.testzip()
    if damaged is not None:
        raise zipfile.BadZipFile(damaged)


def _as_desk_error(error: Exception, path: Path) -> DeskError:
    number = getattr(error, "errno", None)
    if number in _NO_SPACE:
        return DeskError("workbook_disk_full", file=path.name)
    if number in _HELD or isinstance(error, PermissionError | IsADirectoryError):
        return DeskError("workbook_in_use", file=path.name)
    return DeskError("workbook_unwritable", file=path.name, reason=getattr(error, "strerror", None) or str(error))
