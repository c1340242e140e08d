"""What a file without a packet says of rows the register knows: cell by cell, against what its author saw.

The base a cell is compared with is, in this order: what the row was when our own workbook was written; what a file of
that office last said of it; nothing. So a cell nobody touched says nothing, and work done here meanwhile stays beside
what the file says, as a difference, never under it. A partner's file that never said a row has no base for it: its
cells are for a person to look at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from r57desk.merge.base_row import SHOWN_UNSET
from r57desk.merge.delta import make_edit
from r57desk.merge.extract import Base, extract_cell
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Edit, Value
from r57desk.services.import_plan import CellState, MissingRow, PlannedCell, PlannedRow
from r57desk.store import exports, matching, rows
from r57desk.store.database import Database
from r57desk.store.matching import NaturalKey
from r57desk.workbook.reading import Reading, Remark, Row

Progress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel."""

_STEP = 500  # rows between two calls of a Progress
_Bases = Callable[[str], Callable[[str], Base] | None]
"""For a row, a function from field to what the author of the file saw there; None when the file has no base for it."""


def sort_out(
    db: Database, reading: Reading, ids: Sequence[str], known: set[str], progress: Progress
) -> tuple[list[PlannedRow], list[tuple[str, Row]], int]:
    """New rows; rows whose line differs from what is shown (or that are not shown); how many do not differ."""
    shown = matching.find_values(db, [row_id for row_id in ids if row_id in known], reading.fields)
    values = dict(shown)
    fresh: list[PlannedRow] = []
    differing: list[tuple[str, Row]] = []
    unchanged = 0
    for place, (row_id, line) in enumerate(zip(ids, reading.rows, strict=True)):
        if place % _STEP == 0:
            progress(place, len(ids))
        if row_id not in known:
            fresh.append(PlannedRow("new", row_id, line))
        elif (now := values.get(row_id)) is not None and _says_nothing_new(line.values, now):
            unchanged += 1
        else:
            differing.append((row_id, line))
    return fresh, differing, unchanged


def _says_nothing_new(said: Sequence[Value], shown: Sequence[str]) -> bool:
    if said == shown:
        return True
    return all(value == "" or (value or "") == now for value, now in zip(said, shown, strict=True))


def find_untitled(reading: Reading, lines: Iterable[Row]) -> dict[int, tuple[bool, Remark]]:
    """Of lines that would be new tasks, those without a title, by sheet row: (whether it is set aside, the remark).

    One that has nothing but a number was numbered in advance, and asks for nothing.
    """
    found: dict[int, tuple[bool, Remark]] = {}
    for line in lines:
        if not line.values[reading.fields.index("title")]:
            values = reading.values_of(line)
            cell = reading.cell_of(line, "title") or str(line.sheet_row)
            raw = " | ".join(value for value in values.values() if value)
            remark = Remark(reading.sheet, cell, "title", raw, "row_without_title")
            found[line.sheet_row] = (values.keys() != {"stt"}, remark)
    return found


# -- what the differences amount to --------------------------------------------------------------


def judge(
    db: Database, reading: Reading, differing: Sequence[tuple[str, Row]], office: str, own_office: str
) -> list[PlannedRow]:
    """Rows of the register whose lines differ from them: new ones again, or changed in some cells, or neither."""
    if not differing:
        return []
    row_ids = [row_id for row_id, _ in differing]
    states = rows.find_states(db, row_ids)
    bases = _find_bases(db, reading, row_ids, _find_partner(reading, office, own_office))
    packet = reading.mark.export_id if reading.mark else ""
    known = partial(matching.is_standing, db)
    judged = []
    for row_id, line in differing:
        state, base = states[row_id], bases(row_id)
        if EXISTS not in state.cells:  # no creating edit counts here: local notes on it may be left
            judged.append(PlannedRow("new", row_id, line))
            continue
        seen = base or _saw_nothing
        cells = tuple(_judge_cells(reading, line, state, seen, office, packet, known, review=base is None))
        if cells:
            judged.append(PlannedRow("changed", row_id, line, cells))
    return judged


def _judge_cells(
    reading: Reading,
    line: Row,
    state: RowState,
    base: Callable[[str], Base],
    office: str,
    packet: str,
    known: Callable[[str], bool],
    *,
    review: bool = False,
) -> Iterator[PlannedCell]:
    for code, value in reading.values_of(line).items():
        if (value or "") == (shown(state, code) or "") and code not in state.conflicts:
            continue
        cell = state.cells.get(code)
        live = {edit: one.value for one in cell.siblings for edit in one.edits} if cell else {}
        may_write = state.authority.may_write(office, code)
        found = extract_cell(
            state.row, code, value, base(code), live, may_write=may_write, packet=packet, is_known=known
        )
        if found.edit is not None:
            doubt = "review" if review else found.state
            yield PlannedCell(code, shown(state, code), value, reading.cell_of(line, code), doubt, found.edit)


def shown(state: RowState, code: str) -> Value:
    """What a cell shows, and so is written into workbooks as."""
    return state.values.get(code) or SHOWN_UNSET.get(code)


def _find_partner(reading: Reading, office: str, own_office: str) -> str | None:
    """Whose files alone can be a base: another office's, or that of a packet which lost what it carried."""
    if office != own_office:
        return office
    mark = reading.mark
    return mark.office if mark and mark.kind and mark.office != own_office else None


def _find_bases(db: Database, reading: Reading, row_ids: Sequence[str], partner: str | None) -> _Bases:
    record = exports.find_export(db, reading.mark.export_id) if reading.mark else None
    if record is not None:
        states = exports.find_states_at(db, row_ids, record)
        return lambda row_id: lambda code: Base(shown(states[row_id], code), states[row_id].live(code))
    said = matching.find_imported(db, row_ids, office=partner)

    def last_said(row_id: str) -> Callable[[str], Base] | None:
        cells = said.get(row_id, {})
        if partner is not None and EXISTS not in cells:
            return None
        return lambda code: Base(cells[code][0], (cells[code][1],)) if code in cells else _saw_nothing(code)

    return last_said


def find_crossed_out(reading: Reading) -> list[tuple[int, Row]]:
    """The lines (from 0) whose author wants the task deleted."""
    if EXISTS not in reading.fields:
        return []
    at = reading.fields.index(EXISTS)
    return [(place, line) for place, line in enumerate(reading.rows) if line.values[at] == "0"]


def leave_out_crosses(reading: Reading) -> Reading:
    """The reading without its column for deletions."""
    if EXISTS not in reading.fields:
        return reading
    at = reading.fields.index(EXISTS)
    lines = tuple(line._replace(values=line.values[:at] + line.values[at + 1 :]) for line in reading.rows)
    return replace(reading, fields=reading.fields[:at] + reading.fields[at + 1 :], rows=lines)


def judge_deletions(
    db: Database, reading: Reading, crossed: Mapping[str, Row], office: str
) -> dict[str, PlannedCell]:
    """For each task to be deleted: its cell. In a file of ours its author saw what was sent; in another, nobody knows."""
    record = exports.find_export(db, reading.mark.export_id) if reading.mark else None
    states = {row: state for row, state in rows.find_states(db, crossed).items() if state.exists}
    saw = exports.find_states_at(db, states, record) if record else states
    found = {}
    for row, state in states.items():
        edit = make_edit(row, {EXISTS: "0"}, {EXISTS: saw[row].all_live()}, packet=record.id if record else "")
        if not matching.is_standing(db, edit.id):
            doubt = find_deletion_state(state, office, edit) if record else "review"
            found[row] = PlannedCell(EXISTS, "1", "0", reading.cell_of(crossed[row], EXISTS), doubt, edit)
    return found


def find_deletion_state(state: RowState, office: str, edit: Edit) -> CellState:
    """What a deletion amounts to: work its author had not seen keeps the row."""
    if not state.authority.may_write(office, EXISTS):
        return "request"
    return "conflict" if set(state.all_live()) - set(edit.supersedes.get(EXISTS, ())) else "changed"


def _saw_nothing(code: str) -> Base:
    return Base(SHOWN_UNSET.get(code))


def find_missing(reading: Reading, keys: Sequence[NaturalKey], present: set[str]) -> Iterator[MissingRow]:
    """Tasks of the same document that have no line; for a file that names none there is no telling."""
    if not reading.rows or "source_doc" not in reading.fields:
        return
    place = reading.fields.index("source_doc")
    documents = {line.values[place] for line in reading.rows if line.values[place]}
    for row_id, source, stt, title in keys:
        if row_id not in present and source in documents:
            yield MissingRow(row_id, stt, title)
