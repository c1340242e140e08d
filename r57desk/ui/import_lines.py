"""The lines of an import preview: what waits for a look first, then new, changed, unchanged. Plain data, no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.domain.text import natural_key
from r57desk.merge.preview import Difference
from r57desk.services.packets import CarriedRow
from r57desk.services.planning import ImportPlan, PlannedCell
from r57desk.workbook.reading import Remark, Row

# What needs a person comes first; the last three are shown when asked for.
ORDER = ("review", "request", "conflict", "quarantined", "new", "changed", "note", "unchanged", "missing")
SHOWN_FIRST = ORDER[:6]
WRITTEN = frozenset(("review", "request", "conflict", "new", "changed"))
LOOKED_AT = frozenset(("review", "request", "conflict", "quarantined", "note"))
# what a packet brings besides its cells, as the preview calls it
_CARRIED: dict[str, str] = {"settled": "changed", "deleted": "changed"}
_SHEET_ROW = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class GroupLine:
    """The heading of one state: how many lines of how many tasks follow."""

    state: str
    count: int
    tasks: int


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell, or a whole new, unchanged or missing row (`field` empty).

    `row` is the line of the file, `cell` what would change, `remark` why a cell is set aside or to be looked at.
    `repeated` when the task already stands in the line above. `carried`: what the packet brings besides its cells; it
    comes with the rest and cannot be left out. `offices` are then those who wrote it, `place` the cell that says it too.
    """

    state: str
    row_id: str
    stt: str
    title: str
    field: str = ""
    row: Row | None = None
    cell: PlannedCell | None = None
    remark: Remark | None = None
    repeated: bool = False
    carried: Difference | None = None
    offices: tuple[str, ...] = ()
    place: str = ""

    @property
    def old(self) -> str | None:
        """The value in the register."""
        value = self.cell.old if self.cell else self.carried.old if self.carried else None
        unset = self.field == "progress" and (self.cell or self.carried) is not None
        return value or (DEFAULT_PROGRESS if unset else value)

    @property
    def new(self) -> str | None:
        """The value to come."""
        return self.cell.new if self.cell else self.carried.new if self.carried else None

    @property
    def tickable(self) -> bool:
        """Whether it can be written or left out."""
        return self.state in WRITTEN and not self.offices

    @property
    def key(self) -> tuple[str, str]:
        """Row id and field, "" for a whole row: what `ImportService.apply` calls left out."""
        return self.row_id, self.field

    @property
    def where(self) -> str:
        """The cell ("F104"), or the number of the row in the sheet."""
        if self.place:
            return self.place
        if self.cell is not None or self.remark is not None:
            return (self.cell or self.remark).cell  # type: ignore[union-attr]
        return str(self.row.sheet_row) if self.row else ""


Line = GroupLine | CellLine


def find_lines(plan: ImportPlan) -> dict[str, list[CellLine]]:
    """Every line of a plan by its state, in the file's order."""
    finder = _Lines(plan)
    found: dict[str, list[CellLine]] = {state: [] for state in ORDER}
    for line in (*finder.planned(), *finder.carried()):
        found[line.state].append(line)
    found["quarantined"] = list(finder.remarks("quarantined", plan.quarantined))
    found["note"] = list(finder.remarks("note", plan.notes))
    found["unchanged"] = list(finder.unchanged())
    found["missing"] = [CellLine("missing", row.row_id, row.stt, row.title) for row in plan.missing]
    for state in ("changed", "request", "conflict", "quarantined", "note"):
        found[state] = _mark_repeated(found[state])
    return found


class _Lines:
    """Makes lines; knows which row of the register and of the file a sheet row is."""

    def __init__(self, plan: ImportPlan) -> None:
        self._plan = plan
        fields = plan.reading.fields
        self._stt = fields.index("stt") if "stt" in fields else -1
        self._title = fields.index("title") if "title" in fields else -1
        self._rows = {row.sheet_row: row for row in plan.reading.rows}
        self._ids = {row.line.sheet_row: row.row_id for row in plan.rows}
        self._by_id = {row.id: row for row in plan.reading.rows if row.id}

    def _line(self, state: str, row_id: str, row: Row | None) -> CellLine:
        stt = (row.values[self._stt] or "") if row and self._stt >= 0 else ""
        title = (row.values[self._title] or "") if row and self._title >= 0 else ""
        return CellLine(state, row_id, stt, title, row=row)

    def planned(self) -> Iterator[CellLine]:
        for row in self._plan.rows:
            if row.kind == "new":
                yield self._line("review" if row.review else "new", row.row_id, row.line)
            for cell in row.cells:
                yield replace(self._line(cell.state, row.row_id, row.line), field=cell.field, cell=cell)

    def carried(self) -> Iterator[CellLine]:
        """What the packet brings besides its cells: a new task is one line, any other one for each value.

        They stand in the order of the sheet, which shows the same tasks; other rows are told beside the list.
        """
        carried = self._plan.carried
        for row in sorted((one for one in carried.rows if one.kind == "task"), key=self._order) if carried else ():
            sender = (carried.packet.office,) if carried else ()
            line = self._by_id.get(row.row_id)
            whole = CellLine("new", row.row_id, row.stt, row.title, row=line)
            differences = row.preview.differences
            if any(one.state == "new" for one in differences):
                offices = tuple(sorted({office for one in differences for office in one.offices})) or sender
                yield replace(whole, offices=offices)
                continue
            for one in differences:
                state = _CARRIED.get(one.state, one.state)
                place = self._plan.reading.cell_of(line, one.field) if line else ""
                offices = one.offices or sender
                yield replace(whole, state=state, field=one.field, carried=one, offices=offices, place=place)

    def _order(self, row: CarriedRow) -> tuple[object, ...]:
        line = self._by_id.get(row.row_id)
        return (line is None, line.sheet_row if line else 0, natural_key(row.stt))

    def remarks(self, state: str, remarks: Sequence[Remark]) -> Iterator[CellLine]:
        for remark in remarks:
            number = _SHEET_ROW.search(remark.cell)
            sheet_row = int(number[0]) if number else 0
            row = self._rows.get(sheet_row)
            row_id = self._ids.get(sheet_row) or (row.id if row else "")
            yield replace(self._line(state, row_id, row), field=remark.field, remark=remark)

    def unchanged(self) -> Iterator[CellLine]:
        carried = {row.row_id for row in self._plan.carried.rows} if self._plan.carried else set()
        for row in self._plan.reading.rows:
            if row.sheet_row not in self._ids and row.id not in carried:
                yield self._line("unchanged", row.id, row)


def _mark_repeated(lines: Sequence[CellLine]) -> list[CellLine]:
    """The same lines; a task's second line in a row does not say its title again."""
    marked = list(lines[:1])
    for before, line in pairwise(lines):
        same = line.row is before.row if line.row is not None else bool(line.offices) and line.row_id == before.row_id
        marked.append(replace(line, repeated=True) if same else line)
    return marked


def count_tasks(lines: Sequence[CellLine]) -> int:
    """Of how many tasks these lines are."""
    return len({line.row_id or line.where for line in lines})


def arrange(found: Mapping[str, Sequence[CellLine]], states: Sequence[str]) -> list[Line]:
    """The lines of these states under their headings; empty states are left out."""
    lines: list[Line] = []
    for state in states:
        part = found.get(state, ())
        if part:
            lines.append(GroupLine(state, len(part), count_tasks(part)))
            lines.extend(part)
    return lines
