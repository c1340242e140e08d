"""ImportPlan: what an import would do, row by row and cell by cell, and the edits that do it. Nothing is decided here."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from r57desk.merge.alignment import Realignment
from r57desk.merge.compose import split_local
from r57desk.merge.delta import make_edit
from r57desk.merge.extract import CellState as ExtractedState
from r57desk.merge.model import EXISTS, Edit, Value
from r57desk.merge.returns import ReturnedCell
from r57desk.services.packets import Carried
from r57desk.workbook.reading import Reading, Remark, Row

RowKind = Literal["new", "changed"]
CellState = Literal[ExtractedState, "review"]
"""review: the file does not tell what its author saw there, so it is left out unless somebody ticks it."""

LeftOut = frozenset[tuple[str, str]]
"""(row id, field), or (row id, "") for a whole new row."""


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
    """One row that is new (its cells are the reading's) or differs in `cells`; `review` as of cells, for a new row."""

    kind: RowKind
    row_id: str
    line: Row = dataclasses.field(repr=False)
    cells: tuple[PlannedCell, ...] = ()
    review: bool = False


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A task the file might have held and does not. It stays in the register."""

    row_id: str
    stt: str
    title: str


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """Rows: all, new, with an applied cell, without a difference. Cells: changed, asked for, differing, set aside.

    `review`: cells and new rows to be looked at one by one; `carried`: rows that the packet's own changes touch.
    """

    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    cells: int = 0
    requests: int = 0
    conflicts: int = 0
    quarantined: int = 0
    missing: int = 0
    review: int = 0
    carried: int = 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """A line nobody could place, and the missing row it may be about. Never applied by itself."""

    line: Row
    row: MissingRow


@dataclass(frozen=True, slots=True)
class EarlierReturn:
    """An earlier file that answers the same packet. `import_id` is None when another register read it, and we only heard."""

    import_id: int | None
    file_name: str
    at: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a file answers: the packet (its id, "" for an earlier import), and how it was matched with what was sent.

    `realign`: a partial sort that was found: applied when asked for (`realigned`), its lines set aside until then.
    `returned`: cells in which an earlier return of the packet says something else; `replaces`: they give way to these.
    `earlier`: those returns, or, for a file with nothing new, whatever answered the packet before.
    """

    packet: str
    realign: Realignment | None = None
    realigned: bool = False
    suggestions: tuple[Likeness, ...] = ()
    earlier: tuple[EarlierReturn, ...] = ()
    returned: tuple[ReturnedCell, ...] = ()
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do. `office` is whose edits they are; `position` the number of the last change it was made after.

    `kept_assigners`: of each row known already that a file from `office` names, and `office` does not assign, the
    offices that do. They stay: who assigns a row is whoever brought it in. `carried`: what the packet in the file brings
    besides what its cells say. `set_aside` and `hints` are remarks of the plan, beside those of the reading.
    """

    reading: Reading
    office: str
    grants_us: bool
    rows: tuple[PlannedRow, ...]
    unchanged: int
    missing: tuple[MissingRow, ...]
    position: int
    kept_assigners: tuple[str, ...] = ()
    carried: Carried | None = None
    answer: Answer | None = None
    set_aside: tuple[Remark, ...] = ()
    hints: tuple[Remark, ...] = ()

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
        return (*self.reading.quarantined, *self.set_aside)

    @property
    def notes(self) -> tuple[Remark, ...]:
        """Cells that were read, but are worth a look."""
        return (*self.reading.notes, *self.hints)

    @property
    def packet(self) -> str:
        """The packet this file answers, "" for none."""
        return self.answer.packet if self.answer else ""

    @property
    def left_out(self) -> LeftOut:
        """What is not applied unless somebody ticks it."""
        cells = {(row.row_id, cell.field) for row in self.rows for cell in row.cells if cell.state == "review"}
        return frozenset(cells | {(row.row_id, "") for row in self.rows if row.review})

    @property
    def counts(self) -> PlanCounts:
        """The figures of the preview, counted from the rows."""
        states = Counter(cell.state for row in self.rows for cell in row.cells)
        return PlanCounts(
            rows=len(self.reading.rows),
            added=sum(row.kind == "new" and not row.review for row in self.rows),
            changed=sum(any(cell.state in ("changed", "conflict") for cell in row.cells) for row in self.rows),
            unchanged=self.unchanged,
            cells=states["changed"],
            requests=states["request"],
            conflicts=states["conflict"],
            quarantined=len(self.quarantined),
            missing=len(self.missing),
            review=len(self.left_out),
            carried=len(self.carried.rows) if self.carried else 0,
        )

    @property
    def brought(self) -> dict[str, int]:
        """What the packet's own changes come to, in values, a new task as one: written, asked for, differing."""
        states: Counter[str] = Counter()
        for row in self.carried.rows if self.carried else ():
            found = [one.state for one in row.preview.differences] if row.kind == "task" else []
            states.update(["new"] if "new" in found else found)
        asked, differing = states["request"], states["conflict"]
        return {"written": states.total() - asked - differing, "requests": asked, "conflicts": differing}

    def values_of(self, row: PlannedRow) -> Mapping[str, Value]:
        """What the file says of a row: field → canonical value."""
        return self.reading.values_of(row.line)


def make_edits(plan: ImportPlan, left_out: LeftOut) -> Iterator[tuple[Edit, int]]:
    """The edits of a plan with the sheet line of each."""
    for row in plan.rows:
        if (row.row_id, "") in left_out:
            continue
        if row.kind == "new":
            values = {code: value for code, value in zip(plan.reading.fields, row.line.values, strict=True) if value}
            shared, local = split_local("task", values)
            yield create_from_file(row.row_id, shared, plan.packet), row.line.sheet_row
            if local:
                yield make_edit(row.row_id, local), row.line.sheet_row
        for cell in row.cells:
            if (row.row_id, cell.field) not in left_out:
                yield cell.edit, row.line.sheet_row


def create_from_file(row_id: str, values: Mapping[str, Value], packet: str) -> Edit:
    """The edit that brings a row of a file into being: the same wherever the file is read."""
    return make_edit(row_id, {EXISTS: "1", **values}, packet=packet)
