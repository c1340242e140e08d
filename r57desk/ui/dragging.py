"""What travels when tasks are dragged inside the window: their row ids, in a format of our own."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QByteArray, QMimeData

ROWS_MIME = "application/x-r57desk-rows"


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
