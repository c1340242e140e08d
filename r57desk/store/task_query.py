"""Tasks as screens ask for them: numbers in order, pages, counts, choices, groups, a month; all in SQL.

ids = find_ids(db, parse_query("lead:bộ"), (SortKey("due"),), as_of)      array('q') of row numbers
tasks = get_page(db, ids[0:200])
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from r57desk.domain.fields import BY_CODE
from r57desk.domain.query import Query
from r57desk.domain.status import PROGRESS_CODES, TIMELINESS_CODES, WARN_DAYS
from r57desk.domain.task import Task
from r57desk.domain.text import collation_key, has_marks, normalize
from r57desk.store.chunks import in_chunks
from r57desk.store.database import Database
from r57desk.store.query_sql import OPEN, TIMELINESS, WORDS, Condition, build_condition
from r57desk.store.records import FIELD_COLUMNS, deadline_of

_MOST_RANKED = 5000  # beyond that many hits, ranking them helps nobody


class SortKey(NamedTuple):
    """One column to sort by: a field code, `group` (document, group and its text), `due` or `timeliness`.

    Blanks come last, ascending or descending; rows that are equal stay in the order they came in.
    """

    field: str
    descending: bool = False


PLACE = (SortKey("group"), SortKey("stt"))
"""The order of the documents the tasks come from."""


@dataclass(frozen=True, slots=True)
class Group:
    """A run of rows in `PLACE` order: a group row of the annex. `late` counts open tasks past their date."""

    source_doc: str
    group_no: str
    category: str
    count: int
    late: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a field takes, and how many rows have it."""

    value: str
    count: int


class Dated(NamedTuple):
    """A task in a calendar: its number, last day, first day of the stated period ("" if none), and precision."""

    number: int
    due: str
    first: str
    precision: str


def find_ids(
    db: Database,
    query: Query,
    sort: Sequence[SortKey] = PLACE,
    as_of: date = date.min,
    warn_days: int = WARN_DAYS,
) -> array[int]:
    """The numbers of the rows that match, in order.

    Words with Vietnamese marks, and no order asked for: rows that hold them with the same marks come first.
    """
    condition = build_condition(query, as_of, warn_days)
    order = ", ".join([_order(key) for key in sort or PLACE] + [_direction("t.n", bool(sort) and sort[0].descending)])
    found = f"SELECT t.n FROM {condition.source} WHERE {_look_up_words(db, condition)} ORDER BY {order}"
    # one row of text: fetching each number as a row of its own takes twice as long
    numbers = db.query(f"SELECT json_group_array(n) FROM ({found})", condition.values)[0][0]
    ids = array("q", json.loads(numbers))
    if tuple(sort or PLACE) == PLACE and has_marks(query.words) and len(ids) <= _MOST_RANKED:
        return _rank_exact(db, ids, query.words)
    return ids


def get_page(db: Database, numbers: Sequence[int]) -> list[Task]:
    """The tasks of these numbers, in the order asked; a number whose row is gone is left out."""
    columns = ", ".join(("n", *_TASK_COLUMNS))
    sql = f"SELECT {columns} FROM task WHERE n IN (SELECT value FROM json_each(?))"
    tasks: dict[int, Task] = {}
    for chunk in in_chunks(numbers):
        tasks.update((row[0], _read_task(row[1:])) for row in db.query(sql, (json.dumps(chunk),)))
    return [tasks[number] for number in numbers if number in tasks]


def find_tasks(db: Database, row_ids: Iterable[str]) -> list[Task]:
    """The tasks of these row ids that are shown, in the order asked."""
    columns = ", ".join(f"t.{name}" for name in _TASK_COLUMNS)
    sql = (
        f"SELECT {columns} FROM json_each(?) j JOIN known_row r ON r.id = j.value JOIN task t ON t.n = r.n "
        "ORDER BY j.key"
    )
    return [_read_task(row) for chunk in in_chunks(row_ids) for row in db.query(sql, (json.dumps(chunk),))]


def find_number(db: Database, row_id: str) -> int | None:
    """The number of a task that is shown."""
    found = db.query("SELECT t.n FROM known_row r JOIN task t ON t.n = r.n WHERE r.id = ?", (row_id,))
    return int(found[0][0]) if found else None


def count_statuses(db: Database, query: Query, as_of: date, warn_days: int = WARN_DAYS) -> dict[tuple[str, str], int]:
    """How many matching rows have each (progress, timeliness): what every tally is added up from."""
    condition = build_condition(query, as_of, warn_days)
    columns = "t.progress, t.binding_due, t.early_before, t.done_date"  # few different ones; an index holds them
    counted = f"SELECT {columns}, count(*) AS tasks FROM {condition.source} WHERE {condition.sql} GROUP BY {columns}"
    sql = f"SELECT t.progress, {TIMELINESS}, sum(t.tasks) FROM ({counted}) t GROUP BY 1, 2"
    return {(progress, timeliness): count for progress, timeliness, count in db.query(sql, condition.values)}


def count_all(db: Database) -> int:
    """How many tasks the register shows without a query."""
    return int(db.query("SELECT count(*) FROM task")[0][0])


def find_choices(db: Database, code: str, query: Query, as_of: date, warn_days: int = WARN_DAYS) -> list[Choice]:
    """The values a field (or `timeliness`, `precision`) takes among the matching rows, most frequent first.

    Clauses of the query on the same field are left aside, so that another value can be chosen.
    """
    others = query._replace(clauses=tuple(clause for clause in query.clauses if clause.field != code))
    condition = build_condition(others, as_of, warn_days)
    value = TIMELINESS if code == "timeliness" else f"t.{_column(code)}"
    sql = f"SELECT {value}, count(*) FROM {condition.source} WHERE {condition.sql} GROUP BY 1"
    choices = [Choice(*row) for row in db.query(sql, condition.values)]
    return sorted(choices, key=lambda choice: (-choice.count, collation_key(choice.value)))


def find_groups(db: Database, query: Query, as_of: date, warn_days: int = WARN_DAYS) -> list[Group]:
    """The group rows over the matching tasks, in `PLACE` order; their counts add up to the tasks found."""
    condition = build_condition(query, as_of, warn_days)
    late = f"count(*) FILTER (WHERE t.binding_due != '' AND t.binding_due < :as_of AND {OPEN})"
    counted = (  # the index task_group holds all of this; only one row a group is read from the table itself
        f"SELECT t.group_key AS place, count(*) AS tasks, {late} AS late, min(t.n) AS one FROM {condition.source} "
        f"WHERE {condition.sql} GROUP BY t.group_key"
    )
    sql = (
        f"SELECT k.source_doc, k.group_no, k.category, g.tasks, g.late FROM ({counted}) g "
        "JOIN task k ON k.n = g.one ORDER BY g.place"
    )
    return [Group(*row) for row in db.query(sql, condition.values)]


def find_dated(db: Database, query: Query, first: date, last: date, as_of: date) -> list[Dated]:
    """The matching tasks whose last day, or stated period, touches the days from `first` to `last`, by last day."""
    condition = build_condition(query, as_of)
    condition.values |= {"first": first.isoformat(), "last": last.isoformat()}
    sql = (
        f"SELECT t.n, t.due, t.early_before, t.precision FROM {condition.source} WHERE {condition.sql} "
        "AND t.due != '' AND t.due >= :first AND (t.due <= :last OR (t.early_before != '' AND t.early_before <= :last)) "
        "ORDER BY t.due, t.n"
    )
    return [Dated(*row) for row in db.query(sql, condition.values)]


def find_undated(db: Database, query: Query, as_of: date) -> list[Dated]:
    """The matching tasks without a last day, in `PLACE` order."""
    condition = build_condition(query, as_of)
    sql = (
        f"SELECT t.n, '', t.start, t.precision FROM {condition.source} WHERE {condition.sql} AND t.due = '' "
        "ORDER BY t.group_key, t.stt_key, t.n"
    )
    return [Dated(*row) for row in db.query(sql, condition.values)]


def _look_up_words(db: Database, condition: Condition) -> str:
    """The condition with the rows that hold the words found; many of them are met along an index of the order.

    A row in ten is where reading a whole index, narrow as it is, takes as long as finding each wide row.
    """
    if WORDS not in condition.sql:
        return condition.sql
    sql = "SELECT json_group_array(rowid), count(*) FROM task_search WHERE task_search MATCH :words"
    condition.values["hits"], count = db.query(sql, condition.values)[0]
    many = count > count_all(db) // 10
    return condition.sql.replace(WORDS, f"{'+' if many else ''}t.n IN (SELECT value FROM json_each(:hits))", 1)


# -- order ---------------------------------------------------------------------------------------

_KEYS = {"group": "t.group_key", "stt": "t.stt_key", "title": "t.title_key", "lead": "t.lead_key"}
_NEVER_BLANK = frozenset({"group", "stt", "title", "progress", "timeliness"})


def _rank(values: Sequence[str], sql: str) -> str:
    cases = " ".join(f"WHEN '{value}' THEN {place}" for place, value in enumerate(values))
    return f"CASE {sql} {cases} END"


def _order(key: SortKey) -> str:
    if key.field in _NEVER_BLANK:
        return _direction(_expression(key.field), key.descending)
    blank = f"t.{_column('due' if key.field == 'deadline_text' else key.field)} = ''"
    return f"{blank}, {_direction(_expression(key.field), key.descending)}"


def _expression(code: str) -> str:
    if code in _KEYS:
        return _KEYS[code]
    if code == "timeliness":
        return _rank(TIMELINESS_CODES, f"({TIMELINESS})")
    if code == "progress":
        return _rank(PROGRESS_CODES, "t.progress")
    if code in ("due", "deadline_text"):
        return "t.due"
    if code == "percent":
        return "CAST(t.percent AS REAL)"
    return f"t.{_column(code)}" if code in ("done_date", "precision") else f"collation_key(t.{_column(code)})"


def _direction(expression: str, descending: bool) -> str:
    return f"{expression} DESC" if descending else expression


def _column(code: str) -> str:
    """A name that is a column of tasks; KeyError for anything else, so that no text of a user becomes SQL."""
    return code if code in ("due", "precision", "id") else BY_CODE[code].code


def _rank_exact(db: Database, ids: array[int], words: str) -> array[int]:
    """Most words stand in titles: the rest of a wide row is read only where they do not."""
    wanted = [word.casefold() for word in normalize(words).replace('"', " ").split()]
    exact: set[int] = set()
    for columns in ("title", " || ' ' || ".join(FIELD_COLUMNS["task"])):
        sql = f"SELECT n, {columns} FROM task WHERE n IN (SELECT value FROM json_each(?))"
        rest = [n for n in ids if n not in exact]
        exact.update(n for n, text in db.query(sql, (json.dumps(rest),)) if _holds_all(text, wanted))
    return array("q", sorted(ids, key=lambda n: n not in exact))


def _holds_all(text: str, words: Sequence[str]) -> bool:
    """Whether a text holds folded words; as written first, which is five times as fast as folding it."""
    if all(word in text for word in words):
        return True
    folded = text.casefold()
    return all(word in folded for word in words)


# -- tasks ---------------------------------------------------------------------------------------

_READING = ("due", "start", "precision", "deadline_kind", "operator", "doubts")
_TASK_COLUMNS = ("id", *FIELD_COLUMNS["task"], *_READING, "conflicts", "requests", "sample")
_FIELDS_END = 1 + len(FIELD_COLUMNS["task"])
_READING_END = _FIELDS_END + len(_READING)


def _read_task(row: Sequence[Any]) -> Task:
    values = dict(zip(_TASK_COLUMNS[:_FIELDS_END], row[:_FIELDS_END], strict=True))
    conflicts, requests, sample = row[_READING_END:]
    values["percent"] = Decimal(values["percent"]) if values["percent"] else None
    values["done_date"] = date.fromisoformat(values["done_date"]) if values["done_date"] else None
    return Task(
        **values,
        deadline=deadline_of(values["deadline_text"], *row[_FIELDS_END:_READING_END]),
        conflicts=tuple(conflicts.split()),
        requests=tuple(requests.split()),
        sample=bool(sample),
    )
