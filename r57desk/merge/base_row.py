"""What a row was like in a workbook as it was sent: the base its answers are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from r57desk.domain.fields import owner_of
from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.merge.extract import Base
from r57desk.merge.fold import RowState
from r57desk.merge.model import Edit

SHOWN_UNSET: Mapping[str, str] = {"progress": DEFAULT_PROGRESS}
"""What a cell nobody wrote is shown as, and so is written into workbooks as."""


@dataclass(frozen=True, slots=True)
class BaseRow:
    """`values`: what the cells held, blank ones left out. `live`: the edits that stood then, field by field.

    `live` names every field that travels, system fields and those without a column too: who deletes the row saw it all.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    live: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def cell(self, code: str) -> Base:
        """What the author of an answer saw in one cell."""
        return Base(self.values.get(code), self.live.get(code, ()))

    def all_live(self) -> tuple[str, ...]:
        """Every edit that stood: what a deletion in the workbook has seen."""
        return tuple(sorted({id for ids in self.live.values() for id in ids}))


def read_base(state: RowState, columns: Iterable[str]) -> BaseRow:
    """A row as a workbook with these columns shows it."""
    cells = {code: cell for code, cell in state.cells.items() if owner_of(state.kind, code) != "L"}
    shown = {code: cells[code].value if code in cells else None for code in columns}
    values = {code: text for code, value in shown.items() if (text := value or SHOWN_UNSET.get(code))}
    return BaseRow(values, {code: cell.live for code, cell in cells.items()})


# -- what need not be said ------------------------------------------------------------------------

_ID_COST, _NONCE_COST = 18, 11  # bytes, compressed


def find_worth_saying(
    base: Mapping[str, BaseRow], standing: Iterable[Edit], sent: Mapping[str, Edit]
) -> dict[str, Edit]:
    """The edits whose ids cost more than what they say, given that the base says most of it anyway."""
    said: dict[str, Edit] = {}
    for edit in standing:
        row = base.get(edit.row)
        if row is None or edit.id in sent:
            continue
        stale = sum(
            len(value or "") for code, value in edit.fields.items() if row.live.get(code, ("",))[0] != edit.id
        )
        unsaid = sum(id not in said for ids in edit.supersedes.values() for id in ids)
        if stale + unsaid * _ID_COST + bool(edit.nonce) * _NONCE_COST < _ID_COST:
            said[edit.id] = edit
    return said


def find_implied(
    columns: Iterable[str], live: Mapping[str, tuple[str, ...]], edits: Mapping[str, Edit]
) -> Iterator[tuple[str, str]]:
    """The values of the base that need not be said: of each column, what its first live edit says, if that is here."""
    for code in columns:
        if (ids := live.get(code)) and (edit := edits.get(ids[0])) and (value := edit.fields.get(code)):
            yield code, value
