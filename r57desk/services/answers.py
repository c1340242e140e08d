"""The answer in a file, told from what was sent: which row each line is about, and what was changed in it by hand.

A cell equal to what was sent says nothing. Any other makes one edit over exactly what its author saw, whatever the
register holds by now; so whoever reads the file makes the same edits, in whatever order files come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from r57desk.merge.alignment import Alignment, align, name_new_rows, realign
from r57desk.merge.base_row import BaseRow
from r57desk.merge.compose import split_local
from r57desk.merge.delta import make_edit
from r57desk.merge.fold import RowState
from r57desk.merge.grid_rows import Line
from r57desk.merge.model import EXISTS, Edit, Value
from r57desk.merge.returns import ReturnedCell, compare_return, find_standing, replace_earlier
from r57desk.services.identifying import NATURAL, RowFinder, pick
from r57desk.services.import_plan import (
    Answer,
    CellState,
    EarlierReturn,
    Likeness,
    MissingRow,
    PlannedCell,
    PlannedRow,
    create_from_file,
)
from r57desk.services.judging import find_crossed_out, find_deletion_state, find_untitled, shown
from r57desk.services.sent import Sent
from r57desk.store import imports, matching, rows
from r57desk.store.database import Database
from r57desk.store.forecast import Forecast
from r57desk.workbook.reading import Reading, Remark, Row

_AS_SENT = {"mark", "worn", "key", "title"}


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of a file: those that differ from what was sent, new ones, those of rows that were not sent."""

    alignment: Alignment
    differing: tuple[tuple[str, Row], ...] = ()
    fresh: tuple[tuple[str, Row], ...] = ()
    foreign: tuple[tuple[str, Row], ...] = ()
    unchanged: int = 0
    realigned: bool = False
    remarks: tuple[tuple[bool, Remark], ...] = field(default=())
    """(whether the line is set aside, the remark)"""
    earlier: Mapping[str, Sequence[Edit]] = field(default_factory=dict)
    """Edits of earlier returns of the same packet, by row."""


# -- which row a line is about -------------------------------------------------------------------


def sort_lines(db: Database, reading: Reading, sent: Sent, *, realigned: bool = False) -> Sorted:
    """Place every line; with `realigned`, a partial sort that was found is undone.

    A line like what was sent differs too, when an earlier return of the packet said something of its row.
    """
    earlier = matching.find_edits_of_packet(db, sent.packet) if sent.packet else {}
    fields = tuple(code for code in reading.fields if code in set(sent.columns))
    values = _values_of(reading, fields)
    lines = [Line(row.mark or row.id, values(row)) for row in reading.rows]
    alignment = align(lines, fields, sent.rows, sent.blanks)
    found = alignment.realignment is not None
    if realigned:
        alignment = realign(alignment)
    named = (
        name_new_rows(lines, fields, alignment, sent.packet) if sent.packet else _name_by_key(db, reading, alignment)
    )
    crossed = {place for place, _ in find_crossed_out(reading)}
    sides: dict[str, list[tuple[str, Row]]] = {"differing": [], "fresh": [], "foreign": []}
    unchanged = 0
    for place, (one, row) in enumerate(zip(alignment.placed, reading.rows, strict=True)):
        if one.how in _AS_SENT:
            differs = _differs(sent, fields, lines[place].values, sent.rows[one.row])
            if differs or place in crossed or one.row in earlier:
                sides["differing"].append((one.row, row))
            else:
                unchanged += 1
        elif one.how in ("blank", "copy", "new"):
            id = one.row or named[place]
            known = not sent.packet and id in matching.find_known_rows(db, [id])
            sides["foreign" if known else "fresh"].append((id, row))
        elif one.how == "other":
            sides["foreign"].append((one.row, row))
    untitled = find_untitled(reading, (row for _, row in sides["fresh"]))
    sides["fresh"] = [one for one in sides["fresh"] if one[1].sheet_row not in untitled]
    return Sorted(
        alignment,
        **{name: tuple(side) for name, side in sides.items()},
        unchanged=unchanged,
        realigned=realigned and found,
        remarks=(*_remark(reading, alignment), *untitled.values()),
        earlier=earlier,
    )


def _values_of(reading: Reading, fields: Sequence[str]) -> Callable[[Row], Sequence[Value]]:
    """From a row to its values of these fields."""
    if tuple(fields) == reading.fields:
        return lambda row: row.values
    places = [reading.fields.index(code) for code in fields]
    return lambda row: tuple([row.values[place] for place in places])


def _differs(sent: Sent, fields: Sequence[str], values: Sequence[Value], base: BaseRow) -> bool:
    was = base.values
    if [*values] == [*map(was.get, fields, repeat(""))]:
        return False  # almost every line; the rest is looked at cell by cell
    return any(
        value != "" and (value or "") != was.get(code, "") and not sent.is_same(value, was.get(code))
        for code, value in zip(fields, values, strict=True)
    )


def _name_by_key(db: Database, reading: Reading, alignment: Alignment) -> dict[int, str]:
    """Ids for lines that are in no row of an earlier import: a row of the register, or one from their content."""
    taken = {one.row for one in alignment.placed if one.row}
    finder = RowFinder([key for key in matching.find_natural_keys(db) if key[0] not in taken], taken)
    natural = pick(reading, NATURAL)
    return {
        place: finder.find(*natural(reading.rows[place]))
        for place, one in enumerate(alignment.placed)
        if one.how in ("copy", "new")
    }


_REMARKS = {"shifted": (True, "row_shifted"), "worn": (False, "row_renamed"), "copy": (False, "row_copied")}


def _remark(reading: Reading, alignment: Alignment) -> Iterator[tuple[bool, Remark]]:
    title = reading.fields.index("title") if "title" in reading.fields else -1
    for one, row in zip(alignment.placed, reading.rows, strict=True):
        if one.how in _REMARKS:
            aside, code = _REMARKS[one.how]
            raw = (row.values[title] or "") if title >= 0 else ""
            yield aside, Remark(reading.sheet, reading.cell_of(row, "title") or str(row.sheet_row), "", raw, code)


# -- what was changed by hand --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Judged:
    """The planned rows of an answer, and what it says beside earlier returns of the same packet."""

    rows: tuple[PlannedRow, ...] = ()
    returned: tuple[ReturnedCell, ...] = ()


def judge_answer(
    db: Database, reading: Reading, sent: Sent, lines: Sorted, told: Forecast, *, replaces: bool = False
) -> Judged:
    """What each line that differs amounts to, once what the packet carries is here (`told`)."""
    ids = [row_id for row_id, _ in (*lines.differing, *lines.fresh)]
    states = rows.find_states(db, [id for id in ids if id not in told.after]) | dict(told.after)
    bases = sent.bases([row_id for row_id, _ in lines.differing], states)
    returned: list[ReturnedCell] = []
    drafts: list[tuple[str, Row, RowState, list[tuple[str, Value, Edit]]]] = []
    fresh = {row_id for row_id, _ in lines.fresh}
    for row_id, line in (*lines.differing, *lines.fresh):
        state = states.get(row_id) or RowState(row_id)
        base = BaseRow() if row_id in fresh else bases.get(row_id, BaseRow())
        cells = _said(reading, sent, line)
        beside = _compare(reading, state, base, cells, lines.earlier.get(row_id, ()))
        returned += [cell for cell in beside if cell.verdict != "same"]
        if row_id in fresh and not (replaces and beside):
            creating = create_from_file(row_id, _shared(reading, line), sent.packet)
            drafts.append((row_id, line, state, [(EXISTS, "1", creating)]))
        else:
            edits = _extract(sent, row_id, base, cells)
            drafts.append((row_id, line, state, [*_replace(edits, beside, sent.packet, replaces)]))
    standing = matching.find_standing(db, [edit.id for *_, edits in drafts for _, _, edit in edits])
    planned = [_plan_row(reading, sent.office, *draft, standing) for draft in drafts]
    return Judged(tuple(row for row in planned if row), tuple(returned))


def _said(reading: Reading, sent: Sent, line: Row) -> dict[str, Value]:
    """What a line says in the columns that were sent; asked to be deleted, it says `#exists` = "0"."""
    columns = {*sent.columns, EXISTS}
    return {code: value for code, value in zip(reading.fields, line.values, strict=True) if code in columns}


def _shared(reading: Reading, line: Row) -> dict[str, Value]:
    values = zip(reading.fields, line.values, strict=True)
    return split_local("task", {code: value for code, value in values if value and code != EXISTS})[0]


def _extract(sent: Sent, row_id: str, base: BaseRow, cells: Mapping[str, Value]) -> Iterator[tuple[str, Value, Edit]]:
    for code, value in cells.items():
        if code == EXISTS:
            if value:
                yield code, value, make_edit(row_id, {EXISTS: "0"}, {EXISTS: base.all_live()}, packet=sent.packet)
            continue
        was = base.cell(code)
        if not sent.is_same(value, was.value):
            yield code, value, make_edit(row_id, {code: value}, {code: was.live}, packet=sent.packet)


def _compare(
    reading: Reading, state: RowState, base: BaseRow, cells: Mapping[str, Value], edits: Iterable[Edit]
) -> tuple[ReturnedCell, ...]:
    columns = set(reading.fields)
    earlier = {code: said for code, said in find_standing(state, edits).items() if code in columns and code != EXISTS}
    return compare_return(state.row, cells, base, earlier) if earlier else ()


def _replace(
    edits: Iterable[tuple[str, Value, Edit]], beside: Sequence[ReturnedCell], packet: str, replaces: bool
) -> Iterator[tuple[str, Value, Edit]]:
    """The edits of a line; those of cells that an earlier return speaks of take its place, when asked for."""
    if not replaces:
        yield from edits
        return
    spoken = {cell.field for cell in beside}
    yield from (one for one in edits if one[0] not in spoken)
    for cell in beside:
        for edit in replace_earlier([cell], packet):
            yield cell.field, cell.incoming if cell.verdict == "sibling" else cell.base.value, edit


def _plan_row(
    reading: Reading,
    office: str,
    row_id: str,
    line: Row,
    state: RowState,
    edits: Sequence[tuple[str, Value, Edit]],
    standing: set[str],
) -> PlannedRow | None:
    fresh = [one for one in edits if one[2].id not in standing]
    if not fresh:
        return None
    if any(edit.creates for _, _, edit in fresh):
        return PlannedRow("new", row_id, line)
    cells = [
        PlannedCell(
            code,
            "1" if code == EXISTS else shown(state, code),
            value,
            reading.cell_of(line, code),
            _state_of(state, office, code, value, edit),
            edit,
        )
        for code, value, edit in fresh
    ]
    return PlannedRow("changed", row_id, line, tuple(cells))


def _state_of(state: RowState, office: str, code: str, value: Value, edit: Edit) -> CellState:
    """unchanged: somebody else wrote the same meanwhile; both then stand behind it."""
    if code == EXISTS:
        return find_deletion_state(state, office, edit)
    if not state.authority.may_write(office, code):
        return "request"
    cell = state.cells.get(code)
    values = [one.value for one in cell.siblings] if cell else []
    if edit.fields and values and all(one == (value or None) for one in values):
        return "unchanged"
    seen = set(edit.supersedes.get(code, ()))
    unseen_values = [one.value for one in cell.siblings if not seen.issuperset(one.edits)] if cell else []
    return "conflict" if any(one != (value or None) for one in unseen_values) else "changed"


# -- what else the preview says ------------------------------------------------------------------


def describe_answer(
    db: Database, reading: Reading, sent: Sent, lines: Sorted, judged: Judged, *, replaces: bool
) -> Answer:
    """How the file was matched, and which earlier files answer the same packet."""
    found = lines.alignment
    return Answer(
        sent.packet,
        found.realignment,
        lines.realigned,
        tuple(Likeness(reading.rows[one.line], _name_row(sent, one.row)) for one in found.suggestions),
        _find_earlier(db, reading, sent.packet, judged),
        judged.returned,
        replaces,
    )


def find_missing_rows(sent: Sent, lines: Sorted) -> tuple[MissingRow, ...]:
    """The rows that were sent and have no line. They stay in the register."""
    return tuple(_name_row(sent, row) for row in lines.alignment.missing)


def _name_row(sent: Sent, row: str) -> MissingRow:
    values = sent.rows[row].values
    return MissingRow(row, values.get("stt", ""), values.get("title", ""))


def _find_earlier(db: Database, reading: Reading, packet: str, judged: Judged) -> tuple[EarlierReturn, ...]:
    """The files that answered the same packet before, when this one says something else or nothing new."""
    if not packet or (judged.rows and not judged.returned):
        return ()
    records = [
        record
        for record in imports.find_imports(db)
        if record.details.get("packet") == packet and not record.undone and record.file_hash != reading.sha256
    ]
    if not records and judged.returned:
        return (EarlierReturn(None, "", ""),)
    return tuple(EarlierReturn(record.id, record.file_name, record.at) for record in records)
