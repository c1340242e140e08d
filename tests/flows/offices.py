"""Registers of several offices as real files, which exchange packets, lose things, are restored and cloned.

Every act is noted: what it appended, what its register held before, what it set aside; so that the history of all
registers can be judged at the end (`tests.flows.history`).
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from r57desk.domain.query import EVERYTHING, Query
from r57desk.merge.base_row import BaseRow
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Delta, Value
from r57desk.merge.packet import Packet, PacketKind, format_packet, parse_packet
from r57desk.services.changes import Changes
from r57desk.services.desk import Desk
from r57desk.services.import_plan import ImportPlan
from r57desk.services.packets import Taken, compose_packet, take_packet
from r57desk.store import changes, edit_log, packets, projection
from r57desk.store.database import open_database
from r57desk.store.options import set_option
from r57desk.store.rows import get_state
from r57desk.workbook.reading import Reading
from tests.flows.history import History, Seen, Snapshot
from tests.services.sheets import content_of

NOW = "2025-09-24T08:00:00"


@dataclass(frozen=True)
class Copy:
    """What a backup holds, and what the acts say of it."""

    path: Path
    aside: frozenset[str]
    done: dict[int, frozenset[str]]
    taken: dict[str, tuple[int, ...]]


@dataclass
class Register:
    """One machine of one office. `aside`, `done` and `taken` are what the acts say; the file has to agree."""

    desk: Desk
    copies: list[Copy] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    done: dict[int, frozenset[str]] = field(default_factory=dict)  # change → the deltas it put in force
    taken: dict[str, tuple[int, ...]] = field(default_factory=dict)  # packet → the changes that took it in
    newest: dict[str, int] = field(default_factory=dict)  # office → the highest number of a packet of theirs

    @property
    def office(self) -> str:
        return self.desk.office

    def snapshot(self) -> Snapshot:
        """What counts here now."""
        last = max(self.places.values(), default=0)
        self.places |= dict(self.desk.writer.query("SELECT id, n FROM delta WHERE n > ?", (last,)))
        return Snapshot(self.places, max(self.places.values(), default=0), frozenset(self.set_aside()))

    def log(self) -> dict[str, Delta]:
        return {delta.id: delta for delta in packets.find_deltas_after(self.desk.writer, None)}

    def set_aside(self) -> set[str]:
        return {id for (id,) in self.desk.writer.query("SELECT d.id FROM set_aside s JOIN delta d ON d.n = s.delta")}

    def state(self, row: str) -> RowState:
        return get_state(self.desk.writer, row)

    def rows(self) -> list[str]:
        return [row for (row,) in self.desk.writer.query("SELECT id FROM task ORDER BY id")]

    def dump(self) -> bytes:
        """The rows of tasks: the registers of units are each office's own."""
        lines = projection.dump(self.desk.writer, local=False).splitlines(keepends=True)
        return b"".join(line for line in lines if b'"task":' in line or b'"requests":' in line)

    def see(self) -> Seen:
        return Seen.read(self.snapshot().places, self.set_aside(), self.dump())


class World:
    """The registers, the packets under way, and what was written."""

    def __init__(self, folder: Path, offices: Iterable[str], *, watched: bool = False) -> None:
        """`watched`: nobody acts on a desk but through here, and all of it is judged."""
        self._folder, self._watched = folder, watched
        self._files = 0
        self.history = History()
        self.operations: Counter[str] = Counter()
        self.figures: Counter[str] = Counter()
        self._tokens = 0
        self.under_way: list[Packet] = []
        self.seen_by: dict[str, Snapshot] = {}  # packet → what its sender held
        self.registers = [self._open(self._make(office)) for office in offices]

    def close(self) -> None:
        for register in self.registers:
            register.desk.close()

    # -- at one desk --------------------------------------------------------------------------------

    def create(self, at: int, title: str = "") -> str:
        token = title or self.token("t")
        (delta,) = self.does(at, "create", lambda desk: desk.tasks.create({"title": token}))
        (edit,) = delta.edits
        assert edit.fields["title"] == token
        return edit.row

    def write(self, at: int, row: str, field: str, token: Value = "") -> str:
        token = self.token("w") if token == "" else token
        self.write_all(at, [row], {field: token}, how="write" if token else "erase")
        return token or ""

    def write_all(self, at: int, rows: Sequence[str], values: dict[str, Value], how: str = "write several") -> None:
        made = self.does(at, how, lambda desk: desk.tasks.set_fields(rows, values))
        said = {(edit.row, code, value) for one in made for edit in one.edits for code, value in edit.fields.items()}
        new = {(row, code, value) for row in rows for code, value in values.items() if value and code != "progress"}
        assert said >= new, "acknowledged, and in no log"
        for row, code, value in new:
            cell = self.registers[at].state(row).cells.get(code)
            if cell and self.registers[at].state(row).authority.may_write(self.registers[at].office, code):
                assert [one.value for one in cell.siblings] == [value], "what its author saw stands beside it"

    def delete(self, at: int, row: str) -> None:
        made = self.does(at, "delete", lambda desk: desk.tasks.delete([row]))
        assert made or any(one.field == EXISTS for one in self.registers[at].state(row).requests)

    def undo(self, at: int) -> None:
        self._takes_back(at, "undo", lambda desk: desk.undo.undo())

    def undo_change(self, at: int, change: int) -> None:
        self._takes_back(at, "undo", lambda desk: desk.undo.undo_change(change))

    def undo_import(self, at: int, import_id: int) -> None:
        self._takes_back(at, "undo import", lambda desk: desk.undo.undo_import(import_id).changes)

    def redo(self, at: int) -> None:
        register, before = self.registers[at], frozenset(self.registers[at].set_aside())
        found: list[Changes | None] = []
        made = self._acts(at, "redo", lambda desk: found.append(desk.undo.redo()))
        if not (found and found[0]):
            return
        assert found[0].change is not None
        back = before - register.set_aside()
        known = {edit.id for delta in made for edit in delta.edits} | self._edits_of(back)
        assert self._edits_of(register.done[found[0].change]) == known, "not what was taken back"
        register.aside -= back
        register.done[found[0].change] = frozenset(delta.id for delta in made) | back

    def does(self, at: int, how: str, act: Callable[[Desk], object], *known: Snapshot) -> list[Delta]:
        """Do something that sets nothing aside; the deltas it made that nobody had made before."""
        register = self.registers[at]
        made = self._acts(at, how, act, *known)
        assert not self._watched or register.set_aside() == register.aside
        return made

    def _acts(self, at: int, how: str, act: Callable[[Desk], object], *known: Snapshot) -> list[Delta]:
        register = self.registers[at]
        before, last = register.snapshot(), changes.last_change(register.desk.writer)
        self.count(how)
        act(register.desk)
        fresh = list(edit_log.find_deltas(register.desk.writer, after=before.length))
        if not self._watched:
            return fresh
        made = [delta for delta in fresh if delta.id not in self.history.deltas]
        for delta in made:
            self.history.note(self.operations.total(), delta, known or (before,))
        for change, delta in register.desk.writer.query(
            "SELECT cd.change, d.id FROM change_delta cd JOIN delta d ON d.n = cd.delta JOIN change c ON c.seq = cd.change "
            "WHERE cd.change > ? AND cd.effect != 'set_aside' AND c.target IS NULL", (last,)
        ):  # fmt: skip
            register.done[change] = register.done.get(change, frozenset()) | {delta}
        return made

    def _takes_back(self, at: int, how: str, act: Callable[[Desk], Changes | None]) -> None:
        """What is undone is what one change did, all of it: retracted where we typed it, set aside where we did not."""
        register, before = self.registers[at], frozenset(self.registers[at].set_aside())
        done: list[Changes | None] = []
        made = self._acts(at, how, lambda desk: done.append(act(desk)))
        if done[0] is None:
            return
        assert done[0].change is not None
        retracted = {id for delta in made for id in delta.retracts}
        aside = frozenset(register.set_aside()) - before
        assert before <= register.set_aside()
        assert retracted | aside == register.done[done[0].change] - before, "undone is not what was done"
        imported = changes.get_change(register.desk.writer, done[0].change).kind == "import"
        assert not (imported and retracted), "the work of others is never taken back for all"
        assert imported or not any(self.history.travels(id) and self.history.deltas[id].nonce for id in aside)
        register.aside |= aside

    def _edits_of(self, deltas: Iterable[str]) -> set[str]:
        return {edit.id for id in deltas for edit in self.history.deltas[id].edits}

    def count(self, how: str) -> None:
        """One more operation of this kind."""
        self.operations[how] += 1

    def token(self, letter: str) -> str:
        """A text nobody wrote yet."""
        self._tokens += 1
        return f"{letter}{self._tokens}"

    # -- between desks ------------------------------------------------------------------------------

    def send(self, at: int, to: str, query: Query = EVERYTHING, *, kind: PacketKind = "tasks") -> Packet:
        """A packet, through its text. It lets its addressee execute the tasks in it: that is written too."""
        register, sent = self.registers[at], list[Packet]()
        self.does(at, "send", lambda desk: sent.append(compose_packet(desk, to, query, kind=kind)))
        standing = packets.find_standing_edits(register.desk.writer, sent[0])
        packet = parse_packet(format_packet(sent[0], standing))
        assert packet == sent[0]
        self.seen_by[packet.id] = register.snapshot()
        return packet

    def take(self, at: int, packet: Packet, how: str = "take") -> Taken:
        taken: list[Taken] = []
        self._takes(at, packet, how, lambda desk: taken.append(take_packet(desk, packet)))
        self.figures["taken after a gap"] += not taken[0].acknowledged
        return taken[0]

    def bring_in(
        self,
        at: int,
        reading: Reading,
        *,
        changed: Collection[tuple[str, str]] = (),
        replaces: bool = False,
        from_office: str = "",
        how: str = "fill in by hand",
    ) -> ImportPlan:
        """A file that answers a packet; of its rows, only the cells `changed` by hand may be written."""
        packet, imports, register = reading.packet, self.registers[at].desk.imports, self.registers[at]
        assert packet is not None
        plan = imports.plan(reading, from_office, replaces_earlier=replaces)
        known = [self.seen_by[packet.id], *([register.snapshot()] if replaces else ())]
        content = content_of(reading.rows)
        may = set(changed) | (self._find_cells_answered(packet) if replaces else set())
        made = self._takes(at, packet, how, lambda _: imports.apply(plan, content=content), *known)
        made = [delta for delta in made if self.history.travels(delta.id)]
        edits = [edit for delta in made for edit in delta.edits]
        assert {delta.office for delta in made} <= {from_office or packet.to}
        assert all(edit.packet == packet.id for edit in edits)
        written = {(edit.row, code) for edit in edits for code in edit.fields.keys() | edit.supersedes.keys()}
        assert {cell for cell in written if cell[0] in packet.base} <= may, "nobody wrote that"
        for edit in edits:
            base = packet.base.get(edit.row, BaseRow())
            for code in () if replaces else edit.fields.keys() - {EXISTS}:
                assert edit.supersedes.get(code, ()) == tuple(sorted(base.cell(code).live)), "not what was seen there"
        return plan

    def _find_cells_answered(self, packet: Packet) -> set[tuple[str, str]]:
        """The cells in which earlier files answered this packet."""
        edits = [edit for edit in self.history.edits.values() if edit.packet == packet.id]
        return {(edit.row, code) for edit in edits for code in edit.fields if code != EXISTS}

    def _takes(
        self, at: int, packet: Packet, how: str, act: Callable[[Desk], object], *known: Snapshot
    ) -> list[Delta]:
        """What is set aside stays so, but for what came with this very packet, or is said again by this very file."""
        register, before = self.registers[at], frozenset(self.registers[at].set_aside())
        last = changes.last_change(register.desk.writer)
        made = self._acts(at, how, act, *known)
        if not self._watched:
            return []
        back = before - register.set_aside()
        allowed = {id for change in register.taken.get(packet.id, ()) for id in register.done.get(change, ())}
        allowed |= {id for id in back if self._answers(id, packet)}  # it had come with another's packet
        assert back <= allowed, "counts again, and nobody asked for it"
        assert register.set_aside() <= before
        register.aside -= back
        new = tuple(change for change in register.done if change > last)
        self._note_taken(register, packet, how, new)
        return made

    def _answers(self, id: str, packet: Packet) -> bool:
        """Whether a delta was read from a sheet of this packet that somebody filled in."""
        return all(edit.packet == packet.id for edit in self.history.deltas[id].edits)

    def _note_taken(self, register: Register, packet: Packet, how: str, new: tuple[int, ...]) -> None:
        if packet.to == register.office and how != "fill in by hand":
            self.figures["taken twice"] += packet.id in register.taken
            self.figures["taken out of order"] += packet.number < register.newest.get(packet.office, 0)
            register.newest[packet.office] = max(packet.number, register.newest.get(packet.office, 0))
        register.taken[packet.id] = (*register.taken.get(packet.id, ()), *new)

    def exchange(self, rounds: int = 2, *, kind: PacketKind = "tasks") -> None:
        """Every two of them send each other a packet that arrives, and once more."""
        for _ in range(rounds):
            for one, two in combinations(range(len(self.registers)), 2):
                for at, to in ((one, two), (two, one), (one, two)):
                    if self.registers[at].office != self.registers[to].office:
                        self.take(to, self.send(at, self.registers[to].office, kind=kind))

    # -- accidents ----------------------------------------------------------------------------------

    def copy(self, at: int) -> None:
        """A backup, to be restored some day."""
        self.count("copy")
        self.registers[at].copies.append(self.back_up(at))

    def back_up(self, at: int) -> Copy:
        register, path = self.registers[at], self.next_path()
        with closing(sqlite3.connect(path)) as target:
            register.desk.writer.connection.backup(target)
        return Copy(path, register.aside, dict(register.done), dict(register.taken))

    def restore(self, at: int, which: int = -1) -> None:
        self.count("restore")
        register = self.registers[at]
        held = set(register.snapshot().places)
        register.desk.close()
        copies = register.copies
        self.registers[at] = self.open_copy(copies[which])
        self.registers[at].copies = copies
        self._lose(held)

    def clone(self, at: int) -> None:
        """One more machine of the same office, with what a copy of the file held."""
        self.count("clone")
        self.registers.append(self.open_copy(self.back_up(at)))

    def give_up(self, at: int) -> None:
        """A machine breaks for good."""
        self.count("break")
        register = self.registers.pop(at)
        held = set(register.snapshot().places)
        register.desk.close()
        self._lose(held)

    def _lose(self, held: Collection[str]) -> None:
        """What nobody holds now may be lost; unless a packet under way still brings it."""
        self.history.lost |= set(held).difference(*(register.snapshot().places for register in self.registers))

    def _make(self, office: str) -> Path:
        path = self._clone(_empty_register(self._folder.parent))
        with open_database(path, now=NOW) as db:
            set_option(db, "office", office)
            set_option(db, "office_name", f"Cơ quan {office}")
        return path

    def _clone(self, source: Path) -> Path:
        path = self.next_path()
        path.write_bytes(source.read_bytes())
        return path

    def next_path(self) -> Path:
        self._files += 1
        return self._folder / f"{self._files}.db"

    @staticmethod
    def _open(path: Path) -> Register:
        return Register(Desk.open(path))

    def open_copy(self, copy: Copy) -> Register:
        register = self._open(self._clone(copy.path))
        register.aside, register.done, register.taken = copy.aside, dict(copy.done), dict(copy.taken)
        return register


@lru_cache(maxsize=4)
def _empty_register(folder: Path) -> Path:
    """A register without units or public days: they are no part of what is exchanged."""
    path = folder / "empty.db"
    with open_database(path, now=NOW, create=True) as db:
        set_option(db, "office", "00")
    return path
