"""What waits for a person, and what was decided: differences and requests, told with who, when and where from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from r57desk.merge.differing import find_base, find_decided, find_granted, find_sides
from r57desk.merge.fold import RowState, Sibling, fold_row
from r57desk.merge.force import Held
from r57desk.merge.kept import keep_ground
from r57desk.merge.model import EXISTS, Value
from r57desk.services.sources import describe_source
from r57desk.store import exports, pending, registers
from r57desk.store.database import Database
from r57desk.store.origins import Origin, Place, find_origins

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

Outcome = Literal["waiting", "accepted", "refused"]


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a cell in difference, and who stands for it; `author`, `at` and `source` are of its newest edit.

    Of `#exists`, "1" is to keep the row with the work done on it, "0" to delete it.
    """

    value: Value
    edits: tuple[str, ...]
    offices: tuple[str, ...]
    office_name: str
    author: str
    at: str
    source: str
    shown: bool
    ours: bool
    packet: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell with several values; `id` is "ROW.field", with `#exists` as field when a deletion met later work.

    `base`: the latest value that every side stood on, None for a blank cell or when there is none; `base_source`: the
    cell or packet it came from. `may_decide`: otherwise a decision of ours is only a request. `decided`: the change that
    decided it.
    """

    id: str
    row_id: str
    stt: str
    title: str
    field: str
    base: Value
    sides: tuple[Side, ...]
    may_decide: bool
    decided: int | None = None
    base_source: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A value asked for by who may not write it. `id` is the asking `edit`, with ".field" where it says several things.

    `ours`: we asked; `may_decide`: the answer is ours to give. `reason`: why it was refused. `packet`: the one it answers.
    """

    id: str
    edit: str
    row_id: str
    stt: str
    title: str
    field: str
    value: Value
    now: Value
    offices: tuple[str, ...]
    office_name: str
    author: str
    at: str
    source: str
    packet: str
    ours: bool
    may_decide: bool
    outcome: Outcome = "waiting"
    reason: str = ""


class FoldedRow(NamedTuple):
    """A row's state, and the edits it was folded from."""

    state: RowState
    held: Sequence[Held]


def read_rows(db: Database, row_ids: Iterable[str]) -> list[FoldedRow]:
    """The rows of these ids, those never heard of left out."""
    found = {row: keep_ground(held) for row, held in pending.find_held_by_id(db, row_ids).items()}
    return [FoldedRow(fold_row(row, held), held) for row, held in found.items()]


class DecidableReader:
    """Reads differences and requests from one connection; the caller holds its transaction."""

    def __init__(self, desk: Desk, db: Database) -> None:
        self._desk = desk
        self._db = db
        self._origins: dict[str, Origin] = {}
        self._names: dict[str, str] = {}

    # -- differences ---------------------------------------------------------------------------------

    def differences(self) -> list[Difference]:
        """Every cell that holds several values."""
        found = read_rows(self._db, pending.find_rows_in_difference(self._db))
        sides = [(row, code, find_sides(*row, code)) for row in found for code in row.state.conflicts]
        self._learn(id for row, code, said in sides for id in _name_edits(row.held, code, said))
        return [self._describe(row, code, said) for row, code, said in sides]

    def decided(self) -> list[Difference]:
        """What was decided here and still stands so, the newest first."""
        found = pending.find_decisions(self._db)
        by_id = {row.state.row: row for row in read_rows(self._db, dict.fromkeys(one.row for one in found))}
        made = [(one, find_decided(*by_id[one.row], one.edit, one.field)) for one in found]
        self._learn(id for one, sides in made for id in _name_edits(by_id[one.row].held, one.field, sides))
        return [self._describe(by_id[one.row], one.field, sides, one.change) for one, sides in made if sides]

    def difference(
        self, row: FoldedRow, code: str, sides: Sequence[Sibling], decided: int | None = None
    ) -> Difference:
        """One difference in words, with the change that decided it."""
        self._learn(_name_edits(row.held, code, sides))
        return self._describe(row, code, sides, decided)

    def _describe(
        self, row: FoldedRow, code: str, sides: Sequence[Sibling], decided: int | None = None
    ) -> Difference:
        state = row.state
        base = None if code == EXISTS else find_base(row.held, code, sides)
        value = "1" if code == EXISTS else base.edit.fields[code] if base else None
        return Difference(
            f"{state.row}.{code}",
            state.row,
            *name_row(state),
            code,
            value,
            tuple(self._side(code, one, shown=place == 0) for place, one in enumerate(sides)),
            state.authority.may_write(self._desk.office, code),
            decided,
            self._find_base_source(code, base, sides),
        )

    def _side(self, code: str, one: Sibling, *, shown: bool) -> Side:
        newest = self._newest(one.edits)
        return Side(
            one.value,
            one.edits,
            one.offices,
            self.name_offices(one.offices),
            newest.author,
            newest.at,
            describe_source(newest.place, code, self._desk.language),
            shown,
            self._desk.office in one.offices,
            newest.packet,
        )

    def _find_base_source(self, code: str, base: Held | None, sides: Sequence[Sibling]) -> str:
        """The packet of ours in which a side saw the base, else where the base came from."""
        for packet in {self._origins[id].packet for one in sides for id in one.edits if id in self._origins} - {""}:
            record = exports.find_export(self._db, packet)
            if record and record.number:
                return describe_source(Place(packet_number=record.number), code, self._desk.language)
        origin = self._origins.get(base.edit.id) if base else None
        return describe_source(origin.place, code, self._desk.language) if origin else ""

    # -- requests ------------------------------------------------------------------------------------

    def waiting(self) -> list[Asked]:
        """The requests nobody answered yet, in the order they came."""
        found = read_rows(self._db, pending.find_rows_asked_for(self._db))
        asked = [(row, one) for row in found if row.state.authority.assigners for one in row.state.requests]
        self._learn(one.edit for _, one in asked)
        told = [self._ask(row, one.field, one.value, one.edit, one.offices) for row, one in asked]
        return sorted(told, key=lambda one: self._origins[one.edit].number)

    def answered(self) -> list[Asked]:
        """The requests that were granted or refused, the newest first."""
        found = read_rows(self._db, pending.find_rows_answered(self._db))
        granted = [(row, one) for row in found for one in find_granted(*row)]
        refused = [(row, one) for row in found for one in row.state.refusals]
        self._learn([*(one.edit for _, one in granted), *(one.edit for _, one in refused)])
        told = [self._ask(row, one.field, one.value, one.edit, one.offices, "accepted") for row, one in granted]
        told += [
            self._ask(row, one.field, one.value, one.edit, one.offices, "refused", one.reason) for row, one in refused
        ]
        return sorted(told, key=lambda one: self._origins[one.edit].number, reverse=True)

    def _ask(
        self,
        row: FoldedRow,
        code: str,
        value: Value,
        edit: str,
        offices: tuple[str, ...],
        outcome: Outcome = "waiting",
        reason: str = "",
    ) -> Asked:
        state, origin, office = row.state, self._origins[edit], self._desk.office
        alone = len(next(one.edit.fields for one in row.held if one.edit.id == edit)) == 1
        cell = state.cells.get(code)
        now = ("1" if state.exists else "0") if code == EXISTS else cell.value if cell else None
        return Asked(
            edit if alone else f"{edit}.{code}",
            edit,
            state.row,
            *name_row(state),
            code,
            value,
            now,
            offices,
            self.name_offices(offices),
            origin.author,
            origin.at,
            describe_source(origin.place, code, self._desk.language),
            origin.packet,
            office in offices,
            state.authority.may_write(office, code),
            outcome,
            reason,
        )

    # -- words ---------------------------------------------------------------------------------------

    def name_offices(self, offices: Iterable[str]) -> str:
        """The names of offices, by commas; the code of one that is not registered."""
        return ", ".join(self._name(code) for code in offices)

    def _name(self, code: str) -> str:
        if code == self._desk.office:
            return self._desk.office_name
        if code not in self._names:
            self._names[code] = registers.name_office(self._db, code)
        return self._names[code]

    def _learn(self, edits: Iterable[str]) -> None:
        self._origins |= find_origins(self._db, [id for id in edits if id not in self._origins])

    def _newest(self, edits: Iterable[str]) -> Origin:
        return max((self._origins[id] for id in edits), key=lambda one: one.number)


def name_row(state: RowState) -> tuple[str, str]:
    """What a row goes by: the number and title of a task, the name of anything else."""
    values = state.values
    names = (values[code] for code in ("title", "name", "number") if values.get(code))
    return values.get("stt", ""), next(names, "")


def _name_edits(held: Sequence[Held], code: str, sides: Sequence[Sibling]) -> Iterator[str]:
    """The edits whose origins a difference tells."""
    for side in sides:
        yield from side.edits
    base = find_base(held, code, sides) if sides and code != EXISTS else None
    if base:
        yield base.edit.id
