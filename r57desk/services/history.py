"""The history of one task, cell by cell: who wrote what over what, when, and from which file and cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from r57desk.domain.fields import BY_CODE, KINDS
from r57desk.errors import Language
from r57desk.merge.fold import RowState
from r57desk.merge.model import EXECUTORS, EXISTS, REASON, Value
from r57desk.services.sources import describe_source
from r57desk.store import history, rows
from r57desk.store.database import Database
from r57desk.store.history import Entry

State = Literal["live", "replaced", "request", "refused", "answer", "undone", "set_aside"]

STATE_WORDS: dict[State, tuple[str, str]] = {
    "live": ("đang hiển thị", "shown"),
    "replaced": ("đã thay", "replaced"),
    "request": ("đề nghị, chờ trả lời", "request, waiting"),
    "refused": ("đề nghị, không được chấp thuận", "request, refused"),
    "answer": ("đã trả lời đề nghị", "answer to a request"),
    "undone": ("đã hoàn tác", "undone"),
    "set_aside": ("đã hoàn tác lần nhập", "import undone"),
}
_DIFFERS = ("khác nhau, giữ cả hai", "differing, both kept")
_SYSTEM_LABELS: dict[str, tuple[str, str]] = {
    EXISTS: ("Có trong sổ", "In the register"),
    EXECUTORS: ("Giao cho", "Assigned to"),
    REASON: ("Lý do không chấp thuận", "Reason for refusing"),
}
_OTHER_FIELDS = {field.code: field for fields in KINDS.values() for field in fields} | BY_CODE


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One field written once. `old` is what its author saw there; `source` is "file · sheet!cell", "file · gói số 04" or "".

    `in_conflict`: it stands, and so does another value beside it.
    """

    when: str
    office: str
    author: str
    field: str
    old: Value
    new: Value
    source: str
    state: State
    edit_id: str
    change: int
    import_id: int | None
    in_conflict: bool = False

    def state_word(self, language: Language = "vi") -> str:
        """The state in words."""
        return (_DIFFERS if self.in_conflict else STATE_WORDS[self.state])[0 if language == "vi" else 1]

    def label(self, language: Language = "vi") -> str:
        """The field's label."""
        return field_label(self.field, language)


def field_label(code: str, language: Language = "vi") -> str:
    """The label of a field, a task's first, or of what else is written of a row; the code itself for one nobody named."""
    if field := _OTHER_FIELDS.get(code):
        return field.label_vi if language == "vi" else field.label_en
    return _SYSTEM_LABELS.get(code, (code, code))[0 if language == "vi" else 1]


def read_history(db: Database, row_id: str, language: Language = "vi") -> list[HistoryEntry]:
    """Oldest first; an edit done again after an undo stands once, as it is now."""
    with db.reading():
        entries = list(history.find_history(db, row_id))
        state = rows.get_state(db, row_id)
    latest = {entry.edit.id: entry for entry in sorted(entries, key=lambda entry: entry.standing == "counts")}
    written = {entry.edit.id: entry.edit.fields for entry in entries}
    first = dict.fromkeys(entry.edit.id for entry in entries)
    return [line for id in first for line in _lines(latest[id], state, written, language)]


def _lines(
    entry: Entry, state: RowState, written: Mapping[str, Mapping[str, Value]], language: Language
) -> Iterator[HistoryEntry]:
    for code, value in entry.edit.fields.items():
        standing = _state_of(entry, code, state)
        yield HistoryEntry(
            entry.claimed_time or entry.at,
            entry.office,
            entry.author,
            code,
            _seen_value(entry, code, written),
            value,
            describe_source(entry.place, code, language),
            standing,
            entry.edit.id,
            entry.change,
            entry.import_id,
            standing == "live" and code in state.conflicts,
        )


def _seen_value(entry: Entry, code: str, written: Mapping[str, Mapping[str, Value]]) -> Value:
    for id in entry.edit.supersedes.get(code, ()):
        if code in written.get(id, {}):
            return written[id][code]
    return None


def _state_of(entry: Entry, code: str, state: RowState) -> State:
    if entry.edit.id in state.live(code):
        return "live"  # also what was taken back, and counts again since others have worked on the row
    if entry.standing == "retracted":
        return "undone"
    if entry.standing == "set_aside":
        return "set_aside"
    if any(request.edit == entry.edit.id and request.field == code for request in state.requests):
        return "request"
    if any(refusal.edit == entry.edit.id and refusal.field == code for refusal in state.refusals):
        return "refused"
    if code == REASON:
        return "answer"
    return "replaced"
