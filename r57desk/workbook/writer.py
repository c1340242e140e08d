"""Our own task workbook: official to look at, filled in with Excel alone, and read back without a doubt.

Text is always written as text, whatever it begins with. Nothing inside the table is merged, so that sorting works; a
group's heading is one row, or several for a long text, each marked in the id column.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from r57desk.domain.task import Task
from r57desk.errors import DeskError
from r57desk.merge.model import Edit
from r57desk.merge.packet import Packet, format_packet
from r57desk.workbook.atomic import Draft
from r57desk.workbook.composing import A4, describe, write_carriers, write_workbook
from r57desk.workbook.export_options import ExportOptions
from r57desk.workbook.guide import guide_lines, guide_words
from r57desk.workbook.looks import Looks
from r57desk.workbook.row_height import characters_per_line, estimate_height
from r57desk.workbook.row_xml import RowSheet
from r57desk.workbook.task_sheet import plan_sheet, write_task_sheet

__all__ = ["ExportOptions", "write_packet_workbook", "write_task_workbook"]

_MOST_TASKS = 500_000  # with a heading for each, still fewer than the rows of a sheet
_GUIDE_WIDTHS = (22, 90, 34)


def write_task_workbook(path: Path, tasks: Sequence[Task], options: ExportOptions) -> None:
    """Write the tasks, in the order given, as a workbook; the file appears whole or not at all.

    Raises DeskError when it cannot be written; what stood there before is then unchanged.
    """
    _write(path, tasks, options, "")


def write_packet_workbook(
    place: Path | Draft, packet: Packet, tasks: Sequence[Task], options: ExportOptions, standing: Iterable[Edit] = ()
) -> None:
    """The same as a packet: protected against slips, with a column to ask for deletions, and the packet inside.

    `tasks` are the packet's rows, in their order. `options` say how it looks; whose it is, and its code, says the
    packet. `standing`: see `merge.packet.format_packet`.
    """
    about = replace(
        options, export_id=packet.id, office=packet.office, office_name=packet.office_name, when=packet.when,
        to=packet.to, to_name=packet.to_name, number=packet.number, blanks=packet.blanks,
    )  # fmt: skip
    _write(place, tasks, about, format_packet(packet, standing))


def _write(place: Path | Draft, tasks: Sequence[Task], options: ExportOptions, packet_text: str) -> None:
    if len(tasks) > _MOST_TASKS:
        raise DeskError("workbook_too_many_tasks", file=place.name, count=len(tasks))

    def fill(book: Workbook, looks: Looks) -> None:
        plan = plan_sheet(place.name, tasks, options)
        sheet = book.add_worksheet(plan.name, worksheet_class=RowSheet)
        guide = book.add_worksheet(guide_words(options.language)[0])
        write_task_sheet(book, sheet, plan, looks)
        _write_guide(guide, looks, options)
        write_carriers(book, looks, plan.mark, packet_text)
        describe(book, plan.title, options)

    write_workbook(place, fill)


def _write_guide(sheet: Worksheet, looks: Looks, options: ExportOptions) -> None:
    _, title, example = guide_words(options.language)
    for column, width in enumerate(_GUIDE_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, title, looks["guide_title"])
    sheet.write_string(1, 2, example, looks["subtitle"])
    capacities = [(at, characters_per_line(width)) for at, width in enumerate(_GUIDE_WIDTHS)]
    for row, line in enumerate(guide_lines(options.language, options.export_id if options.is_packet else ""), 2):
        about, text, sample = line
        sheet.set_row(row, estimate_height(line, capacities))
        sheet.write_string(row, 0, about, looks["guide_about"])
        sheet.write_string(row, 1, text, looks["guide_text"])
        sheet.write_string(row, 2, sample, looks["guide_text"])
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
