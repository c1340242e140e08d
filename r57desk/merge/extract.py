"""Extraction: one cell of a returned workbook, compared with what its author saw, becomes an edit or nothing.

A cell equal to its base yields no edit, so a stale untouched cell can never overwrite newer work; a cell that was
changed supersedes exactly what its author saw, so work done meanwhile stays beside it as a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from r57desk.merge.delta import make_edit
from r57desk.merge.model import Edit, Value

CellState = Literal["unchanged", "changed", "conflict", "request"]


@dataclass(frozen=True, slots=True)
class Base:
    """What the author of the file saw in one cell: its value, and the ids of the edits that made it."""

    value: Value = None
    live: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one incoming cell amounts to; `edit` is None when nothing is to be written."""

    state: CellState
    edit: Edit | None = None


_NOTHING = Extracted("unchanged")


def extract_cell(
    row: str,
    field: str,
    incoming: Value,
    base: Base,
    live: Mapping[str, Value],
    *,
    may_write: bool,
    packet: str,
    is_known: Callable[[str], bool],
) -> Extracted:
    """Compare one canonical cell with its base and with the values live now (edit id → value).

    `incoming` "" is a blank cell and says nothing; None asks to erase, which says nothing of a cell nobody had written
    (what it was shown as, like a progress not yet set, is no value). `packet` names the file the cell was
    answering to ("" for none) and makes the same answer, read twice, the same edit. `is_known` tells whether the
    register already holds an edit id.
    """
    if incoming == "" or incoming == base.value or (incoming is None and not base.live):
        return _NOTHING
    edit = make_edit(row, {field: incoming}, {field: base.live}, packet=packet)
    if is_known(edit.id):
        return _NOTHING
    if all(value == incoming for value in (live.values() or (None,))):
        return _NOTHING
    if not may_write:
        return Extracted("request", edit)
    unseen = [value for id, value in live.items() if id not in base.live]
    return Extracted("conflict" if any(value != incoming for value in unseen) else "changed", edit)
