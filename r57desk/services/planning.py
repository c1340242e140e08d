"""Planning an import: every row of a reading against the register, before anything is written.

A file that answers a packet, or an earlier import somebody named, is told from what was sent (`services.answers`), any
other from what the register knows (`services.judging`). What a packet carries besides comes first: its cells were
filled in by somebody who saw all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from r57desk.merge.packet import Packet
from r57desk.services.answers import describe_answer, find_missing_rows, judge_answer, sort_lines
from r57desk.services.documents import settle_notes
from r57desk.services.identifying import identify
from r57desk.services.import_plan import ImportPlan, MissingRow, PlanCounts, PlannedCell, PlannedRow, make_edits
from r57desk.services.judging import (
    Progress,
    find_crossed_out,
    find_missing,
    find_untitled,
    judge,
    judge_deletions,
    leave_out_crosses,
    sort_out,
)
from r57desk.services.packets import Carried, plan_packet
from r57desk.services.sent import Sent, find_sent
from r57desk.store import changes, matching
from r57desk.store.database import Database
from r57desk.store.forecast import Forecast
from r57desk.workbook.reading import Reading, Row

__all__ = [
    "ImportPlan", "MissingRow", "PlanCounts", "PlanOptions", "PlannedCell", "PlannedRow", "Progress", "make_edits",
    "make_plan",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """What a person says of a file. `from_office`: whose it is ("" for our own, or as the packet says).

    `packet`: the code in its footer, when nothing else in it tells; `base_import`: the import it answers. `realign`: undo
    the partial sort that was found. `replaces_earlier`: it replaces earlier returns of its packet.
    """

    from_office: str = ""
    packet: str = ""
    base_import: int | None = None
    realign: bool = False
    replaces_earlier: bool = False


def make_plan(
    db: Database, reading: Reading, options: PlanOptions, own_office: str, progress: Progress
) -> ImportPlan:
    """Compare a reading with the register. Reads one state of the register."""
    with db.reading():
        reading = settle_notes(db, reading)
        sent = find_sent(db, own_office, reading, options.from_office, options.packet, options.base_import)
        if sent is None:
            return _plan_sheet(db, reading, options.from_office or own_office, own_office, progress)
        return _plan_answer(db, reading, sent, options, own_office, progress)


# -- a sheet by itself ---------------------------------------------------------------------------


def _plan_sheet(db: Database, reading: Reading, office: str, own_office: str, progress: Progress) -> ImportPlan:
    crossed = find_crossed_out(reading)
    reading, said = leave_out_crosses(reading), reading
    keys = matching.find_natural_keys(db)
    ids = identify(reading, keys)
    known = matching.find_known_rows(db, set(ids))
    fresh, differing, unchanged = sort_out(db, reading, ids, known, progress)
    untitled = find_untitled(reading, (row.line for row in fresh))
    fresh = [row for row in fresh if row.line.sheet_row not in untitled]
    judged = judge(db, reading, differing, office, own_office)
    if any(cell.state == "review" for row in judged for cell in row.cells):
        fresh = [replace(row, review=True) for row in fresh]
    unchanged += len(differing) - len(judged)
    if crossed:
        cells = judge_deletions(db, said, {ids[place]: line for place, line in crossed}, office)
        judged, more = _cross_out(judged, cells, {ids[place]: reading.rows[place] for place, _ in crossed})
        unchanged -= more
    planned = sorted((*fresh, *judged), key=lambda row: row.line.sheet_row)
    return ImportPlan(
        reading,
        office,
        office != own_office,
        tuple(planned),
        unchanged,
        tuple(find_missing(reading, keys, set(ids))),
        changes.last_change(db),
        tuple(matching.find_assigned_by_others(db, ids, office)) if office != own_office else (),
        set_aside=tuple(remark for aside, remark in untitled.values() if aside),
        hints=tuple(remark for aside, remark in untitled.values() if not aside),
    )


def _cross_out(
    judged: list[PlannedRow], deleted: Mapping[str, PlannedCell], lines: Mapping[str, Row]
) -> tuple[list[PlannedRow], int]:
    """The planned rows with the deletions among their cells, and how many rows that adds."""
    rows = {row.row_id: row for row in judged}
    for row_id, cell in deleted.items():
        row = rows.get(row_id) or PlannedRow("changed", row_id, lines[row_id])
        rows[row_id] = replace(row, cells=(*row.cells, cell))
    return list(rows.values()), len(rows) - len(judged)


# -- an answer -----------------------------------------------------------------------------------


def _plan_answer(
    db: Database, reading: Reading, sent: Sent, options: PlanOptions, own_office: str, progress: Progress
) -> ImportPlan:
    lines = sort_lines(db, reading, sent, realigned=options.realign)
    progress(len(reading.rows) // 2, len(reading.rows))
    carried = _plan_carried(db, own_office, sent.carried, lambda: [row for row, _ in lines.differing])
    told = carried.forecast if carried else Forecast()
    replaces = options.replaces_earlier and bool(sent.packet)
    judged = judge_answer(db, reading, sent, lines, told, replaces=replaces)
    others = _review(judge(db, reading, lines.foreign, sent.office, own_office))
    planned = sorted((*judged.rows, *others), key=lambda row: row.line.sheet_row)
    silent = len(lines.differing) + len(lines.fresh) + len(lines.foreign) - len(planned)
    return ImportPlan(
        reading,
        sent.office,
        not sent.packet and sent.office != own_office,
        tuple(planned),
        lines.unchanged + silent,
        find_missing_rows(sent, lines),
        changes.last_change(db),
        carried=carried,
        answer=describe_answer(db, reading, sent, lines, judged, replaces=replaces),
        set_aside=tuple(remark for aside, remark in lines.remarks if aside),
        hints=tuple(remark for aside, remark in lines.remarks if not aside),
    )


def _plan_carried(
    db: Database, own_office: str, packet: Packet | None, rows: Callable[[], list[str]]
) -> Carried | None:
    return plan_packet(db, own_office, packet, rows()) if packet else None


def _review(rows: list[PlannedRow]) -> list[PlannedRow]:
    """Rows that were not sent: nobody knows what the author saw of them."""
    return [
        replace(row, review=row.kind == "new", cells=tuple(replace(cell, state="review") for cell in row.cells))
        for row in rows
    ]
