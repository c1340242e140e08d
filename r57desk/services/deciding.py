"""What waits for a person: cells that hold several values, and requests. Every answer is a change, to be undone as one.

A decision is an ordinary edit that saw every side; so it travels, and can itself be decided anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from r57desk.errors import DeskError
from r57desk.merge.compose import accept_request, grant, has_asked, refuse_request
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.differing import decide, find_decided, find_sides
from r57desk.merge.fold import Request, RowState, Sibling
from r57desk.merge.model import EXECUTORS, EXISTS, Edit, Value
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.services.decidable import Asked, DecidableReader, Difference, FoldedRow, Side, read_rows
from r57desk.services.history import field_label
from r57desk.services.task_writing import name_rows, parse_field
from r57desk.store import edit_log, pending, rows
from r57desk.store.database import Database
from r57desk.store.pending import Decision

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

__all__ = ["Asked", "DecidingService", "Difference", "Side"]

_SHORTEST_PREFIX = 6
_VERBS = {
    "accept": ("Chấp thuận đề nghị", "Request granted"),
    "refuse": ("Không chấp thuận đề nghị", "Request refused"),
}
_Found = tuple[str, tuple[Sibling, ...], Decision | None]
"""Of a difference: its field, its sides, and how it was decided, if it was."""
_Answering = Callable[[RowState, Request, str], list[Edit]]


class DecidingService:
    """Differences and requests of one register: to look at, to decide, to answer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # -- looking -------------------------------------------------------------------------------------

    def differences(self) -> list[Difference]:
        """Every cell that holds several values, and every row that was deleted and worked on."""
        with self._desk.reader.reading():
            return DecidableReader(self._desk, self._desk.reader).differences()

    def decided(self) -> list[Difference]:
        """What was decided here and still stands so, the newest first; the chosen side is the one shown."""
        with self._desk.reader.reading():
            return DecidableReader(self._desk, self._desk.reader).decided()

    def get(self, id: str) -> Difference:
        """One difference, waiting or decided; DeskError as of `keep`."""
        db = self._desk.reader
        with db.reading():
            row, code, sides, decision = _find(db, id)
            decided = decision.change if decision else None
            return DecidableReader(self._desk, db).difference(row, code, sides, decided)

    def requests(self, *, waiting: bool = True) -> list[Asked]:
        """The requests that wait for an answer; without `waiting` those that were answered, the newest first."""
        with self._desk.reader.reading():
            reader = DecidableReader(self._desk, self._desk.reader)
            return reader.waiting() if waiting else reader.answered()

    # -- deciding ------------------------------------------------------------------------------------

    def keep(self, id: str, edits: Collection[str]) -> Changes:
        """Make the side these edits stand for the only value; also of a difference decided before.

        `id` is "ROW.field", or the row alone if it has one difference. DeskError `difference_not_found`, or
        `difference_ambiguous` for a row that has several.
        """
        with self._desk.writer.transaction():
            row, code, sides, _ = _find(self._desk.writer, id)
            chosen = next((side for side in sides if not set(side.edits).isdisjoint(edits)), None)
            if chosen is None:
                raise DeskError("difference_not_found", id=id)
            return self._decide(row.state, code, chosen.value, sides)

    def write(self, id: str, text: str) -> Changes:
        """Make another value the only one. DeskError as of `keep`, `value_unread`, `title_required`."""
        with self._desk.writer.transaction():
            row, code, sides, _ = _find(self._desk.writer, id)
            if code == EXISTS:
                raise DeskError("existence_not_written")
            value = parse_field(code, text, self._desk.language, row.state.kind)
            if code == "title" and not value:
                raise DeskError("title_required")
            return self._decide(row.state, code, value, sides)

    def accept(self, ids: Collection[str]) -> Changes:
        """Write what was asked for, as one change.

        DeskError `request_not_found`, `request_ambiguous`, `request_of_other` when the answer is not ours to give,
        `requests_differ` when two of them ask for different values of one cell: nothing was written.
        """
        return self._answer(ids, lambda state, one, nonce: list(self._accept(state, one, nonce)), "accept")

    def refuse(self, ids: Collection[str], reason: str) -> Changes:
        """Say no, as one change; the reason travels to who asked. A request of our own is taken back, reason or not.

        DeskError as of `accept`, or `reason_required`.
        """

        def say_no(state: RowState, one: Request, nonce: str) -> list[Edit]:
            if not reason.strip() and self._desk.office not in one.offices:
                raise DeskError("reason_required")
            return [refuse_request(one, state.row, reason=reason, nonce=nonce)]

        return self._answer(ids, say_no, "refuse")

    # -- how -----------------------------------------------------------------------------------------

    def _decide(self, state: RowState, code: str, value: Value, sides: Sequence[Sibling]) -> Changes:
        office = self._desk.office
        if has_asked(state, office, code, value):
            return Changes("edit", waiting=(code,))
        own = [one.edit for one in state.requests if one.field == code and office in one.offices]
        over = [id for side in sides if code != EXISTS or side.value == "0" for id in side.edits]
        edit = decide(state, code, value, over=[*over, *own], nonce=new_nonce())
        may = state.authority.may_write(office, code)
        done = self._append([edit], name_rows([state], field_label(code, self._desk.language), self._desk.language))
        return Changes(
            "edit",
            done.rows,
            done.label,
            done.change,
            requests=() if may else (code,),
            written=(code,) if may else (),
        )

    def _accept(self, state: RowState, one: Request, nonce: str) -> Iterator[Edit]:
        if one.field == EXECUTORS and one.value and not state.authority.executors:
            first = grant(state, one.value, by=self._desk.office, nonce=nonce)
            yield from (first,) if first else ()
        yield accept_request(state, one, nonce=nonce)

    def _answer(self, ids: Collection[str], make: _Answering, verb: Literal["accept", "refuse"]) -> Changes:
        nonce = new_nonce()
        with self._desk.writer.transaction():
            found = [one for id in dict.fromkeys(ids) for one in self._find_requests(id)]
            wanted: dict[tuple[str, str], Value] = {}
            for state, one in found:
                if verb == "accept" and wanted.setdefault((state.row, one.field), one.value) != one.value:
                    raise DeskError("requests_differ", field=field_label(one.field, self._desk.language))
                self._check(state, one, verb)
            edits = {edit.id: edit for state, one in found for edit in make(state, one, nonce)}
            label = name_rows(
                list({state.row: state for state, _ in found}.values()),
                _VERBS[verb][0 if self._desk.language == "vi" else 1],
                self._desk.language,
            )
            return self._append(list(edits.values()), label)

    def _check(self, state: RowState, one: Request, verb: str) -> None:
        office = self._desk.office
        if state.authority.may_write(office, one.field) or (verb == "refuse" and office in one.offices):
            return
        owners = state.authority.assigners | state.authority.executors
        able = sorted(code for code in owners if state.authority.may_write(code, one.field))
        names = DecidableReader(self._desk, self._desk.writer).name_offices(able)
        raise DeskError("request_of_other", field=field_label(one.field, self._desk.language), offices=names)

    def _find_requests(self, id: str) -> list[tuple[RowState, Request]]:
        """The waiting requests an id means: one, or all that one edit asks for."""
        db = self._desk.writer
        prefix, _, code = id.strip().partition(".")
        known = pending.find_edits_asking(db, prefix.lower()) if len(prefix) >= _SHORTEST_PREFIX else []
        if len(known) > 1:
            raise DeskError("request_ambiguous", id=id)
        for edit, row in known:
            state = rows.get_state(db, row)
            found = [one for one in state.requests if one.edit == edit and code in ("", one.field)]
            if found:
                return [(state, one) for one in found]
        raise DeskError("request_not_found", id=id)

    def _append(self, edits: Sequence[Edit], label: str) -> Changes:
        desk = self._desk
        if not edits:
            return Changes("edit")
        now = clock.now()
        delta = make_delta(desk.office, edits, author=desk.author, claimed_time=now, nonce=new_nonce())
        done = edit_log.append(desk.writer, [delta], kind="edit", label=label, at=now)
        desk.forget()
        return Changes("edit", done.rows, label, done.change)


def _find(db: Database, id: str) -> tuple[FoldedRow, str, tuple[Sibling, ...], Decision | None]:
    """The difference of an id: its row, its field, its sides, and how it was decided, if it was."""
    prefix, _, code = id.strip().partition(".")
    row_id = rows.find_row(db, prefix)
    row = read_rows(db, [row_id])[0]
    found: list[_Found] = [(one, find_sides(*row, one), None) for one in row.state.conflicts if code in ("", one)]
    if not found:
        made = [one for one in pending.find_decisions(db, row_id) if code in ("", one.field)]
        decided = [(one.field, find_decided(*row, one.edit, one.field), one) for one in made]
        found += [one for one in decided if one[1]]
    if not found:
        raise DeskError("difference_not_found", id=id)
    if len(found) > 1:
        raise DeskError("difference_ambiguous", id=id, ids=", ".join(f"{row_id}.{one[0]}" for one in found))
    return (row, *found[0])
