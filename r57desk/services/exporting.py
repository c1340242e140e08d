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
from r57desk.services.query_words import describe
from r57desk.store import exports, task_query

if TYPE_CHECKING:
    from r57desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ExportResult:
    """The workbook written and how many tasks it holds; `export_id` is printed in its footer."""

    path: Path
    rows: int
    export_id: str


class ExportService:
    """Tasks into workbooks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def export(self, path: Path, query: Query = EVERYTHING, as_of: date | None = None) -> ExportResult:
        """Write the tasks a query finds, whole or not at all.

        What the register held is noted first, so that every answer can be compared with what was sent; a note whose
        file was never finished harms nobody. Raises DeskError when the file cannot be written.
        """
        from r57desk.workbook.writer import ExportOptions, write_task_workbook  # XlsxWriter is slow to import

        desk = self._desk
        check_output(path, desk.path, "nhiem-vu.xlsx")
        day = as_of or desk.today()
        export_id, when = random_row_id(), clock.now()
        with desk.writer.transaction(), desk.open_bulk_reader() as db:
            tasks = task_query.get_page(db, lists.read_ids(db, query, (), day, desk.warn_days).ids)
            details = {"rows": len(tasks), "query": describe(query)}
            exports.add_export(desk.writer, export_id, path.name, when, details)
        options = ExportOptions(
            export_id=export_id,
            office=desk.office,
            office_name=desk.office_name,
            when=when,
            as_of=day,
            filter_words=describe(query, desk.language),
            language=desk.language,
            style="party" if desk.options["style"] == "party" else "state",
        )
        write_task_workbook(path, tasks, options)
        return ExportResult(path, len(tasks), export_id)
