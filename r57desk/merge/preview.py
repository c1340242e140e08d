"""What incoming deltas would change: one row folded without them, and with them, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from r57desk.merge.fold import Cell, Refusal, RowState, Sibling
from r57desk.merge.model import EXECUTORS, EXISTS, Value

CellState = Literal["new", "changed", "conflict", "settled", "request", "deleted"]
_SYSTEM = (EXISTS, EXECUTORS)


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is shown, listed or asked for after and not before, and the offices that wrote it.

    new: in a row that was not here. conflict: beside a value that stays. settled: a conflict is over. deleted: the
    row, with `#exists` as its field and "1" → None; in conflict when work on it was not seen by who deleted it.
    """

    field: str
    old: Value
    new: Value
    state: CellState
    offices: tuple[str, ...]
    edits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPreview:
    """What becomes of one row. `granted`: offices that are to execute it now; `refusals`: of requests, new ones."""

    row: str
    differences: tuple[Difference, ...] = ()
    granted: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing a person sees would change."""
        return not (self.differences or self.granted or self.refusals)


def preview(before: RowState, after: RowState) -> RowPreview:
    """The difference between two states of a row."""
    return RowPreview(
        after.row,
        (*_find_presence(before, after), *_find_values(before, after), *_find_requests(before, after)),
        tuple(sorted(after.authority.executors - before.authority.executors)),
        tuple(one for one in after.refusals if one not in before.refusals),
    )


def _find_presence(before: RowState, after: RowState) -> Iterator[Difference]:
    """A row deleted, in conflict over it, or back again; a row that is new shows by its cells."""
    if EXISTS not in before.cells:
        return
    said = after.cells[EXISTS].siblings if EXISTS in after.cells else ()
    deleting = [one for one in said if one.value == "0"]
    if before.exists and not after.exists:
        yield _differ(EXISTS, "1", None, "deleted", deleting)
    elif after.exists and not before.exists:
        back = [one for one in said if one.value == "1"]
        yield _differ(EXISTS, None, "1", "conflict" if EXISTS in after.conflicts else "changed", back)
    elif EXISTS in after.conflicts and EXISTS not in before.conflicts:
        yield _differ(EXISTS, "1", None, "conflict", deleting)
    elif EXISTS in before.conflicts and EXISTS not in after.conflicts:
        yield _differ(EXISTS, "1", "1", "settled", said)


def _find_values(before: RowState, after: RowState) -> Iterator[Difference]:
    if not after.exists:
        return
    for code in sorted((before.cells.keys() | after.cells.keys()) - {*_SYSTEM}):
        old, new = before.cells.get(code), after.cells.get(code)
        if new is None:
            yield Difference(code, old.value if old else None, None, "changed", (), ())
        elif EXISTS not in before.cells:
            yield from (_differ(code, None, one.value, "new", [one]) for one in new.siblings if one.value)
        else:
            yield from _compare_cells(code, old, new)


def _compare_cells(code: str, old: Cell | None, new: Cell) -> Iterator[Difference]:
    shown = old.value if old else None
    known = {one.value for one in old.siblings} if old else {None}
    if len(new.siblings) > 1:
        yield from (
            _differ(code, shown, one.value, "conflict", [one]) for one in new.siblings if one.value not in known
        )
    elif old and len(old.siblings) > 1:
        yield _differ(code, shown, new.value, "settled", new.siblings)
    elif new.value not in known:
        yield _differ(code, shown, new.value, "changed", new.siblings)


def _find_requests(before: RowState, after: RowState) -> Iterator[Difference]:
    known = {(one.field, one.edit) for one in before.requests}
    for one in after.requests:
        if (one.field, one.edit) not in known:
            cell = after.cells.get(one.field)
            yield Difference(one.field, cell.value if cell else None, one.value, "request", one.offices, (one.edit,))


def _differ(
    code: str, old: Value, new: Value, state: CellState, said: list[Sibling] | tuple[Sibling, ...]
) -> Difference:
    offices = tuple(sorted({office for one in said for office in one.offices}))
    return Difference(code, old, new, state, offices, tuple(id for one in said for id in one.edits))
