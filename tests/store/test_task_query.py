"""Tasks in order, by pages, counted and grouped."""

from __future__ import annotations

import random
from array import array
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain import status
from r57desk.domain.fields import BY_CODE
from r57desk.domain.query import EVERYTHING, parse_query
from r57desk.domain.query_match import matches
from r57desk.domain.status import PROGRESS_CODES, TIMELINESS_CODES
from r57desk.domain.task import Task
from r57desk.domain.text import collation_key, group_key, natural_key
from r57desk.store import task_query
from r57desk.store.database import Database
from r57desk.store.task_query import PLACE, SortKey, find_ids, get_page
from tests.store.writing import annex, create, delete, load, random_task

AS_OF = date(2025, 7, 20)


@pytest.fixture
def many(db: Database) -> Database:
    seed = random.Random(7)
    load(db, annex({f"R{number:03d}": random_task(seed) for number in range(200)}))
    return db


def tasks_of(db: Database, *args: object, **more: object) -> list[Task]:
    return get_page(db, find_ids(db, *args, **more))  # type: ignore[arg-type]


def test_ids_are_a_compact_array_in_the_order_of_the_documents(many: Database) -> None:
    ids = find_ids(many, EVERYTHING)
    assert isinstance(ids, array)
    assert ids.typecode == "q"
    keys = [
        (
            collation_key(task.source_doc),
            group_key(task.group_no),
            collation_key(task.category),
            natural_key(task.stt),
        )
        for task in get_page(many, ids)
    ]
    assert len(keys) == 200
    assert keys == sorted(keys)


EXPECTED_KEYS = {
    "title": lambda task: collation_key(task.title),
    "lead": lambda task: collation_key(task.lead),
    "coop": lambda task: collation_key(task.coop),
    "note": lambda task: collation_key(task.note),
    "stt": lambda task: natural_key(task.stt),
    "due": lambda task: task.deadline.due,
    "deadline_text": lambda task: task.deadline.due,
    "done_date": lambda task: task.done_date,
    "percent": lambda task: task.percent,
    "progress": lambda task: PROGRESS_CODES.index(task.progress),
    "timeliness": lambda task: TIMELINESS_CODES.index(status.timeliness_of(task, AS_OF)),
}
BLANK = {"lead", "coop", "note", "due", "deadline_text", "done_date", "percent"}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("field", EXPECTED_KEYS)
def test_one_column_sorts_blanks_last(many: Database, field: str, descending: bool) -> None:
    keys = [EXPECTED_KEYS[field](task) for task in tasks_of(many, EVERYTHING, (SortKey(field, descending),), AS_OF)]
    blank = {None, collation_key("")} if field in BLANK else set()
    filled = [key for key in keys if key not in blank]
    assert keys == filled + [key for key in keys if key in blank]
    assert filled == sorted(filled, reverse=descending)
    assert len(keys) == 200


def test_several_columns_sort_one_within_the_other(many: Database) -> None:
    sort = (SortKey("progress", True), SortKey("lead"), SortKey("title", True))
    tasks = [task for task in tasks_of(many, EVERYTHING, sort, AS_OF) if task.lead]
    ranked = sorted(tasks, key=lambda task: collation_key(task.title), reverse=True)
    ranked.sort(key=lambda task: collation_key(task.lead))
    ranked.sort(key=lambda task: PROGRESS_CODES.index(task.progress), reverse=True)
    assert [task.title for task in tasks] == [task.title for task in ranked]


@pytest.mark.parametrize("field", [*BY_CODE, "due", "timeliness", "precision", "group", "id"])
def test_every_column_can_be_sorted_by(many: Database, field: str) -> None:
    assert len(find_ids(many, EVERYTHING, (SortKey(field), SortKey("title")), AS_OF)) == 200


def test_a_column_that_is_none_is_a_bug() -> None:
    with pytest.raises(KeyError):
        task_query._order(SortKey("title; DROP TABLE task"))


def test_a_page_keeps_order_and_leaves_out_rows_that_went(many: Database) -> None:
    ids = find_ids(many, EVERYTHING)
    page = ids[40:50][::-1]
    before = get_page(many, page)
    assert [task.id for task in before] == [many.query("SELECT id FROM task WHERE n = ?", (n,))[0][0] for n in page]
    delete_by_hq(many, before[0].id)
    assert [task.id for task in get_page(many, page)] == [task.id for task in before[1:]]
    assert get_page(many, []) == []


def delete_by_hq(db: Database, row: str) -> None:
    from r57desk.merge import compose
    from r57desk.merge.delta import make_delta
    from r57desk.store import edit_log
    from r57desk.store.rows import get_state

    edit_log.append(db, [make_delta("HQ", [compose.delete_row(get_state(db, row))], nonce="x")], at="x")


def test_a_task_comes_back_with_the_types_of_its_fields(db: Database) -> None:
    create(
        db,
        "R",
        title="Tên\nhai dòng",
        percent="65.5",
        done_date="2025-07-15",
        deadline_text="Tháng 8/2025",
        tags="gấp",
    )
    (task,) = task_query.find_tasks(db, ["none", "R"])
    assert task == get_page(db, [1])[0]
    assert (task.percent, task.done_date, task.tags) == (Decimal("65.5"), date(2025, 7, 15), "gấp")
    assert (task.deadline.due, task.deadline.precision, task.deadline.text) == (
        date(2025, 8, 31),
        "month",
        "Tháng 8/2025",
    )
    assert task.title == "Tên\nhai dòng"
    assert not task.sample


def test_tasks_are_found_by_id_in_the_order_asked(many: Database) -> None:
    assert [task.id for task in task_query.find_tasks(many, ["R007", "none", "R003"])] == ["R007", "R003"]
    number = task_query.find_number(many, "R007")
    assert number is not None
    assert get_page(many, [number])[0].id == "R007"
    assert task_query.find_number(many, "none") is None


@pytest.mark.parametrize("text", ["", "đổi", "lead:bộ", "progress:hoan_thanh"])
def test_counts_are_those_of_the_rows(many: Database, text: str) -> None:
    query = parse_query(text)
    tasks = [task for task in tasks_of(many, EVERYTHING) if matches(query, task, AS_OF)]
    expected = Counter((task.progress, status.timeliness_of(task, AS_OF)) for task in tasks)
    assert task_query.count_statuses(many, query, AS_OF) == expected
    assert task_query.count_all(many) == 200


@pytest.mark.parametrize("field", ["lead", "progress", "timeliness", "category", "source_doc", "precision"])
def test_choices_count_what_choosing_them_would_show(many: Database, field: str) -> None:
    query = parse_query('đổi progress:dang_thuc_hien lead:"Bộ Công an"')
    choices = task_query.find_choices(many, field, query, AS_OF)
    others = [task for task in tasks_of(many, EVERYTHING) if task_matches_others(query, task, field)]
    values = Counter(value_of(task, field) for task in others)
    assert {choice.value: choice.count for choice in choices} == values
    assert [choice.count for choice in choices] == sorted((choice.count for choice in choices), reverse=True)


def task_matches_others(query: object, task: Task, field: str) -> bool:

    others = query._replace(clauses=tuple(c for c in query.clauses if c.field != field))
    return matches(others, task, AS_OF)


def value_of(task: Task, field: str) -> str:
    if field == "timeliness":
        return status.timeliness_of(task, AS_OF)
    return task.deadline.precision if field == "precision" else getattr(task, field)


@pytest.mark.parametrize("text", ["", "đổi", "timeliness:qua_han"])
def test_groups_are_the_runs_of_the_list(many: Database, text: str) -> None:
    query = parse_query(text)
    groups = task_query.find_groups(many, query, AS_OF)
    runs: list[list[object]] = []
    for task in tasks_of(many, query, PLACE, AS_OF):
        name = (task.source_doc, task.group_no, task.category)
        if not runs or runs[-1][0] != name:
            runs.append([name, 0, 0])
        closed = task.progress in ("hoan_thanh", "huy")
        runs[-1][1] += 1  # type: ignore[operator]
        runs[-1][2] += not closed and status.timeliness_of(task, AS_OF) == "qua_han"  # type: ignore[operator]
    assert [[(g.source_doc, g.group_no, g.category), g.count, g.late] for g in groups] == runs
    assert len(runs) > 3


def test_a_month_holds_what_touches_it(many: Database) -> None:
    first, last = date(2025, 7, 1), date(2025, 7, 31)
    found = task_query.find_dated(many, EVERYTHING, first, last, AS_OF)
    due = {dated.number: dated for dated in found}
    for number, task in zip(ids := find_ids(many, EVERYTHING), get_page(many, ids), strict=True):
        from r57desk.domain.deadline import period_start

        start = period_start(task.deadline) or task.deadline.due
        touches = task.deadline.due is not None and start is not None and task.deadline.due >= first and start <= last
        assert (number in due) == touches, task.deadline
    assert [one.due for one in found] == sorted(one.due for one in found)
    assert {one.precision for one in found} >= {"day", "quarter", "year"}


def test_what_has_no_date_is_listed_apart(many: Database) -> None:
    undated = task_query.find_undated(many, EVERYTHING, AS_OF)
    dated = task_query.find_dated(many, EVERYTHING, date.min, date.max, AS_OF)
    assert len(undated) + len(dated) == 200
    assert {one.precision for one in undated} >= {"none", "standing", "recurring", "event", "unknown"}


def test_words_with_marks_rank_exact_hits_first(db: Database) -> None:
    create(db, "R1", title="Con đường mới", stt="1")
    create(db, "R2", title="Chăn nuôi dương", stt="2")
    create(db, "R3", title="Ngọt như đường", stt="3")

    def found(text: str, *sort: SortKey) -> list[str]:
        return [task.id for task in tasks_of(db, parse_query(text), sort or PLACE)]

    assert found("duong") == ["R1", "R2", "R3"]
    assert found("dương") == ["R2", "R1", "R3"]
    assert found("ĐƯỜNG") == ["R1", "R3", "R2"]
    assert found("dương", SortKey("title")) == ["R2", "R1", "R3"]
    assert found("đường", SortKey("stt", True)) == ["R3", "R2", "R1"], "an order asked for is kept"


def test_a_deleted_task_is_in_no_answer(db: Database) -> None:
    row = create(db, title="Nhiệm vụ", lead="Bộ")
    delete(db, row)
    assert len(find_ids(db, EVERYTHING)) == task_query.count_all(db) == 0
    assert task_query.find_choices(db, "lead", EVERYTHING, AS_OF) == []
    assert task_query.find_groups(db, EVERYTHING, AS_OF) == []
