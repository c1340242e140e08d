"""Where a workbook or a PDF cannot be written: a folder; or must never be: a register, its side files, its copies."""

from __future__ import annotations

from pathlib import Path

from r57desk import paths
from r57desk.errors import DeskError

_REGISTER = b"SQLite format 3\x00"


def check_output(path: Path, register: Path, example: str) -> None:
    """DeskError `output_is_register` for the open register, what belongs to it, or any other database file.

    `output_is_folder` for a folder; `example` is a file name that would do there.
    """
    if path.is_dir():
        raise DeskError("output_is_folder", file=path, example=path / example)
    target, own = path.resolve(), register.resolve()
    belongs = target.parent == own.parent and target.name.startswith(own.name)
    if belongs or paths.backups_folder(own) in target.parents or _is_database(target):
        raise DeskError("output_is_register", file=path.name)


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_REGISTER)) == _REGISTER
    except OSError:
        return False
