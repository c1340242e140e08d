"""Files that appear whole or not at all: written beside their place, flushed to the disk, checked, then renamed."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from r57desk.errors import DeskError
from r57desk.flush import flush_file, new_file

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


@dataclass(frozen=True, slots=True)
class Draft:
    """A workbook on its way to `place`; until then it lies at `path`."""

    place: Path
    path: Path

    @property
    def name(self) -> str:
        """The name it will have."""
        return self.place.name

    def write(self, compose: Callable[[], bytes]) -> None:
        """Put the whole workbook on the disk, where it survives a power cut, and read it back. Raises DeskError."""
        with _told_of(self.place):
            self.path.write_bytes(compose())
            flush_file(self.path)
            _check(self.path)


@contextmanager
def new_workbook_file(place: Path) -> Iterator[Draft]:
    """A workbook to be written: it takes its place when the block ends well, and is gone when it does not.

    Raises DeskError for every fault of the disk, and before anything is done when the place is held open by Excel.
    """
    if not place.parent.is_dir():
        raise DeskError("workbook_folder_missing", file=place.name, folder=str(place.parent))
    with _told_of(place), new_file(place) as path:
        yield Draft(place, path)


@contextmanager
def _told_of(place: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, zipfile.BadZipFile) as error:
        raise _as_desk_error(error, place) from error


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
