"""Our own task workbook: what a query finds, to be filled in with Excel alone and read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from r57desk.domain.ids import random_row_id
from r57desk.domain.query import EVERYTHING, Query
from r57desk.services import clock, lists
from r57desk.services.outputs import check_output
from r57desk.services.packet_files import packet_file
from r57desk.services.packets import compose_packet
from r57desk.services.query_words import describe
from r57desk.store import exports, packets, task_query

if TYPE_CHECKING:
    from r57desk.services.desk import Desk
    from r57desk.workbook.export_options import ExportOptions


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The workbook written and how many tasks it holds; `export_id` is printed in its footer.

    A packet also has the office it is for, and its number among those.
    """

    path: Path
    rows: int
    export_id: str
    to: str = ""
    number: int = 0


class ExportService:
    """Tasks into workbooks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(
        self, path: Path, query: Query = EVERYTHING, as_of: date | None = None, *, to: str = "", to_name: str = ""
    ) -> ExportResult:
        """Write the tasks a query finds, whole or not at all; with `to`, as a packet for that office (code or name).

        What the register held is noted before the file takes its place, so that every answer can be compared with what
        was sent; a note without a file harms nobody. Raises DeskError when the file cannot be written, and for a packet what
        `compose_packet` says; `to_name` is for an office nobody registered yet.
        """
        check_output(path, self._desk.path, "nhiem-vu.xlsx")
        day = as_of or self._desk.today()
        return self._export_packet(path, query, day, to, to_name) if to else self._export(path, query, day)

    def _export(self, path: Path, query: Query, day: date) -> ExportResult:
        from r57desk.workbook.writer import write_task_workbook  # XlsxWriter is slow to import

        desk = self._desk
        export_id, when = random_row_id(), clock.now()
        with desk.writer.transaction(), desk.open_bulk_reader() as db:
            tasks = task_query.get_page(db, lists.read_ids(db, query, (), day, desk.warn_days).ids)
            details = {"rows": len(tasks), "query": describe(query)}
            exports.add_export(desk.writer, export_id, path.name, when, details, rows=[task.id for task in tasks])
        write_task_workbook(path, tasks, self._options(query, day, export_id, when))
        return ExportResult(path, len(tasks), export_id)

    def _export_packet(self, path: Path, query: Query, day: date, to: str, to_name: str) -> ExportResult:
        from r57desk.workbook.writer import write_packet_workbook

        db = self._desk.writer
        with packet_file(self._desk, path) as sending:
            packet = compose_packet(self._desk, to, query, day, to_name=to_name, file=path)
            sending.packet = packet.id
            tasks = task_query.find_tasks(db, packet.rows)
            standing = packets.find_standing_edits(db, packet)
            options = self._options(query, day, packet.id, packet.when)
            write_packet_workbook(sending.draft, packet, tasks, options, standing)
        return ExportResult(path, len(tasks), packet.id, packet.to, packet.number)

    def _options(self, query: Query, day: date, export_id: str, when: str) -> ExportOptions:
        from r57desk.workbook.export_options import ExportOptions

        desk = self._desk
        return ExportOptions(
            export_id=export_id,
            office=desk.office,
            office_name=desk.office_name,
            when=when,
            as_of=day,
            filter_words=describe(query, desk.language),
            language=desk.language,
            style="party" if desk.options["style"] == "party" else "state",
        )
