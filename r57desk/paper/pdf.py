"""PDF by the same painter: whole file or nothing, and the same bytes for the same plan and time."""

from __future__ import annotations

import re
import uuid
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QUuid
from PySide6.QtGui import QPainter, QPdfWriter

from r57desk.errors import DeskError
from r57desk.flush import flush_file, new_file
from r57desk.paper.painter import page_layout, paint
from r57desk.paper.plan import Plan
from r57desk.paper.profile import UNITS_PER_POINT

CREATOR = "r57desk"
_NAMESPACE = uuid.UUID("57de5c00-5757-5757-8757-57de5c000057")
_RESOLUTION = 72 * UNITS_PER_POINT


def write_pdf(path: Path, plan: Plan, created: datetime | None = None) -> None:
    """Write all pages to `path`, replacing it only when complete; DeskError `pdf_unwritable` if that fails."""
    data = make_pdf(plan, created)
    try:
        with new_file(path) as draft:
            draft.write_bytes(data)
            flush_file(draft)
    except OSError as error:
        raise DeskError("pdf_unwritable", file=path.name) from error


def make_pdf(plan: Plan, created: datetime | None = None) -> bytes:
    """The PDF as bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(plan.title)
    writer.setCreator(CREATOR)
    writer.setDocumentId(QUuid.fromString(str(uuid.uuid5(_NAMESPACE, plan.key))))
    writer.setPageLayout(page_layout(plan, 0))
    painter = QPainter(writer)
    for number in range(len(plan.pages)):
        if number:
            writer.setPageLayout(page_layout(plan, number))
            writer.newPage()
        paint(painter, plan, number)
    painter.end()
    data = bytes(buffer.data().data())
    return _set_time(data, created) if created else data


def _set_time(data: bytes, created: datetime) -> bytes:
    """The same bytes with another time of creation: Qt writes the clock, and figures replace figures of equal length."""
    data = re.sub(rb"(?<=Date \(D:)[0-9]{14}", f"{created:%Y%m%d%H%M%S}".encode(), data)
    return re.sub(rb"(?<=Date=\")[0-9T:-]{19}", f"{created:%Y-%m-%dT%H:%M:%S}".encode(), data)
