"""A second return of one packet: what it says beside an earlier one, cell by cell, both against the same base.

The same value is the same edit. Another value stands beside the earlier one: two officers may have filled halves of
one packet. A cell back at its base may have been withdrawn: it is listed, and kept. Only when somebody says that the
file replaces the earlier one do its edits supersede that one's, in exactly these cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from r57desk.merge.base_row import BaseRow
from r57desk.merge.delta import make_edit
from r57desk.merge.extract import Base
from r57desk.merge.fold import RowState
from r57desk.merge.model import Edit, Value

Verdict = Literal["same", "sibling", "back"]


class Said(NamedTuple):
    """What an earlier return says of a cell and still stands: shown, or, when `asked`, waiting as a request."""

    edit: str
    value: Value
    asked: bool = False


@dataclass(frozen=True, slots=True)
class ReturnedCell:
    """One cell both returns speak of. `incoming` is the later one's value; "" for a blank cell."""

    row: str
    field: str
    verdict: Verdict
    incoming: Value
    base: Base
    said: tuple[Said, ...]


def find_standing(state: RowState, edits: Iterable[Edit]) -> dict[str, tuple[Said, ...]]:
    """Of the edits of an earlier return, by field: those nobody has superseded or refused since."""
    found: dict[str, list[Said]] = {}
    asked = {(one.field, one.edit) for one in state.requests}
    for edit in sorted(edits, key=lambda edit: edit.id):
        for code, value in edit.fields.items():
            if edit.id in state.live(code) or (code, edit.id) in asked:
                found.setdefault(code, []).append(Said(edit.id, value or None, (code, edit.id) in asked))
    return {code: tuple(said) for code, said in found.items()}


def compare_return(
    row: str, cells: Mapping[str, Value], base: BaseRow, earlier: Mapping[str, Sequence[Said]]
) -> tuple[ReturnedCell, ...]:
    """Judge the cells of a row that an earlier return changed; the others are for extraction alone.

    `cells` holds what the later return says (None erases, "" or absent for a blank cell); a field without a column
    is not in `earlier`.
    """
    found = []
    for code in sorted(earlier):
        incoming, was, said = cells.get(code, ""), base.cell(code), tuple(earlier[code])
        if said:
            found.append(ReturnedCell(row, code, _judge(incoming, was.value, said), incoming, was, said))
    return tuple(found)


def replace_earlier(cells: Iterable[ReturnedCell], packet: str) -> list[Edit]:
    """The edits of a return that replaces the earlier one, one for each cell in which they differ.

    They are made in the name of the office that returns both files, and take the place of what extraction makes of
    these cells. A withdrawn request only ends; a withdrawn value gives way to the base.
    """
    return [_replace(cell, packet) for cell in cells if cell.verdict != "same"]


def _judge(incoming: Value, base: Value, said: Sequence[Said]) -> Verdict:
    if all(one.value == incoming for one in said):
        return "same"
    return "back" if incoming == "" or (incoming or None) == (base or None) else "sibling"


def _replace(cell: ReturnedCell, packet: str) -> Edit:
    earlier = tuple(one.edit for one in cell.said)
    seen = {cell.field: (*cell.base.live, *earlier)}
    if cell.verdict == "sibling":
        return make_edit(cell.row, {cell.field: cell.incoming}, seen, packet=packet)
    if not cell.base.live or all(one.asked for one in cell.said):
        return make_edit(cell.row, {}, {cell.field: earlier}, packet=packet)
    return make_edit(cell.row, {cell.field: cell.base.value or None}, seen, packet=packet)
