"""Undo and redo of anything, over the list of changes every process shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from r57desk.errors import DeskError
from r57desk.services import clock
from r57desk.services.changes import ChangeKind, Changes
from r57desk.store import changes, registers
from r57desk.store.changes import Change

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

_SHORTEST_PREFIX = 6  # fewer digits are the number of an import
_MANY = 200  # rows above which screens reload in full


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A task of an undone import that was worked on since. That work counts; without its task (`hidden`), it waits.

    A task the import brought in stays when another office than the one that brought it in has written there since. If
    only that one has, the task is gone with the import, and back when the import is.
    """

    row_id: str
    stt: str
    title: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What taking an import back did, here only. `sent_to`: partners who were sent its edits already, by code."""

    changes: Changes
    kept: tuple[KeptRow, ...] = ()
    sent_to: tuple[str, ...] = ()


class UndoService:
    """Takes back what was done, and does it again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def undo_label(self) -> str:
        """What undo would take back, "" for nothing."""
        change = changes.next_undo(self._desk.reader)
        return change.label if change else ""

    def redo_label(self) -> str:
        """What redo would do again, "" for nothing."""
        change = changes.next_redo(self._desk.reader)
        return change.label if change else ""

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return changes.next_undo(self._desk.reader) is not None

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return changes.next_redo(self._desk.reader) is not None

    def undo(self) -> Changes | None:
        """Take back the newest change that still stands; None when there is none."""
        change = changes.next_undo(self._desk.writer)
        return self._take_back(change) if change else None

    def redo(self) -> Changes | None:
        """Do again what was taken back last, unless something new was done since; None when there is nothing."""
        change = changes.next_redo(self._desk.writer)
        return self._apply("redo", change) if change else None

    def undo_change(self, seq: int) -> Changes:
        """Take back one change, whatever was done since; later work on the same cells stays."""
        return self._take_back(changes.get_change(self._desk.writer, seq))

    def undo_import(self, import_id: int) -> UndoneImport:
        """Take an import back, here only; what was done since stays, and is listed. DeskError `import_not_found`."""
        from r57desk.store import imports, packets, undo
        from r57desk.store.rows import find_states

        db = self._desk.writer
        with db.transaction():
            record = imports.get_import(db, import_id)
            deltas = undo.find_standing(db, record.change)
            edited = undo.find_edited_since(db, record.change)
            before = find_states(db, edited)
            sent = packets.find_sent_after(db, min(deltas)) if deltas else []
            done = self._take_back(changes.get_change(db, record.change))
            after = find_states(db, edited)
        kept = [
            KeptRow(row, state.values.get("stt", ""), state.values.get("title", ""), not after[row].exists)
            for row, state in before.items()
            if state.kind == "task" and state.exists
        ]
        partners = sorted({one.record.partner for one in sent} - {record.office})
        return UndoneImport(done, tuple(kept), tuple(partners))

    def undo_target(self, target: str) -> Changes:
        """Take back an import by its number, or the change an edit (its id or a unique prefix) belongs to."""
        db = self._desk.writer
        if target.isdecimal() and len(target) < _SHORTEST_PREFIX:
            return self._take_back(changes.get_change_of_import(db, int(target)))
        if len(target) < _SHORTEST_PREFIX:
            raise DeskError("change_not_found", change=target)
        return self._take_back(changes.get_change_of_edit(db, target.lower()))

    def _take_back(self, change: Change) -> Changes:
        return self._apply("undo", change)

    def _apply(self, kind: ChangeKind, change: Change) -> Changes:
        from r57desk.store import undo  # with the fold behind it: not for a window that only shows

        act = undo.undo if kind == "undo" else undo.redo
        db = self._desk.writer
        beside = registers.find_ids_beside(db)
        done = act(db, change.seq, at=clock.now())
        self._desk.forget()
        everything = len(done.rows) > _MANY or change.kind != "edit"
        tasks = done.rows - beside - registers.find_ids_beside(db)
        return Changes(kind, tasks, change.label, change.seq, everything=everything)
