"""A query as a condition in SQL over `task t` and `task_folded f`; `domain.query_match` is what it must agree with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from r57desk.domain.query import TYPES, Clause, Query
from r57desk.domain.status import CANCELLED, DONE, WARN_DAYS
from r57desk.store.records import fold_line
from r57desk.store.search import match_words

TIMELINESS = f"""CASE
WHEN t.binding_due = '' OR t.progress = '{CANCELLED}' THEN 'khong_han'
WHEN t.progress = '{DONE}' THEN CASE
    WHEN t.done_date = '' THEN 'chua_ro_ngay'
    WHEN t.done_date > t.binding_due THEN 'qua_han'
    WHEN t.early_before != '' AND t.done_date < t.early_before THEN 'truoc_han'
    ELSE 'dung_han' END
WHEN t.binding_due < :as_of THEN 'qua_han'
WHEN t.binding_due <= :warn_until THEN 'sap_den_han'
ELSE 'trong_han' END"""
"""`domain.status.timeliness` in SQL; needs the values of `bind_dates`."""

WORDS = "t.n IN (SELECT rowid FROM task_search WHERE task_search MATCH :words)"
"""Every word of the query is there; needs the value `words`."""

OPEN = f"t.progress NOT IN ('{DONE}', '{CANCELLED}')"


@dataclass(slots=True)
class Condition:
    """A condition, the values bound in it, and whether it reads the folded texts."""

    sql: str = "1"
    values: dict[str, object] = field(default_factory=dict)
    folded: bool = False

    @property
    def source(self) -> str:
        """The tables after FROM."""
        return "task t JOIN task_folded f ON f.n = t.n" if self.folded else "task t"


def bind_dates(as_of: date, warn_days: int = WARN_DAYS) -> dict[str, object]:
    """The dates TIMELINESS compares with."""
    latest = date.max - as_of
    until = as_of + min(timedelta(days=warn_days), latest)
    return {"as_of": as_of.isoformat(), "warn_until": until.isoformat()}


def build_condition(query: Query, as_of: date, warn_days: int = WARN_DAYS) -> Condition:
    """The condition of every word and every clause of a query."""
    condition = Condition(values=bind_dates(as_of, warn_days))
    parts: list[str] = []
    if words := match_words(query.words):
        condition.values["words"] = words
        parts.append(WORDS)
    for place, clause in enumerate(query.clauses):
        bind = _Binder(condition, f"v{place}_")
        sql = (
            _timeliness(query, clause, bind)
            if clause.field == "timeliness"
            else _WRITERS[TYPES[clause.field]](clause, bind)
        )
        parts.append(f"NOT ({sql})" if clause.negated else f"({sql})")
    condition.sql = " AND ".join(parts) or "1"
    return condition


class _Binder:
    """Gives each value a name of its own and collects them."""

    def __init__(self, condition: Condition, prefix: str) -> None:
        self.condition = condition
        self._prefix = prefix
        self._count = 0

    def __call__(self, value: object) -> str:
        name = f"{self._prefix}{self._count}"
        self._count += 1
        self.condition.values[name] = value
        return f":{name}"

    def all(self, values: Sequence[object]) -> str:
        """A list for IN."""
        return f"({', '.join(self(value) for value in values)})"

    def folded(self, code: str) -> str:
        """The folded text of a field."""
        self.condition.folded = True
        return f"f.{code}"


def _timeliness(query: Query, clause: Clause, bind: _Binder) -> str:
    closed = f"'{CANCELLED}'" if query.asks_for("progress", DONE) else f"'{CANCELLED}', '{DONE}'"
    return f"t.progress NOT IN ({closed}) AND {TIMELINESS} IN {bind.all(clause.values)}"


def _text(clause: Clause, bind: _Binder) -> str:
    codes = ("lead", "coop") if clause.field == "office" else (clause.field,)
    if clause.operator == "==":
        return _any(f"t.{code} IN {bind.all(clause.values)}" for code in codes)
    return _any(
        f"instr({bind.folded(code)}, {bind(fold_line(value))}) > 0" if value else f"t.{code} = ''"
        for code in codes
        for value in clause.values
    )


def _whole(clause: Clause, bind: _Binder) -> str:
    return f"{bind.folded(clause.field)} IN {bind.all([fold_line(value) for value in clause.values])}"


def _code(column: str) -> Callable[[Clause, _Binder], str]:
    return lambda clause, bind: f"t.{column} IN {bind.all(clause.values)}"


def _ordered(clause: Clause, bind: _Binder) -> str:
    """Dates as text, percentages as numbers; a blank equals only the blank value."""
    column = f"t.{clause.field}"
    percent = TYPES[clause.field] == "percent"
    have = f"CAST({column} AS REAL)" if percent else column
    wanted: list[object] = [float(value) if percent else value for value in clause.values if value]
    if clause.operator == "..":
        return f"{column} != '' AND {have} BETWEEN {bind(wanted[0])} AND {bind(wanted[1])}"
    holds = [f"{column} != '' AND {have} {clause.operator} {bind(value)}" for value in wanted]
    if clause.operator == "=" and "" in clause.values:
        holds.append(f"{column} = ''")
    return _any(holds)


def _id(clause: Clause, bind: _Binder) -> str:
    return _any(f"substr(t.id, 1, {len(value)}) = {bind(value)}" for value in clause.values)


def _missing(clause: Clause, _: _Binder) -> str:
    return _any(f"t.{code} = ''" for code in clause.values)


_MARKS = {"conflict": "t.conflicts != ''", "request": "t.requests != ''", "sample": "t.sample"}


def _mark(clause: Clause, _: _Binder) -> str:
    return _any(_MARKS[mark] for mark in clause.values)


def _any(holds: Iterable[str]) -> str:
    return " OR ".join(f"({one})" for one in holds) or "0"


_WRITERS: dict[str, Callable[[Clause, _Binder], str]] = {
    "text": _text,
    "whole": _whole,
    "progress": _code("progress"),
    "precision": _code("precision"),
    "kind": _code("deadline_kind"),
    "date": _ordered,
    "percent": _ordered,
    "id": _id,
    "field": _missing,
    "mark": _mark,
}
