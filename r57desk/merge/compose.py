"""The edits a person makes who sees a row: each supersedes exactly what is live in the state they saw."""

from __future__ import annotations

from collections.abc import Mapping

from r57desk.domain.fields import LOCAL_FIELDS, owner_of
from r57desk.domain.text import normalize
from r57desk.merge.delta import make_edit
from r57desk.merge.fold import Cell, Request, RowState
from r57desk.merge.model import EXECUTORS, EXISTS, KIND, REASON, Edit, Value


def create_row(row: str, values: Mapping[str, Value], *, kind: str = "task", nonce: str = "") -> Edit:
    """The edit that brings a row into being with all its fields; empty ones are left out."""
    system = {EXISTS: "1"} if kind == "task" else {EXISTS: "1", KIND: kind}
    return make_edit(row, system | {code: value for code, value in values.items() if value}, nonce=nonce)


def write_fields(
    state: RowState, values: Mapping[str, Value], *, by: str = "", nonce: str = "", packet: str = ""
) -> Edit | None:
    """The edit that makes these values the only ones; None if they already are.

    A conflict is settled even by a value that is live already. `by` is the office that writes: what it asks for
    already is not asked again, and what it asked for before is replaced.
    """
    changed = {
        code: value
        for code, value in values.items()
        if not _is_settled(state, code, value or None) and not has_asked(state, by, code, value)
    }
    if not changed:
        return None
    seen = {code: (*state.live(code), *_find_asked(state, by, code)) for code in changed}
    return make_edit(state.row, changed, seen, nonce=nonce, packet=packet)


def has_asked(state: RowState, by: str, code: str, value: Value) -> bool:
    """Whether a request of `by` for this very value waits already, which it could not write itself."""
    return not state.authority.may_write(by, code) and any(
        by in one.offices and one.field == code and one.value == (value or None) for one in state.requests
    )


def split_local(kind: str, values: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """The values that travel, and the local ones, which go into an edit and a delta of their own."""
    names = LOCAL_FIELDS.get(kind, frozenset())
    if names.isdisjoint(values):
        return dict(values), {}
    shared = {code: value for code, value in values.items() if code not in names}
    return shared, {code: value for code, value in values.items() if code in names}


def delete_row(state: RowState, *, nonce: str = "") -> Edit:
    """The deletion by someone who saw this state: work it did not see keeps the row visible, in conflict."""
    return make_edit(state.row, {EXISTS: "0"}, {EXISTS: state.all_live()}, nonce=nonce)


def restore_row(state: RowState, *, nonce: str = "") -> Edit:
    """The edit that ends a deletion, or a conflict between a deletion and later work, in favour of the row."""
    return make_edit(state.row, {EXISTS: "1"}, {EXISTS: state.live(EXISTS)}, nonce=nonce)


def grant(state: RowState, office: str, *, by: str, nonce: str = "") -> Edit | None:
    """The edit by which `by` lets `office` execute the row; None if it already may.

    The first grant says again what `by` wrote on the executing side, so that it stays live.
    """
    if office in state.authority.executors:
        return None
    said: dict[str, Value] = {}
    if not state.authority.executors:
        said = {
            code: cell.value
            for code, cell in state.cells.items()
            if owner_of(state.kind, code) == "E" and _is_own(cell, by)
        }
    return make_edit(state.row, {EXECUTORS: office, **said}, {code: state.live(code) for code in said}, nonce=nonce)


def accept_request(state: RowState, request: Request, *, nonce: str = "") -> Edit:
    """The edit, by someone entitled, that makes the asked value the only one, and answers all who asked for it.

    Deleted is what this person sees. An office is let in beside those who execute the row; the first of them needs a
    `grant` as well.
    """
    asked = [one.edit for one in state.requests if (one.field, one.value) == (request.field, request.value)]
    seen: tuple[str, ...] = (*asked, request.edit)
    if request.field == EXISTS and request.value == "0":
        seen = (*seen, *state.all_live())
    elif request.field != EXECUTORS:
        seen = (*seen, *state.live(request.field))
    return make_edit(state.row, {request.field: request.value}, {request.field: seen}, nonce=nonce)


def refuse_request(request: Request, row: str, *, reason: str = "", nonce: str = "") -> Edit:
    """The edit, by someone entitled (or by the asking office itself), that ends a request and changes no value.

    The reason travels with it, for who asked.
    """
    said = {REASON: normalize(reason)} if normalize(reason) else {}
    return make_edit(row, said, {request.field: (request.edit,)}, nonce=nonce)


def _is_settled(state: RowState, code: str, value: Value) -> bool:
    cell = state.cells.get(code)
    if cell is None:
        return value is None
    return len(cell.siblings) == 1 and cell.value == value


def _find_asked(state: RowState, by: str, code: str) -> tuple[str, ...]:
    return tuple(one.edit for one in state.requests if one.field == code and by in one.offices)


def _is_own(cell: Cell, office: str) -> bool:
    if len(cell.siblings) > 1:
        return False
    (one,) = cell.siblings
    return office in one.offices and (len(one.edits) == 1 or one.offices == (office,))
