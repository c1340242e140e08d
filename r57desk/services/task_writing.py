"""What a user writes into tasks: values, new tasks, deletions; each a change of its own, to be undone as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from r57desk.domain.fields import BY_CODE, KINDS
from r57desk.domain.ids import random_row_id
from r57desk.domain.text import one_line
from r57desk.domain.values import PROBLEMS, parse_value
from r57desk.errors import DeskError, Language
from r57desk.merge.compose import create_row, delete_row, has_asked, split_local, write_fields
from r57desk.merge.delta import make_delta, new_nonce
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXISTS, Delta, Edit, Value
from r57desk.services import clock
from r57desk.services.changes import Changes
from r57desk.store import edit_log, rows

if TYPE_CHECKING:
    from r57desk.services.desk import Desk

_TITLE_IN_LABEL = 60  # characters


class TaskWriting:
    """The writing side of `TaskService`, which says what each call promises."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set_fields(self, row_ids: Iterable[str], values: Mapping[str, Value]) -> Changes:
        """Write values into rows, as one change."""
        canonical = _parse_all(values, self._desk.language)
        if "title" in canonical and not canonical["title"]:
            raise DeskError("title_required")
        ids = list(dict.fromkeys(row_ids))
        states = [state for state in rows.find_states(self._desk.writer, ids).values() if state.exists]
        shared, local = _split_edits(states, canonical, self._desk.office, new_nonce())
        label = self._label(states, ", ".join(_name(code, self._desk.language) for code in canonical))
        done = self._append([self._delta(shared), self._delta(local)], label)
        return self._tell(done, states, [*shared, *local], canonical)

    def create(self, values: Mapping[str, Value]) -> Changes:
        """A new task of our own."""
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
        """Take tasks out of the register, as one change."""
        office = self._desk.office
        states = [state for state in rows.find_states(self._desk.writer, list(row_ids)).values() if state.exists]
        fresh = [state for state in states if not has_asked(state, office, EXISTS, "0")]
        edits = [delete_row(state, nonce=new_nonce()) for state in fresh]
        verb = "Xoá nhiệm vụ" if self._desk.language == "vi" else "Delete task"
        return self._tell(self._append([self._delta(edits)], self._label(fresh, verb)), states, edits, {EXISTS: "0"})

    def _delta(self, edits: Sequence[Edit]) -> Delta | None:
        if not edits:
            return None
        desk = self._desk
        return make_delta(desk.office, edits, author=desk.author, claimed_time=clock.now(), nonce=new_nonce())

    def _append(self, deltas: Sequence[Delta | None], label: str) -> Changes:
        given = [delta for delta in deltas if delta]
        if not given:
            return Changes("edit")
        done = edit_log.append(self._desk.writer, given, kind="edit", label=label, at=clock.now())
        return Changes("edit", done.rows, label, done.change)

    def _tell(
        self, done: Changes, states: Sequence[RowState], edits: Sequence[Edit], asked: Mapping[str, Value]
    ) -> Changes:
        """What became of each field: written, asked for, or waiting since it was asked before."""
        office = self._desk.office
        authority = {state.row: state.authority for state in states}
        became = dict.fromkeys(
            (code, authority[edit.row].may_write(office, code)) for edit in edits for code in edit.fields
        )
        return replace(
            done,
            written=tuple(code for code, own in became if own),
            requests=tuple(code for code, own in became if not own),
            waiting=tuple(
                code
                for code, value in asked.items()
                if any(has_asked(state, office, code, value) for state in states)
            ),
        )

    def _label(self, states: Sequence[RowState], what: str) -> str:
        return name_rows(states, what, self._desk.language)


def name_rows(states: Sequence[RowState], what: str, language: Language) -> str:
    """What a change is called: “Tiến độ: 92”, or “Tiến độ: 3 nhiệm vụ”."""
    if len(states) == 1:
        values = states[0].values
        return f"{what}: {values.get('stt') or _short(values.get('title', ''))}"
    return f"{what}: {len(states)} {'nhiệm vụ' if language == 'vi' else 'tasks'}"


def _parse_all(values: Mapping[str, Value], language: Language) -> dict[str, Value]:
    return {code: parse_field(code, value, language) for code, value in values.items()}


def parse_field(code: str, value: Value, language: Language, kind: str = "task") -> Value:
    """The canonical value of what was typed for a field; DeskError `field_unknown`, `value_unread`."""
    field = next((field for field in KINDS[kind] if field.code == code), None)
    if field is None:
        raise DeskError("field_unknown", field=code, fields=", ".join(BY_CODE))
    parsed = parse_value(field.type, value)
    if parsed.problem:
        reason = PROBLEMS[parsed.problem][0 if language == "vi" else 1]
        label = field.label_vi if language == "vi" else field.label_en
        raise DeskError("value_unread", field=label, value=value, reason=reason)
    return parsed.value


def _split_edits(
    states: Sequence[RowState], values: Mapping[str, Value], office: str, nonce: str
) -> tuple[list[Edit], list[Edit]]:
    """The edits that travel, and those of local fields, which need a delta of their own."""
    sides: tuple[list[Edit], list[Edit]] = ([], [])
    for state in states:
        for side, part in zip(sides, split_local(state.kind, values), strict=True):
            edit = write_fields(state, part, by=office, nonce=nonce)
            if edit is not None:
                side.append(edit)
    return sides


def _name(code: str, language: Language) -> str:
    field = BY_CODE[code]
    return field.label_vi if language == "vi" else field.label_en


def _short(title: str) -> str:
    line = one_line(title)
    return line if len(line) <= _TITLE_IN_LABEL else line[: _TITLE_IN_LABEL - 1].rstrip() + "…"
