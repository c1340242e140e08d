"""What a query means, one task at a time: the definition the store's SQL is tested against."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from r57desk.domain.fields import SEARCHED
from r57desk.domain.query import TYPES, Clause, Query, search_terms
from r57desk.domain.status import CANCELLED, DONE, WARN_DAYS, timeliness_of
from r57desk.domain.task import Task
from r57desk.domain.text import fold, one_line, words

_COMPARE: dict[str, Callable[[Decimal, Decimal], bool]] = {"=": eq, "<": lt, "<=": le, ">": gt, ">=": ge}


def matches(query: Query, task: Task, as_of: date, warn_days: int = WARN_DAYS) -> bool:
    """Whether every word and every clause of the query holds for a task."""
    terms = search_terms(query.words)
    return all(_has_term(task, term, unfinished=term is terms[-1]) for term in terms) and all(
        _holds(query, clause, task, as_of, warn_days) != clause.negated for clause in query.clauses
    )


def _has_term(task: Task, term: list[str], *, unfinished: bool) -> bool:
    """The last word typed may be the beginning of a longer one; a phrase stands in one field, in order."""
    return any(_phrase_in(words(getattr(task, field)), term, unfinished) for field in SEARCHED)


def _phrase_in(text: list[str], term: list[str], unfinished: bool) -> bool:
    *head, last = term
    count = len(head)
    return any(
        text[start : start + count] == head
        and (text[start + count].startswith(last) if unfinished else text[start + count] == last)
        for start in range(len(text) - count)
    )


def _holds(query: Query, clause: Clause, task: Task, as_of: date, warn_days: int) -> bool:
    if clause.field == "timeliness":
        closed = task.progress == CANCELLED or (task.progress == DONE and not query.asks_for("progress", DONE))
        return not closed and timeliness_of(task, as_of, warn_days) in clause.values
    return _READERS[TYPES[clause.field]](clause, task)


def _text_holds(clause: Clause, task: Task) -> bool:
    texts = (task.lead, task.coop) if clause.field == "office" else (getattr(task, clause.field),)
    if clause.operator == "==":
        return any(text in clause.values for text in texts)
    return any(_contains(text, value) for text in texts for value in clause.values)


def _contains(text: str, value: str) -> bool:
    return fold(one_line(value)) in fold(one_line(text)) if value else not text


def _whole_holds(clause: Clause, task: Task) -> bool:
    return fold(one_line(getattr(task, clause.field))) in {fold(value) for value in clause.values}


def _code_holds(clause: Clause, task: Task) -> bool:
    holder = task if clause.field == "progress" else task.deadline
    return getattr(holder, clause.field) in clause.values


def _ordered_holds(clause: Clause, task: Task) -> bool:
    """Dates and percentages; a blank equals only the blank value."""
    value = task.deadline.due if clause.field == "due" else getattr(task, clause.field)
    if value is None:
        return clause.operator == "=" and "" in clause.values
    have = _number(value)
    read = Decimal if clause.field == "percent" else date.fromisoformat
    wanted = [_number(read(text)) for text in clause.values if text]
    if clause.operator == "..":
        return wanted[0] <= have <= wanted[1]
    return any(_COMPARE[clause.operator](have, bound) for bound in wanted)


def _number(value: date | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(value.toordinal())


def _id_holds(clause: Clause, task: Task) -> bool:
    return task.id.startswith(clause.values)


def _missing_holds(clause: Clause, task: Task) -> bool:
    return any(getattr(task, field) in ("", None) for field in clause.values)


def _mark_holds(clause: Clause, task: Task) -> bool:
    borne = {"conflict": task.conflicts, "request": task.requests, "sample": task.sample}
    return any(borne[mark] for mark in clause.values)


_READERS: dict[str, Callable[[Clause, Task], bool]] = {
    "text": _text_holds,
    "whole": _whole_holds,
    "progress": _code_holds,
    "precision": _code_holds,
    "kind": _code_holds,
    "date": _ordered_holds,
    "percent": _ordered_holds,
    "id": _id_holds,
    "field": _missing_holds,
    "mark": _mark_holds,
}
