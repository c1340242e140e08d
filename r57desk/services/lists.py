"""What screens show of many tasks at once: ordered row numbers with their groups, counts, choices, a month."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from r57desk.domain.query import Clause, Query
from r57desk.domain.status import PROGRESS_CODES, TIMELINESS_CODES
from r57desk.domain.status import label as status_label
from r57desk.errors import Language
from r57desk.services.task_run import TaskRun
from r57desk.store import task_query
from r57desk.store.database import Database
from r57desk.store.task_query import Group, SortKey

__all__ = ["CalendarMonth", "Counts", "Facet", "Group", "SortKey", "TaskIds"]

ENDED_PROGRESS = ("hoan_thanh", "huy")
OPEN_PROGRESS = tuple(code for code in PROGRESS_CODES if code not in ENDED_PROGRESS)
STRIPS = ("late", "month", "quarter", "year")
UNDATED = ("none", "open", "recurring", "standing", "event", "unknown")
_YEARLY = ("half", "year", "range")  # periods longer than a quarter share the strip of the year


class TaskIds(NamedTuple):
    """Row numbers in order. `groups` are runs of them, in the same order; none unless the order is by place."""

    ids: array[int]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tasks are shown, of how many in the register, and how those shown stand.

    `overdue` and `due_soon` count open tasks; `by_progress` and `by_timeliness` hold every code.
    """

    total: int
    shown: int
    overdue: int
    due_soon: int
    by_progress: dict[str, int] = field(default_factory=dict)
    by_timeliness: dict[str, int] = field(default_factory=dict)
    overdue_by_progress: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value a field takes, as shown, and how many tasks have it."""

    value: str
    label: str
    count: int


class CalendarMonth(NamedTuple):
    """One month: tasks due on a day; strips `late` (all open and overdue), `month`, `quarter`, `year`; and undated ones.

    A deadline coarser than a day is never put on a day; what has ended stands last. `undated` is by precision: see
    UNDATED. Tasks are read when they are looked at.
    """

    days: dict[date, TaskRun]
    strips: dict[str, TaskRun]
    undated: dict[str, TaskRun]


def read_ids(db: Database, query: Query, sort: Sequence[SortKey], as_of: date, warn_days: int) -> TaskIds:
    """The row numbers of a query in order, with the group rows over them."""
    with db.reading():
        ids = task_query.find_ids(db, query, tuple(sort) or task_query.PLACE, as_of, warn_days)
        by_place = not sort or tuple(sort) == task_query.PLACE
        groups = task_query.find_groups(db, query, as_of, warn_days) if by_place and not query.words else ()
    return TaskIds(ids, tuple(groups))


def read_counts(db: Database, query: Query, as_of: date, warn_days: int) -> Counts:
    """Counts of a query, from one reading of the register."""
    with db.reading():
        statuses = task_query.count_statuses(db, query, as_of, warn_days)
        total = task_query.count_all(db)
    by_progress = dict.fromkeys(PROGRESS_CODES, 0)
    by_timeliness = dict.fromkeys(TIMELINESS_CODES, 0)
    late = dict.fromkeys(PROGRESS_CODES, 0)
    soon = 0
    for (progress, timeliness), count in statuses.items():
        by_progress[progress] += count
        by_timeliness[timeliness] += count
        if progress in OPEN_PROGRESS:
            late[progress] += count if timeliness == "qua_han" else 0
            soon += count if timeliness == "sap_den_han" else 0
    return Counts(total, sum(statuses.values()), sum(late.values()), soon, by_progress, by_timeliness, late)


def read_facets(
    db: Database, code: str, query: Query, as_of: date, warn_days: int, language: Language
) -> list[Facet]:
    """The choices of a filter; progress and timeliness in their own order, the rest by frequency.

    A count is how many tasks the choice opens: `timeliness` looks at open tasks unless done ones are asked for too.
    """
    if code == "timeliness":
        asked = Clause(code, "=", TIMELINESS_CODES)
        others = tuple(clause for clause in query.clauses if clause.field != code)
        statuses = task_query.count_statuses(db, query._replace(clauses=(*others, asked)), as_of, warn_days)
        found: Counter[str] = Counter()
        for (_, timeliness), count in statuses.items():
            found[timeliness] += count
        return [Facet(one, status_label(one, language), found[one]) for one in TIMELINESS_CODES if found[one]]
    choices = task_query.find_choices(db, code, query, as_of, warn_days)
    if code == "progress":
        counts = {choice.value: choice.count for choice in choices}
        return [Facet(one, status_label(one, language), counts[one]) for one in PROGRESS_CODES if counts.get(one)]
    return [Facet(choice.value, choice.value, choice.count) for choice in choices]


def read_month(db: Database, year: int, month: int, query: Query, as_of: date, warn_days: int) -> CalendarMonth:
    """Everything the calendar shows of one month, and of the days of other months beside it."""
    import calendar

    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    weeks = calendar.Calendar().monthdatescalendar(year, month)
    with db.reading():
        dated = task_query.find_dated(db, query, weeks[0][0], weeks[-1][-1], as_of)
        undated = task_query.find_undated(db, query, as_of)
        ended = {*task_query.find_ids(db, _narrow(query, progress=ENDED_PROGRESS), (), as_of, warn_days)}
        overdue = _narrow(query, timeliness=("qua_han",), progress=OPEN_PROGRESS)
        late = task_query.find_ids(db, overdue, (SortKey("due"),), as_of, warn_days)
    days: dict[str, list[int]] = {}
    strips: dict[str, list[int]] = {name: [] for name in STRIPS}
    from_day, to_day = first.isoformat(), last.isoformat()
    for one in sorted(dated, key=lambda one: one.number in ended):
        if one.precision == "day":
            days.setdefault(one.due, []).append(one.number)
        elif one.due >= from_day and one.first <= to_day:
            strips[_strip_of(one.precision)].append(one.number)
    lists: dict[str, list[int]] = {name: [] for name in UNDATED}
    for one in undated:
        lists.setdefault(one.precision, []).append(one.number)

    def run(numbers: Sequence[int]) -> TaskRun:
        return TaskRun(numbers, partial(task_query.get_page, db))

    return CalendarMonth(
        {date.fromisoformat(day): run(numbers) for day, numbers in days.items()},
        {name: run(numbers) for name, numbers in (strips | {"late": list(late)}).items()},
        {name: run(numbers) for name, numbers in lists.items()},
    )


def _narrow(query: Query, **values: tuple[str, ...]) -> Query:
    return Query(query.words, (*query.clauses, *(Clause(field, "=", those) for field, those in values.items())))


def _strip_of(precision: str) -> str:
    return "year" if precision in _YEARLY else precision
