"""Registers in memory: each has an office, a log, a list of what it set aside, and acts on what it sees."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from r57desk.merge import compose
from r57desk.merge.delta import make_again, make_delta, make_retraction, new_nonce
from r57desk.merge.fold import RowState, fold_row
from r57desk.merge.force import gather
from r57desk.merge.model import Delta, Edit

_ticks = itertools.count()


@dataclass
class Replica:
    """One register. What it does is appended to its own log; `receive` brings in the work of others."""

    office: str
    log: dict[str, Delta] = field(default_factory=dict)
    aside: set[str] = field(default_factory=set)

    def append(self, *edits: Edit | None, time: str | None = None) -> Delta:
        kept = [edit for edit in edits if edit]
        time = f"2025-01-01T00:00:{next(_ticks):06d}" if time is None else time
        delta = make_delta(self.office, kept, claimed_time=time, nonce=new_nonce())
        self.log[delta.id] = delta
        return delta

    def receive(self, deltas: Iterable[Delta]) -> None:
        self.log.update((delta.id, delta) for delta in deltas)

    def sync(self, other: Replica) -> None:
        self.receive(other.log.values())
        other.receive(self.log.values())

    def state(self, row: str) -> RowState:
        return fold_row(row, gather(list(self.log.values()), self.aside).get(row, ()))

    def states(self) -> dict[str, RowState]:
        rows = gather(list(self.log.values()), self.aside)
        return {row: fold_row(row, held) for row, held in sorted(rows.items())}

    def create(self, row: str, **values: str) -> Delta:
        return self.append(compose.create_row(row, values, nonce=new_nonce()))

    def write(self, row: str, **values: str | None) -> Delta:
        return self.append(compose.write_fields(self.state(row), values, nonce=new_nonce()))

    def delete(self, row: str) -> Delta:
        return self.append(compose.delete_row(self.state(row), nonce=new_nonce()))

    def grant(self, row: str, office: str) -> Delta:
        return self.append(compose.grant(self.state(row), office, by=self.office, nonce=new_nonce()))

    def undo(self, delta: Delta) -> Delta:
        retraction = make_retraction(self.office, [delta.id])
        self.log[retraction.id] = retraction
        return retraction

    def redo(self, delta: Delta) -> Delta:
        again = make_again(delta)
        self.log[again.id] = again
        return again


def shown(state: RowState) -> dict[str, set[str | None]]:
    """The live values of each cell."""
    return {
        code: {one.value for one in cell.siblings} for code, cell in state.cells.items() if not code.startswith("#")
    }
