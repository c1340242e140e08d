"""Planning an import: every row of a reading against the register, before anything is written.

The base a cell is compared with is, in this order: what the row was when our own workbook was written; what a file
last said of it; nothing. So a cell nobody touched says nothing, and work done here meanwhile stays beside what the
file says, as a difference, never under it.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from r57desk.domain.ids import natural_row_id
from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.domain.text import fold
from r57desk.merge.compose import split_local
from r57desk.merge.delta import make_edit
from r57desk.merge.extract import Base, CellState, extract_cell
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Edit, Value
from r57desk.services.documents import settle_notes
from r57desk.store import changes, exports, matching, rows
from r57desk.store.database import Database
from r57desk.store.matching import NaturalKey
from r57desk.workbook.reading import Reading, Remark, Row

RowKind = Literal["new", "changed"]
Progress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel."""

_STEP = 500  # rows between two calls of a Progress


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """One cell that would change: the shown value, the file's, where it stands, and what would come of it."""

    field: str
    old: Value
    new: Value
    cell: str
    state: CellState
    edit: Edit = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row that is new (its cells are the reading's) or differs in `cells`."""

    kind: RowKind
    row_id: str
    line: Row = dataclasses.field(repr=False)
    cells: tuple[PlannedCell, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A task the file might have held and does not. It stays in the register."""

    row_id: str
    stt: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """Rows: all, new, with an applied cell, without a difference. Cells: changed, asked for, differing, set aside."""

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    cells: int = 0
    requests: int = 0
    conflicts: int = 0
    quarantined: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. `office` is whose edits they are; `position` the number of the last change it was made after.

    `kept_assigners`: of each row known already that a file from `office` names, and `office` does not assign, the
    offices that do. They stay: who assigns a row is whoever brought it in.
    """

    reading: Reading
    office: str
    grants_us: bool
    rows: tuple[PlannedRow, ...]
    unchanged: int
    missing: tuple[MissingRow, ...]
    position: int
    kept_assigners: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Where the file was read from."""
        return self.reading.path

    @property
    def sheet(self) -> str:
        """The sheet that was read."""
        return self.reading.sheet

    @property
    def quarantined(self) -> tuple[Remark, ...]:
        """Cells and rows set aside, with reasons."""
        return self.reading.quarantined

    @property
    def notes(self) -> tuple[Remark, ...]:
        """Cells that were read, but are worth a look."""
        return self.reading.notes

    @property
    def counts(self) -> PlanCounts:
        """The figures of the preview, counted from the rows."""
        states = Counter(cell.state for row in self.rows for cell in row.cells)
        return PlanCounts(
            rows=len(self.reading.rows),
            added=sum(row.kind == "new" for row in self.rows),
            changed=sum(any(cell.state != "request" for cell in row.cells) for row in self.rows),
            unchanged=self.unchanged,
            cells=states["changed"],
            requests=states["request"],
            conflicts=states["conflict"],
            quarantined=len(self.reading.quarantined),
            missing=len(self.missing),
        )

    def values_of(self, row: PlannedRow) -> Mapping[str, Value]:
        """What the file says of a row: field → canonical value."""
        return self.reading.values_of(row.line)


def make_plan(db: Database, reading: Reading, office: str, own_office: str, progress: Progress) -> ImportPlan:
    """Compare a reading with the register; `office` is whose file it is. Reads one state of the register."""
    with db.reading():
        reading = settle_notes(db, reading)
        keys = matching.find_natural_keys(db)
        ids = _identify(reading, keys)
        known = matching.find_known_rows(db, set(ids))
        fresh, differing, unchanged = _sort_out(db, reading, ids, known, progress)
        judged = _judge(db, reading, differing, office)
        planned = sorted((*fresh, *judged), key=lambda row: row.line.sheet_row)
        return ImportPlan(
            reading,
            office,
            office != own_office,
            tuple(planned),
            unchanged + len(differing) - len(judged),
            tuple(_find_missing(reading, keys, set(ids))),
            changes.last_change(db),
            tuple(matching.find_assigned_by_others(db, ids, office)) if office != own_office else (),
        )


# -- which row of the register a line is ---------------------------------------------------------


def _identify(reading: Reading, keys: Sequence[NaturalKey]) -> list[str]:
    """A row id for each line: its own; else the one row of the same number and title; else one from its content."""
    if all(line.id for line in reading.rows):
        return [line.id for line in reading.rows]
    finder = _RowFinder(keys, {line.id for line in reading.rows if line.id})
    natural = _pick(reading, ("source_doc", "group_no", "stt", "title"))
    return [line.id or finder.find(*natural(line)) for line in reading.rows]


def _pick(reading: Reading, codes: Sequence[str]) -> Callable[[Row], list[str]]:
    """A function from a line to its values of these fields, "" for what the file does not say."""
    places = [reading.fields.index(code) if code in reading.fields else None for code in codes]
    return lambda line: [(line.values[place] or "") if place is not None else "" for place in places]


class _RowFinder:
    """Finds the row of a line by natural key, each row once."""

    def __init__(self, keys: Sequence[NaturalKey], taken: set[str]) -> None:
        self._taken = taken
        self._exact: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row_id, source, stt, title in keys:
            self._exact.setdefault((stt, title), []).append((row_id, source))
        self._folded: dict[tuple[str, str], list[tuple[str, str]]] | None = None
        self._occurrences: Counter[str] = Counter()  # lines like an earlier one, by its id

    def find(self, source: str, group_no: str, stt: str, title: str) -> str:
        """The id of the row these values are about, known or new."""
        found = self._unique(self._exact.get((stt, title), ()), source)
        if not found:
            found = self._unique(self._find_folded(stt, title), source)
        if not found:
            first = found = natural_row_id(source, group_no, stt, title)
            while found in self._taken:
                self._occurrences[first] += 1
                found = natural_row_id(source, group_no, stt, title, self._occurrences[first])
        self._taken.add(found)
        return found

    def _unique(self, candidates: Iterable[tuple[str, str]], source: str) -> str:
        fitting = [
            row_id
            for row_id, other in candidates
            if row_id not in self._taken and (not source or not other or source == other)
        ]
        return fitting[0] if len(fitting) == 1 else ""

    def _find_folded(self, stt: str, title: str) -> Iterable[tuple[str, str]]:
        if not self._exact:
            return ()
        if self._folded is None:
            self._folded = {}
            for (number, text), candidates in self._exact.items():
                self._folded.setdefault((number, fold(text)), []).extend(candidates)
        return self._folded.get((stt, fold(title)), ())


# -- which lines differ --------------------------------------------------------------------------


def _sort_out(
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


# -- what the differences amount to --------------------------------------------------------------


def _judge(db: Database, reading: Reading, differing: Sequence[tuple[str, Row]], office: str) -> list[PlannedRow]:
    if not differing:
        return []
    row_ids = [row_id for row_id, _ in differing]
    states = rows.find_states(db, row_ids)
    bases = _find_bases(db, reading, row_ids)
    packet = reading.mark.export_id if reading.mark else ""
    known = partial(matching.is_standing, db)
    judged = []
    for row_id, line in differing:
        state, base = states[row_id], bases(row_id)
        if EXISTS not in state.cells:  # no creating edit counts here: local notes on it may be left
            judged.append(PlannedRow("new", row_id, line))
            continue
        cells = tuple(_judge_cells(reading, line, state, base, office, packet, known))
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
) -> Iterator[PlannedCell]:
    for code, value in reading.values_of(line).items():
        if (value or "") == (_shown(state, code) or "") and code not in state.conflicts:
            continue
        cell = state.cells.get(code)
        live = {edit: one.value for one in cell.siblings for edit in one.edits} if cell else {}
        may_write = state.authority.may_write(office, code)
        found = extract_cell(
            state.row, code, value, base(code), live, may_write=may_write, packet=packet, is_known=known
        )
        if found.edit is not None:
            yield PlannedCell(code, _shown(state, code), value, reading.cell_of(line, code), found.state, found.edit)


_UNSET: Mapping[str, str] = {"progress": DEFAULT_PROGRESS}
"""What a cell nobody wrote is shown as, and so is written into workbooks as."""


def _shown(state: RowState, code: str) -> Value:
    return state.values.get(code) or _UNSET.get(code)


def _find_bases(db: Database, reading: Reading, row_ids: Sequence[str]) -> Callable[[str], Callable[[str], Base]]:
    """For a row, a function from field to what the author of the file saw there."""
    record = exports.find_export(db, reading.mark.export_id) if reading.mark else None
    if record is not None:
        states = exports.find_states_at(db, row_ids, record)
        return lambda row_id: lambda code: Base(_shown(states[row_id], code), states[row_id].live(code))
    said = matching.find_imported(db, row_ids)

    def last_said(row_id: str) -> Callable[[str], Base]:
        cells = said.get(row_id, {})
        return lambda code: Base(cells[code][0], (cells[code][1],)) if code in cells else Base(_UNSET.get(code))

    return last_said


def _find_missing(reading: Reading, keys: Sequence[NaturalKey], present: set[str]) -> Iterator[MissingRow]:
    """Tasks of the same document that have no line; for a file that names none there is no telling."""
    if not reading.rows or "source_doc" not in reading.fields:
        return
    place = reading.fields.index("source_doc")
    documents = {line.values[place] for line in reading.rows if line.values[place]}
    for row_id, source, stt, title in keys:
        if row_id not in present and source in documents:
            yield MissingRow(row_id, stt, title)


# -- what is appended ----------------------------------------------------------------------------


def make_edits(plan: ImportPlan, left_out: frozenset[tuple[str, str]]) -> Iterator[tuple[Edit, int]]:
    """The edits of a plan with the sheet line of each; `left_out` holds (row id, field), or (row id, "") for a row."""
    for row in plan.rows:
        if (row.row_id, "") in left_out:
            continue
        if row.kind == "new":
            values = {code: value for code, value in zip(plan.reading.fields, row.line.values, strict=True) if value}
            shared, local = split_local("task", values)
            yield make_edit(row.row_id, {EXISTS: "1", **shared}), row.line.sheet_row
            if local:
                yield make_edit(row.row_id, local), row.line.sheet_row
        for cell in row.cells:
            if (row.row_id, cell.field) not in left_out:
                yield cell.edit, row.line.sheet_row
