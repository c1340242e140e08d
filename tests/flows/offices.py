"""Registers of several offices as real files, which exchange packets, lose things, are restored and cloned."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Delta
from r57desk.merge.packet import Packet, format_packet, parse_packet
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan
from r57desk.services.packets import Taken, compose_packet, take_packet
from r57desk.store import changes, edit_log, packets, projection
from r57desk.store.database import open_database
from r57desk.store.options import set_option
from r57desk.store.rows import get_state
from r57desk.workbook.reading import Reading
from tests.services.sheets import content_of

NOW = "2025-09-24T08:00:00"


@dataclass(frozen=True)
class Write:
    """One acknowledged write: its token, where it went, by whom, and every delta that counted there at that moment."""

    token: str
    row: str
    field: str
    delta: str
    office: str
    known: frozenset[str]


@dataclass
class Register:
    """One machine of one office."""

    desk: Desk
    copies: list[Path] = field(default_factory=list)

    @property
    def office(self) -> str:
        return self.desk.office

    def log(self) -> dict[str, Delta]:
        return {delta.id: delta for delta in packets.find_deltas_after(self.desk.writer, None)}

    def set_aside(self) -> set[str]:
        return {id for (id,) in self.desk.writer.query("SELECT d.id FROM set_aside s JOIN delta d ON d.n = s.delta")}

    def counting(self) -> frozenset[str]:
        return frozenset(id for (id,) in self.desk.writer.query("SELECT id FROM delta")) - self.set_aside()

    def state(self, row: str) -> RowState:
        return get_state(self.desk.writer, row)

    def rows(self) -> list[str]:
        return [row for (row,) in self.desk.writer.query("SELECT id FROM task ORDER BY id")]

    def dump(self) -> bytes:
        """The rows of tasks: the registers of units are each office's own."""
        lines = projection.dump(self.desk.writer, local=False).splitlines(keepends=True)
        return b"".join(line for line in lines if b'"task":' in line or b'"requests":' in line)


class World:
    """The registers, the packets under way, and what was written."""

    def __init__(self, folder: Path, offices: Iterable[str]) -> None:
        self._folder = folder
        self._files = 0
        self.registers = [self._open(self._make(office)) for office in offices]
        self.writes: list[Write] = []
        self.taken_back: set[str] = set()
        self.lost: set[str] = set()  # deltas a restored register held alone
        self.under_way: list[Packet] = []
        self.seen_by: dict[str, frozenset[str]] = {}  # packet → what its sender held

    def close(self) -> None:
        for register in self.registers:
            register.desk.close()

    # -- at one desk --------------------------------------------------------------------------------

    def create(self, at: int, title: str = "") -> str:
        token = title or f"t{len(self.writes)}"
        known = self.registers[at].counting()
        (delta,) = self._does(at, lambda desk: desk.tasks.create({"title": token}))
        (edit,) = delta.edits
        self.writes.append(Write(token, edit.row, "title", delta.id, delta.office, known))
        return edit.row

    def write(self, at: int, row: str, field: str, token: str = "") -> str:
        token = token or f"w{len(self.writes)}"
        known = self.registers[at].counting()
        for delta in self._does(at, lambda desk: desk.tasks.set_fields([row], {field: token})):
            self.writes.append(Write(token, row, field, delta.id, delta.office, known))
        return token

    def delete(self, at: int, row: str) -> None:
        known = self.registers[at].counting()
        for delta in self._does(at, lambda desk: desk.tasks.delete([row])):
            self.writes.append(Write("", row, EXISTS, delta.id, delta.office, known))

    def undo(self, at: int) -> None:
        for delta in self._does(at, lambda desk: desk.undo.undo()):
            self.taken_back.update(delta.retracts)

    def redo(self, at: int) -> None:
        before = {write.delta: write for write in self.writes}
        by_edit = {edit.id: before[id] for id in before for edit in self._find(id)}
        known = self.registers[at].counting()
        for delta in self._does(at, lambda desk: desk.undo.redo()):
            for edit in delta.edits:
                if write := by_edit.get(edit.id):
                    self.writes.append(
                        Write(write.token, write.row, write.field, delta.id, delta.office, known | write.known)
                    )

    def _find(self, id: str) -> list:
        for register in self.registers:
            for delta in edit_log.find_deltas(register.desk.writer, [id]):
                return list(delta.edits)
        return []

    def _does(self, at: int, act) -> list[Delta]:
        desk = self.registers[at].desk
        before = edit_log.count_deltas(desk.writer)
        act(desk)
        return list(edit_log.find_deltas(desk.writer, after=before))

    # -- between desks ------------------------------------------------------------------------------

    def send(self, at: int, to: str) -> Packet:
        """A packet with every task, through its text; grants that say values again are writes too."""
        register = self.registers[at]
        known, before = register.counting(), edit_log.count_deltas(register.desk.writer)
        sent = compose_packet(register.desk, to)
        for delta in edit_log.find_deltas(register.desk.writer, after=before):
            for edit in delta.edits:
                self.writes += [
                    Write(str(value), edit.row, code, delta.id, delta.office, known)
                    for code, value in edit.fields.items()
                    if edit.supersedes and not code.startswith("#")
                ]
        packet = parse_packet(format_packet(sent, packets.find_standing_edits(register.desk.writer, sent)))
        assert packet == sent
        self.seen_by[packet.id] = register.counting()
        return packet

    def take(self, at: int, packet: Packet) -> Taken:
        return take_packet(self.registers[at].desk, packet)

    def bring_in(self, at: int, reading: Reading, *, replaces: bool = False) -> ImportPlan:
        """A file that answers a packet, filled in by hand; what is new in it are writes of the office that answers."""
        packet, seen = reading.packet, self.registers[at].counting() if replaces else frozenset()
        assert packet is not None
        imports = self.registers[at].desk.imports
        plan = imports.plan(reading, replaces_earlier=replaces)
        content, carried = content_of(reading.rows), {delta.id for delta in packet.deltas}
        for delta in self._does(at, lambda _: imports.apply(plan, content=content)):
            self.writes += [
                Write(
                    edit.fields.get(code) or "",
                    edit.row,
                    code,
                    delta.id,
                    delta.office,
                    self.seen_by[packet.id] | seen,
                )
                for edit in delta.edits
                for code in edit.fields.keys() | edit.supersedes.keys()  # a cell withdrawn is written too
                if not code.startswith("#") and edit.packet == packet.id and delta.id not in carried
            ]
        return plan

    def exchange(self, rounds: int = 2) -> None:
        """Everybody sends everybody a packet that arrives, and once more."""
        for _ in range(rounds):
            for at in range(len(self.registers)):
                for to, other in enumerate(self.registers):
                    if other.office != self.registers[at].office:
                        self.take(to, self.send(at, other.office))

    # -- accidents ----------------------------------------------------------------------------------

    def copy(self, at: int) -> None:
        """What a backup would hold."""
        path = self._next_path()
        with closing(sqlite3.connect(path)) as target:
            self.registers[at].desk.writer.connection.backup(target)
        self.registers[at].copies.append(path)

    def restore(self, at: int, which: int = -1) -> None:
        register = self.registers[at]
        held = set(register.log())
        register.desk.close()
        register.desk = self._open(self._clone(register.copies[which])).desk
        self.lost |= held

    def clone(self, at: int) -> None:
        """One more machine of the same office, with what a copy of the file held."""
        self.copy(at)
        self.registers.append(self._open(self._clone(self.registers[at].copies[-1])))

    def _make(self, office: str) -> Path:
        path = self._clone(_empty_register(self._folder.parent))
        with open_database(path, now=NOW) as db:
            set_option(db, "office", office)
            set_option(db, "office_name", f"Cơ quan {office}")
        return path

    def _clone(self, source: Path) -> Path:
        path = self._next_path()
        path.write_bytes(source.read_bytes())
        return path

    def _next_path(self) -> Path:
        self._files += 1
        return self._folder / f"{self._files}.db"

    @staticmethod
    def _open(path: Path) -> Register:
        return Register(Desk.open(path))

    # -- laws ---------------------------------------------------------------------------------------

    def agree_on_what_is_set_aside(self) -> None:
        """Laws of equality are about equal lists: everybody sets aside what anybody did."""
        aside = set().union(*(register.set_aside() for register in self.registers))
        for register in self.registers:
            db = register.desk.writer
            with db.transaction():
                change = changes.add_change(db, "edit", "", NOW)
                numbers = edit_log.find_delta_numbers(db, aside - register.set_aside())
                rows = edit_log.set_aside(db, change, numbers.values())
                edit_log.refresh_rows(db, change, rows, ())

    def check_laws(self) -> None:
        """L11: after losses, one later round each way brings all to one log; L2: then to one table; L3: with all of it."""
        self.exchange()
        logs = [set(register.log()) for register in self.registers]
        assert all(log == logs[0] for log in logs)
        self.agree_on_what_is_set_aside()
        dumps = {register.dump() for register in self.registers}
        assert len(dumps) == 1
        for register in self.registers:
            assert list(projection.find_differences(register.desk.writer)) == []
        self._check_history(self.registers[0])

    def _check_history(self, register: Register) -> None:
        held, aside = register.log(), register.set_aside()
        for write in self.writes:
            if write.delta not in held:
                assert write.delta in self.lost, f"nobody holds {write}"
            elif write.delta not in aside and write.delta not in self.taken_back:
                assert self._is_accounted_for(write, register), write

    def _is_accounted_for(self, write: Write, register: Register, seen: frozenset[str] = frozenset()) -> bool:
        """Shown, a listed sibling, a request, or replaced by work that knew of it and is accounted for itself."""
        state = register.state(write.row)
        said = state.cells[write.field].siblings if write.field in state.cells else ()
        if write.field == EXISTS or not write.token:
            return True
        if state.exists and any(one.value == write.token for one in said):
            return True
        if any(one.value == write.token and one.field == write.field for one in state.requests):
            return True
        return any(self._covers(later, write, register, seen | {write.delta}) for later in self.writes)

    def _covers(self, later: Write, write: Write, register: Register, seen: frozenset[str]) -> bool:
        if later.row != write.row or later.field not in (write.field, EXISTS) or write.delta not in later.known:
            return False
        if later.delta in seen or later.delta not in register.log():
            return False
        asked = {request.edit for request in register.state(write.row).requests}
        edits = {edit.id for edit in register.log()[later.delta].edits}
        stands = later.delta not in self.taken_back and later.delta not in register.set_aside()
        if stands and (later.office == write.office or not edits & asked):
            return True
        return self._is_accounted_for(later, register, seen) if later.field != EXISTS else False


@lru_cache(maxsize=4)
def _empty_register(folder: Path) -> Path:
    """A register without units or public days: they are no part of what is exchanged."""
    path = folder / "empty.db"
    with open_database(path, now=NOW, create=True) as db:
        set_option(db, "office", "00")
    return path
