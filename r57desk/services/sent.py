"""What a file answers, as it was sent: the rows and values its author saw, from our own record or from the file itself.

Our own record of a packet wins: a file says only of itself what it was like. What a packet of somebody else was like
is known from the packet alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from r57desk.domain.fields import LOCAL_FIELDS
from r57desk.domain.ids import parse_row_id
from r57desk.domain.text import one_line
from r57desk.errors import DeskError
from r57desk.merge.base_row import SHOWN_UNSET, BaseRow, read_base
from r57desk.merge.fold import RowState
from r57desk.merge.model import Value
from r57desk.merge.packet import Packet
from r57desk.services.packets import COLUMNS, check_addressee
from r57desk.store import exports, imports, matching
from r57desk.store.database import Database
from r57desk.store.exports import ExportRecord
from r57desk.store.matching import Said

if TYPE_CHECKING:
    from r57desk.workbook.reading import Reading

Bases = Callable[[Sequence[str], Mapping[str, RowState]], Mapping[str, BaseRow]]
"""From rows, and the states they have now, to what an answer about them is compared with."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was sent. `office` is whose answer it is; `packet` is "" for an earlier import taken as base.

    `rows` are good for telling lines apart; `bases` gives what edits are made from, for the rows that differ. `typed`:
    the sheet is another than the one sent, made again by hand: how its lines are broken and blanks set says nothing.
    """

    packet: str
    office: str
    rows: Mapping[str, BaseRow]
    bases: Bases
    columns: tuple[str, ...] = COLUMNS
    blanks: frozenset[str] = field(default_factory=frozenset)
    typed: bool = False
    carried: Packet | None = None
    """The packet in the file, with what it carries; of one of our own, which carries nothing new, its head alone."""

    def is_same(self, value: Value, was: Value) -> bool:
        """Whether a cell says what was sent; a blank one says nothing else."""
        if value == "" or (value or "") == (was or ""):
            return True
        return self.typed and bool(value and was) and one_line(value or "") == one_line(was or "")


def find_sent(
    db: Database,
    own_office: str,
    reading: Reading,
    from_office: str = "",
    packet: str = "",
    base_import: int | None = None,
) -> Sent | None:
    """What a file answers: the packet in it, the one named or marked, the import named; None when there is no telling.

    DeskError `packet_for_other` (and nobody says whose answer it is), `packet_unknown`, `import_not_found`.
    """
    marked = exports.find_export(db, reading.mark.export_id) if reading.mark else None
    if marked is not None and marked.partner and (reading.packed or not (packet or base_import)):
        carried = _head_of(own_office, marked, reading) if reading.packed else None
        return _from_record(db, own_office, marked, from_office, carried)
    if reading.packet is not None:
        return _from_packet(own_office, reading.packet, from_office)
    if packet:
        return _from_record(db, own_office, _get_record(db, packet), from_office)
    if base_import is not None:
        return _from_import(db, own_office, base_import, from_office, reading)
    return None


def _from_packet(own_office: str, packet: Packet, from_office: str) -> Sent:
    if not from_office:
        check_addressee(own_office, packet)
    return Sent(
        packet.id,
        from_office or packet.to,
        packet.base,
        lambda rows, states: packet.base,
        packet.columns,
        frozenset(packet.blanks),
        carried=packet,
    )


def _get_record(db: Database, code: str) -> ExportRecord:
    record = exports.find_export(db, parse_row_id(code) or code.strip())
    if record is None:
        raise DeskError("packet_unknown", code=code)
    return record


def _from_record(
    db: Database, own_office: str, record: ExportRecord, from_office: str, carried: Packet | None = None
) -> Sent:
    columns = tuple(record.details.get("columns", COLUMNS))
    touched = exports.find_touched(db, record)

    def bases(rows: Sequence[str], states: Mapping[str, RowState]) -> Mapping[str, BaseRow]:
        quiet = {row: read_base(states[row], columns) for row in rows if row in states and row not in touched}
        return quiet | _fold_bases(db, [row for row in rows if row not in quiet], record, columns)

    return Sent(
        record.id,
        from_office or record.partner or own_office,
        _find_sent_rows(db, record, columns, touched),
        bases,
        columns,
        frozenset(record.details.get("blanks", ())),
        carried=carried,
    )


def _head_of(own_office: str, record: ExportRecord, reading: Reading) -> Packet:
    """A packet of ours as others know it, without what it carried: all of that is in our own log."""
    kind = (reading.mark and reading.mark.kind) or "tasks"
    return Packet(record.id, own_office, record.partner, record.number, record.at, since=record.since, kind=kind)


def _find_sent_rows(
    db: Database, record: ExportRecord, columns: tuple[str, ...], touched: Collection[str]
) -> dict[str, BaseRow]:
    """What the rows of a workbook showed: of those nothing has happened to since, what they show now."""
    ids = exports.find_rows(db, record)
    quiet = [row for row in ids if row not in touched]
    unset = {code: text for code, text in SHOWN_UNSET.items() if code in columns}
    shown = {
        row: BaseRow(unset | {code: value for code, value in zip(columns, values, strict=True) if value})
        for row, values in matching.find_values(db, quiet, columns)
    }
    folded = _fold_bases(db, [row for row in ids if row not in shown], record, columns)
    return {row: shown.get(row) or folded[row] for row in ids}


def _fold_bases(
    db: Database, rows: Iterable[str], record: ExportRecord, columns: Iterable[str]
) -> dict[str, BaseRow]:
    codes = tuple(columns)
    return {row: read_base(state, codes) for row, state in exports.find_states_at(db, rows, record).items()}


def _from_import(db: Database, own_office: str, number: int, from_office: str, reading: Reading) -> Sent:
    record = imports.get_import(db, number)
    ids = matching.find_rows_of_imports(db, number, record.office)
    said = matching.find_imported(db, ids, office=record.office, last=number)
    rows = {row: _base_of(cells) for row, cells in said.items()}
    own = {column.field for column in reading.columns}  # what group rows say is the sheet's, not each task's
    columns = tuple(code for code in reading.fields if code in own and code not in LOCAL_FIELDS["task"])
    return Sent("", from_office or own_office, rows, lambda _rows, _states: rows, columns, typed=True)


def _base_of(cells: Said) -> BaseRow:
    values = {code: value for code, (value, _) in cells.items() if value and not code.startswith("#")}
    return BaseRow(dict(SHOWN_UNSET) | values, {code: (edit,) for code, (_, edit) in cells.items()})
