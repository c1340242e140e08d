"""Names for files the user is about to make, and the way to their folder."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from r57desk.domain.text import fold

_LONGEST = 60
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


def suggest_name(title: str, day: date, suffix: str) -> str:
    """“danh-muc-nhiem-vu-2025-09-24.pdf”: letters any file system and any e-mail program takes."""
    stem = _NOT_IN_NAMES.sub("-", fold(title)).strip("-")[:_LONGEST].rstrip("-")
    return f"{stem or 'r57desk'}-{day.isoformat()}.{suffix}"


def proposed_folder() -> Path:
    """Where a new file is proposed: the first of documents, desktop and home that is there."""
    places = QStandardPaths.StandardLocation
    wanted = (places.DocumentsLocation, places.DesktopLocation, places.HomeLocation)
    folders = (Path(written) for place in wanted if (written := QStandardPaths.writableLocation(place)))
    return next((folder for folder in folders if folder.is_dir()), Path.home())


def open_folder(path: Path) -> None:
    """Show the folder of a file in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
