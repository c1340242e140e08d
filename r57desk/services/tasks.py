"""What a user does with tasks: look, count, change, delete, and see where every value came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from r57desk.domain.fields import BY_CODE
from r57desk.domain.ids import random_row_id
from r57desk.domain.query import EVERYTHING, Query
from r57desk.domain.task import Task
from r57desk.domain.text import one_line
from r57desk.domain.values import PROBLEMS, parse_value
from r57desk.errors import DeskError, Language
from r57desk.merge.compose import create_row, delete_row, split_local, write_fields
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Delta, Edit, Value
from r57desk.services import clock, lists
from r57desk.services.changes import Changes
from r57desk.services.history import HistoryEntry, read_history
from r57desk.services.lists import CalendarMonth, Counts, Facet, SortKey, TaskIds
from r57desk.store import edit_log, rows, task_query

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

__all__ = ["CalendarMonth", "Counts", "Facet", "HistoryEntry", "SortKey", "TaskIds", "TaskService"]

_TITLE_IN_LABEL = 60  # characters


class TaskService:
    """Tasks of one register."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # -- looking -------------------------------------------------------------------------------------

    def find_ids(self, query: Query = EVERYTHING, sort: Sequence[SortKey] = (), as_of: date | None = None) -> TaskIds:
        """The numbers of the rows a query finds, in order; pages of them are read with `get_page`."""
        return lists.read_ids(self._desk.reader, query, sort, self._day(as_of), self._desk.warn_days)

    def get_page(self, numbers: Sequence[int]) -> list[Task]:
        """The tasks of these row numbers, in the order given."""
        return task_query.get_page(self._desk.reader, numbers)

    def find(self, query: Query = EVERYTHING, as_of: date | None = None, sort: Sequence[SortKey] = ()) -> list[Task]:
        """Every task a query finds, in order."""
        return self.get_page(self.find_ids(query, sort, as_of).ids)

    def resolve(self, prefix: str) -> str:
        """The row id that begins so, of a task shown or deleted; DeskError `row_not_found` or `row_ambiguous`."""
        return rows.find_row(self._desk.reader, one_line(prefix))

    def get(self, prefix: str) -> Task:
        """The task whose row id begins so; DeskError `row_not_found` or `row_ambiguous`."""
        found = task_query.find_tasks(self._desk.reader, [self.resolve(prefix)])
        if not found:
            raise DeskError("row_not_found", id=prefix)
        return found[0]

    def find_number(self, row_id: str) -> int | None:
        """The row number of a task, None when it is not shown."""
        return task_query.find_number(self._desk.reader, row_id)

    def count(self, query: Query = EVERYTHING, as_of: date | None = None) -> Counts:
        """How many are shown, of how many, and how they stand."""
        return lists.read_counts(self._desk.reader, query, self._day(as_of), self._desk.warn_days)

    def facets(self, field: str, query: Query = EVERYTHING, as_of: date | None = None) -> list[Facet]:
        """The values a field takes among the rows a query finds, with counts: the list of a filter."""
        desk = self._desk
        return lists.read_facets(desk.reader, field, query, self._day(as_of), desk.warn_days, desk.language)

    def month(self, year: int, month: int, query: Query = EVERYTHING, as_of: date | None = None) -> CalendarMonth:
        """What the calendar shows of one month: days, strips of coarser deadlines, undated tasks."""
        return lists.read_month(self._desk.reader, year, month, query, self._day(as_of), self._desk.warn_days)

    def history(self, row_id: str) -> list[HistoryEntry]:
        """Everything written to a row, oldest first."""
        return read_history(self._desk.reader, row_id)

    def _day(self, as_of: date | None) -> date:
        return as_of or self._desk.today()

    # -- changing ------------------------------------------------------------------------------------

    def set_fields(self, row_ids: Iterable[str], values: Mapping[str, Value]) -> Changes:
        """Write values, as typed, into rows, as one change; "" or None erases.

        Fields another office owns become requests and are named in `Changes.requests`. DeskError `value_unread`,
        `title_required`: nothing was written.
        """
        canonical = _parse_all(values, self._desk.language)
        if "title" in canonical and not canonical["title"]:
            raise DeskError("title_required")
        ids = list(dict.fromkeys(row_ids))
        states = [state for state in rows.find_states(self._desk.writer, ids).values() if state.exists]
        nonce = new_nonce()
        shared, local = _split_edits(states, canonical, nonce)
        asked = self._asked(states, (code for edit in shared for code in edit.fields))
        label = self._label(states, ", ".join(_name(code, self._desk.language) for code in canonical))
        return self._append([self._delta(shared), self._delta(local)], label, asked)

    def create(self, values: Mapping[str, Value]) -> Changes:
        """A new task of our own; DeskError `title_required`, `value_unread`."""
        canonical = _parse_all(values, self._desk.language)
        if not canonical.get("title"):
            raise DeskError("title_required")
        shared, local = split_local("task", canonical)
        row_id, nonce = random_row_id(), new_nonce()
        deltas = [self._delta([create_row(row_id, shared, nonce=nonce)])]
        if any(local.values()):
            state = RowState(row_id)
            deltas.append(self._delta([edit for edit in (write_fields(state, local, nonce=nonce),) if edit]))
        made = "Thêm nhiệm vụ" if self._desk.language == "vi" else "New task"
        return self._append(deltas, f"{made}: {_short(canonical['title'] or '')}")

    def delete(self, row_ids: Iterable[str]) -> Changes:
        """Take tasks out of the register as one change; undo brings them back."""
        states = [state for state in rows.find_states(self._desk.writer, list(row_ids)).values() if state.exists]
        edits = [delete_row(state, nonce=new_nonce()) for state in states]
        verb = "Xoá nhiệm vụ" if self._desk.language == "vi" else "Delete task"
        return self._append([self._delta(edits)], self._label(states, verb), self._asked(states, (EXISTS,)))

    def _delta(self, edits: Sequence[Edit]) -> Delta | None:
        if not edits:
            return None
        desk = self._desk
        return make_delta(desk.office, edits, author=desk.author, claimed_time=clock.now(), nonce=new_nonce())

    def _append(self, deltas: Sequence[Delta | None], label: str, requests: tuple[str, ...] = ()) -> Changes:
        given = [delta for delta in deltas if delta]
        if not given:
            return Changes("edit")
        done = edit_log.append(self._desk.writer, given, kind="edit", label=label, at=clock.now())
        return Changes("edit", done.rows, label, done.change, requests)

    def _asked(self, states: Sequence[RowState], codes: Iterable[str]) -> tuple[str, ...]:
        office = self._desk.office
        written = tuple(dict.fromkeys(codes))
        return tuple(code for code in written if not all(state.authority.may_write(office, code) for state in states))

    def _label(self, states: Sequence[RowState], what: str) -> str:
        """What a change is called: “Tiến độ: 92”, or “Tiến độ: 3 nhiệm vụ”."""
        if len(states) == 1:
            values = states[0].values
            return f"{what}: {values.get('stt') or _short(values.get('title', ''))}"
        return f"{what}: {len(states)} {'nhiệm vụ' if self._desk.language == 'vi' else 'tasks'}"


def _parse_all(values: Mapping[str, Value], language: Language) -> dict[str, Value]:
    return {code: _parse(code, value, language) for code, value in values.items()}


def _parse(code: str, value: Value, language: Language) -> Value:
    field = BY_CODE.get(code)
    if field is None:
        raise DeskError("field_unknown", field=code, fields=", ".join(BY_CODE))
    parsed = parse_value(field.type, value)
    if parsed.problem:
        reason = PROBLEMS[parsed.problem][0 if language == "vi" else 1]
        raise DeskError("value_unread", field=_name(code, language), value=value, reason=reason)
    return parsed.value


def _split_edits(
    states: Sequence[RowState], values: Mapping[str, Value], nonce: str
) -> tuple[list[Edit], list[Edit]]:
    """The edits that travel, and those of local fields, which need a delta of their own."""
    sides: tuple[list[Edit], list[Edit]] = ([], [])
    for state in states:
        for side, part in zip(sides, split_local(state.kind, values), strict=True):
            edit = write_fields(state, part, nonce=nonce)
            if edit is not None:
                side.append(edit)
    return sides


def _name(code: str, language: Language) -> str:
    field = BY_CODE[code]
    return field.label_vi if language == "vi" else field.label_en


def _short(title: str) -> str:
    line = one_line(title)
    return line if len(line) <= _TITLE_IN_LABEL else line[: _TITLE_IN_LABEL - 1].rstrip() + "…"
