"""A packet and its file: what the register notes and what lies on the disk agree, whatever comes between.

    with packet_file(desk, path) as sending:         compose and note the packet, write it to the draft, keep its id

What is noted counts once the whole file is on the disk; only then does it take its place. So a fault leaves both as
they were, and a packet that stands is always known. The note that it stands comes last; `note_standing_file` makes up
for it when a crash came first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.errors import DeskError
from r57desk.store import packets
from r57desk.store.database import Database
from r57desk.store.imports import file_hash
from r57desk.store.packets import PacketFile
from r57desk.workbook.atomic import Draft, new_workbook_file

if TYPE_CHECKING:
    from r57desk.services.desk import Desk


@dataclass(slots=True)
class Sending:
    """A packet on its way into its file; `packet` is its id, as soon as there is one."""

    draft: Draft
    packet: str = ""


@contextmanager
def packet_file(desk: Desk, path: Path) -> Iterator[Sending]:
    """Around composing, noting and writing a packet: all of it, or nothing. Raises DeskError.

    Should the place be refused after all, when the file is whole, the packet stays noted as one without a file.
    """
    db = desk.writer
    with new_workbook_file(path) as draft:
        with db.transaction():
            sending = Sending(draft)
            yield sending
            file = read_packet_file(draft.path)
        desk.forget()
    with suppress(DeskError):  # the file stands and the packet is known: what is missing here, the next start adds
        packets.add_file(db, sending.packet, file)


def note_standing_file(db: Database) -> None:
    """Note the file of our newest packet, if a crash came between its taking its place and the note."""
    record = packets.find_unfinished(db)
    if record is None or "folder" not in record.details:
        return
    from r57desk.workbook.composing import is_written_as  # XlsxWriter is slow to import

    path = Path(record.details["folder"]) / record.file_name
    if is_written_as(path, record.id):
        with suppress(OSError):
            packets.add_file(db, record.id, read_packet_file(path))


def read_packet_file(path: Path) -> PacketFile:
    """What a packet was written as."""
    content = path.read_bytes()
    return PacketFile(file_hash(content), len(content))
