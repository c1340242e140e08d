"""What is dragged: tasks inside the window, as row ids in a format of our own; workbooks from outside."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QDropEvent

ROWS_MIME = "application/x-r57desk-rows"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


def pack_rows(row_ids: Iterable[str]) -> QMimeData:
    """The row ids as mime data; no text flavour, so that a drop on another program does nothing."""
    made = QMimeData()
    made.setData(ROWS_MIME, QByteArray("\n".join(row_ids).encode()))
    return made


def unpack_rows(data: QMimeData) -> list[str]:
    """The row ids of a drag, or none if it came from elsewhere."""
    if not data.hasFormat(ROWS_MIME):
        return []
    return bytes(data.data(ROWS_MIME).data()).decode().split("\n")


def dropped_workbook(event: QDropEvent) -> Path | None:
    """The workbook that is being dropped; None for anything else."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.lower() in _WORKBOOKS:
            return path
    return None
