"""Which deltas count: the log, less what its own author took back, less what this register set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from r57desk.merge.model import Delta, Edit


@dataclass(frozen=True, slots=True)
class Held:
    """One edit and the offices that stand behind it.

    `offices`: of the deltas in force that hold it; empty when none is, and then the edit does not count.
    `holders`: of all deltas that hold it, in force or not. `claimed_time`: the latest claimed by a delta in force.
    """

    edit: Edit
    offices: frozenset[str]
    holders: frozenset[str]
    claimed_time: str = ""


def find_in_force(deltas: Iterable[Delta], set_aside: Collection[str] = ()) -> list[Delta]:
    """The deltas that count. A retraction counts even when it was itself retracted; not when it was set aside."""
    kept = [delta for delta in deltas if delta.id not in set_aside]
    gone = {(delta.office, id) for delta in kept for id in delta.retracts}
    return [delta for delta in kept if (delta.office, delta.id) not in gone]


def gather(deltas: Collection[Delta], set_aside: Collection[str] = ()) -> dict[str, list[Held]]:
    """Every edit of the log by row, with who stands behind it: what `fold_row` reads."""
    edits: dict[str, Edit] = {}
    holders: dict[str, set[str]] = {}
    offices: dict[str, set[str]] = {}
    times: dict[str, str] = {}
    for delta in deltas:
        for edit in delta.edits:
            edits[edit.id] = edit
            holders.setdefault(edit.id, set()).add(delta.office)
    for delta in find_in_force(deltas, set_aside):
        for edit in delta.edits:
            offices.setdefault(edit.id, set()).add(delta.office)
            times[edit.id] = max(times.get(edit.id, ""), delta.claimed_time)
    rows: dict[str, list[Held]] = {}
    for id, edit in edits.items():
        held = Held(edit, frozenset(offices.get(id, ())), frozenset(holders[id]), times.get(id, ""))
        rows.setdefault(edit.row, []).append(held)
    return rows
