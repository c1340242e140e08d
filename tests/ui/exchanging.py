"""A second office for the tests of the exchange: its own register, and packets both ways without files."""

from __future__ import annotations

from pathlib import Path

from r57desk.merge.delta import make_delta, make_edit
from r57desk.merge.model import EXECUTORS
from r57desk.services.clock import now
from r57desk.services.desk import Desk
from r57desk.services.packets import compose_packet, take_packet
from r57desk.store import edit_log, packets
from r57desk.store.packets import PacketFile

SCIENCE, NAME = "01.SKHCN", "Sở Khoa học và Công nghệ"


def send(desk: Desk, to: str, name: str = "", *, file_name: str = "goi.xlsx") -> object:
    """A packet noted as a file that stands."""
    packet = compose_packet(desk, to, to_name=name, file=Path(file_name))
    packets.add_file(desk.writer, packet.id, PacketFile("ab" * 32, 20_480))
    return packet


def take_part(desk: Desk, *titles: str) -> None:
    """Let our own office execute tasks too, so that our values count beside a partner's."""
    rows = [task.id for task in desk.tasks.find() if task.title in titles]
    grants = [make_edit(row, {EXECUTORS: desk.office}) for row in rows]
    edit_log.append(desk.writer, [make_delta(desk.office, grants)], kind="edit", label="Giao việc", at=now())


class OtherOffice:
    """Sở Khoa học và Công nghệ, holding every task of the register."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._ours = desk
        self.desk = Desk.create(folder / "other.db", SCIENCE, NAME)
        self.take()

    def take(self) -> None:
        """Read a new packet of ours."""
        take_packet(self.desk, send(self._ours, SCIENCE, NAME))

    def write(self, stt: str, **values: str) -> None:
        """Fill in a task there."""
        row = next(task.id for task in self.desk.tasks.find() if task.stt == stt)
        self.desk.tasks.set_fields((row,), values)

    def answer(self, *, lost: bool = False) -> None:
        """Send a packet back; a lost one never comes."""
        packet = send(self.desk, self._ours.office)
        if not lost:
            take_packet(self._ours, packet, label="goi.xlsx")

    def find(self, stt: str) -> object:
        """A task there."""
        return next(task for task in self.desk.tasks.find() if task.stt == stt)


def export_packet(desk: Desk, to: str, path: Path, name: str = "") -> Path:
    """A packet as a workbook."""
    desk.exports.export(path, to=to, to_name=name)
    return path


def import_packet(desk: Desk, path: Path) -> int | None:
    """Import a workbook as it is; the number of the import."""
    return desk.imports.apply(desk.imports.plan(desk.imports.read(path))).import_id
