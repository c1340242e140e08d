"""From the values of a folded row to the columns of its table: what is stored to be searched, sorted and shown.

To add a task field: its line in domain.fields, a migration adding the column (here it appears by itself), and, if
it is to be searched, the column of task_folded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from r57desk.domain.deadline import Deadline, parse_deadline, period_start
from r57desk.domain.fields import KINDS, SEARCHED
from r57desk.domain.pattern import late_pattern
from r57desk.domain.source_document import NO_DOCUMENTS, DocumentYears
from r57desk.domain.status import DEFAULT_PROGRESS, PROGRESS_CODES
from r57desk.domain.text import collation_key, fold, group_key, natural_key

if TYPE_CHECKING:
    from r57desk.merge.model import Value

Record = dict[str, str]

FIELD_COLUMNS: dict[str, tuple[str, ...]] = {
    kind: tuple(field.code for field in fields) for kind, fields in KINDS.items()
}
_TASK_DERIVED = (
    "due", "start", "precision", "deadline_kind", "operator", "doubts", "binding_due", "early_before",
    "group_key", "stt_key", "title_key", "lead_key",
)  # fmt: skip
DERIVED_COLUMNS: dict[str, tuple[str, ...]] = {
    "task": _TASK_DERIVED,
    "office": ("name_key", "folded"),
    "public_day": (),
    "document": (),
}
STATE_COLUMNS: dict[str, tuple[str, ...]] = {
    "task": ("assigners", "executors", "conflicts", "requests", "sample"),
    "office": ("conflicts",),
    "public_day": ("conflicts",),
    "document": ("conflicts",),
}
COLUMNS: dict[str, tuple[str, ...]] = {
    kind: ("n", "id", *FIELD_COLUMNS[kind], *DERIVED_COLUMNS[kind], *STATE_COLUMNS[kind]) for kind in KINDS
}
_BETWEEN_KEYS = "\x01"  # smaller than anything a longer key could go on with
_PERCENT = late_pattern(r"\d{1,3}(\.\d+)?")


def derive(
    kind: str, values: Mapping[str, Value], documents: DocumentYears = NO_DOCUMENTS
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns of a row's fields, and the derived ones, in the order of the tables.

    `documents` tell the year of a deadline that is written without one.
    """
    if kind == "task":
        return _derive_task(values, documents)
    fields = tuple(values.get(code) or "" for code in FIELD_COLUMNS[kind])
    if kind == "office":
        name = values.get("name") or ""
        return fields, (collation_key(name), fold("\n".join(fields)))
    return fields, ()


def fold_searched(values: Mapping[str, Value]) -> tuple[str, ...]:
    """The folded texts of a task, in the order of SEARCHED."""
    get = values.get
    return tuple([(folds(text) if (text := get(code)) else "") for code, folds in _FOLDS])


def fold_line(text: str) -> str:
    """A canonical text folded into one line: what a search, or a clause of a query, looks through."""
    folded = fold(text)
    return " ".join(folded.split()) if "\n" in folded or "  " in folded else folded


_HARDLY_REPEATED = {"stt", "code"} | {field.code for field in KINDS["task"] if field.type == "long_text"}
_fold_again = lru_cache(maxsize=16384)(fold_line)  # names of bodies, documents and groups come again and again
_FOLDS = tuple((code, fold_line if code in _HARDLY_REPEATED else _fold_again) for code in SEARCHED)


def _derive_task(values: Mapping[str, Value], documents: DocumentYears) -> tuple[tuple[str, ...], tuple[str, ...]]:
    get = values.get
    fields = [get(code) or "" for code in FIELD_COLUMNS["task"]]
    for place, clean in _CLEANED:
        fields[place] = clean(fields[place])
    source = get("source_doc") or ""
    return tuple(fields), (
        *_read_deadline(get("deadline_text") or "", documents.find_year(source)),
        _group_key(source, get("group_no") or "", get("category") or ""),
        _stt_key(get("stt") or ""),
        collation_key(get("title") or ""),
        _name_key(get("lead") or ""),
    )


def _clean_progress(value: str) -> str:
    return value if value in PROGRESS_CODES else DEFAULT_PROGRESS


def _clean_percent(value: str) -> str:
    return value if _PERCENT.fullmatch(value) else ""


def _clean_date(value: str) -> str:
    try:
        return value if not value or date.fromisoformat(value).isoformat() == value else ""
    except ValueError:
        return ""


_CLEAN: dict[str, Callable[[str], str]] = {
    "progress": _clean_progress,
    "percent": _clean_percent,
    "done_date": _clean_date,
}
_CLEANED = tuple((FIELD_COLUMNS["task"].index(code), clean) for code, clean in _CLEAN.items())
"""A value that is none (only a hand-made delta holds one) stays in the log and is shown as empty."""


@lru_cache(maxsize=8192)
def _read_deadline(text: str, document_year: int | None) -> tuple[str, ...]:
    reading = parse_deadline(text, document_year)
    start = period_start(reading)
    return (
        _iso(reading.due),
        _iso(reading.start),
        reading.precision,
        reading.kind,
        reading.operator,
        " ".join(reading.doubts),
        _iso(reading.binding_due),
        _iso(start),
    )


def deadline_of(text: str, due: str, start: str, precision: str, kind: str, operator: str, doubts: str) -> Deadline:
    """The reading kept in the columns, as the value it was."""
    return Deadline(
        text,
        date.fromisoformat(due) if due else None,
        precision,  # type: ignore[arg-type]  # written by _read_deadline alone
        kind,  # type: ignore[arg-type]
        operator,  # type: ignore[arg-type]
        date.fromisoformat(start) if start else None,
        tuple(doubts.split()),
    )


@lru_cache(maxsize=4096)
def _group_key(source: str, number: str, category: str) -> str:
    return _BETWEEN_KEYS.join((collation_key(source), group_key(number), collation_key(category)))


_stt_key = lru_cache(maxsize=8192)(natural_key)
_name_key = lru_cache(maxsize=8192)(collation_key)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
