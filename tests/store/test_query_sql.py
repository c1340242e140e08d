"""The SQL of a query finds what `domain.query_match` says it means; timeliness is `domain.status`'s."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from r57desk.domain import status
from r57desk.domain.query import parse_query
from r57desk.domain.query_match import matches
from r57desk.domain.task import Task
from r57desk.merge.delta import make_delta, make_edit, new_nonce
from r57desk.store import edit_log
from r57desk.store.database import Database
from r57desk.store.query_sql import TIMELINESS, bind_dates, build_condition
from r57desk.store.rows import get_state
from r57desk.store.task_query import find_ids, get_page
from tests.store.writing import NOW, OFFICE, annex, create, load, random_task, write

AS_OF = date(2025, 7, 20)
MANY = settings(
    max_examples=settings.default.max_examples,
    suppress_health_check=[HealthCheck.function_scoped_fixture, *HealthCheck],
)


@pytest.fixture
def many(db: Database) -> Database:
    """A few hundred tasks of every sort; some with local tags."""
    seed = random.Random(57)
    load(db, annex({f"R{number:03d}": random_task(seed) for number in range(300)}))
    for _ in range(20):
        create(db, **random_task(seed))
    for number in range(0, 300, 9):
        write(db, f"R{number:03d}", title=f"đề nghị {number}")  # theirs: only a request
    for number in range(0, 300, 7):
        state = get_state(db, f"R{number:03d}")
        seen = {"result_now": state.live("result_now")}
        for value in ("một", "hai"):
            edit = make_edit(state.row, {"result_now": value}, seen, nonce=new_nonce())
            edit_log.append(db, [make_delta(OFFICE, [edit], nonce=new_nonce())], at=NOW)
    return db


def all_tasks(db: Database) -> list[Task]:
    return get_page(db, [n for (n,) in db.query("SELECT n FROM task")])


def test_timeliness_is_the_domains_for_every_row_and_date(many: Database) -> None:
    tasks = {task.id: task for task in all_tasks(many)}
    days = {task.deadline.due for task in tasks.values()} | {task.done_date for task in tasks.values()}
    for day in {day + timedelta(days=step) for day in days if day for step in (-8, -7, -1, 0, 1)}:
        for warn_days in (0, 7):
            found = dict(many.query(f"SELECT t.id, {TIMELINESS} FROM task t", bind_dates(day, warn_days)))
            assert found == {id: status.timeliness_of(task, day, warn_days) for id, task in tasks.items()}


def test_the_ends_of_the_calendar_can_be_asked_for(many: Database) -> None:
    for day in (date.min, date.max):
        condition = build_condition(parse_query("timeliness:qua_han"), day, 7)
        many.query(f"SELECT count(*) FROM {condition.source} WHERE {condition.sql}", condition.values)


QUERIES = [
    "", "đổi mới", "chuyen doi so", '"khoa học công nghệ"', "cong ngh", "5G", "du lieu", "nền tảng", "bo cong an",
    'lead:"Bộ Công an"', "lead:none", "lead:bo", '-lead:"Bộ Công an"', "lead:bo,cac", "office:cong an", 'office:"bộ công"',
    "title:khoa hoc", 'title:"khoa học công"', "stt:28", "stt:28,28a", "stt:none", 'code:"NV 01"', "code:nv-02", "group_no:i",
    "progress:hoan_thanh", "-progress:hoan_thanh", "progress:huy,tam_dung", "tien_do:xong",
    "timeliness:qua_han", "-timeliness:qua_han", "timeliness:qua_han progress:hoan_thanh", "timeliness:khong_han,trong_han",
    "timeliness:chua_ro_ngay progress:hoan_thanh", "timeliness:truoc_han progress:hoan_thanh",
    "due:<2025-08-31", "due:2025-08", "due:2025", "due:>=2025-07-15", "due:>2025-07-15", "due:none", "-due:none",
    "due:2025-07-01..2025-08-31", "done_date:none", "done_date:<=2025-07-15", "done_date:2025-07-15",
    "percent:65.5", "percent:>50", "percent:<=65", "percent:none", "-percent:>50", "percent:0,100",
    "precision:month", "precision:day,quarter", "kind:du_kien", "missing:lead", "missing:percent,done_date", "missing:title",
    "id:R00", "id:r001", "tags:gấp", "note:none đổi", "category:thể", "source_doc:03", "deadline_text:quy", "deadline:8/2025",
    "has:conflict", "has:request", "-has:request", "has:conflict,request", "has:conflict has:request", "has:sample",
]  # fmt: skip


@pytest.mark.parametrize("text", QUERIES)
def test_a_query_finds_what_it_means(many: Database, text: str) -> None:
    query = parse_query(text)
    expected = {task.id for task in all_tasks(many) if matches(query, task, AS_OF)}
    found = get_page(many, find_ids(many, query, as_of=AS_OF))
    assert {task.id for task in found} == expected
    assert len(found) == len(expected)


def test_the_queries_above_divide_the_tasks(many: Database) -> None:
    """Nearly all of them find some tasks and not all, or the comparison would say little."""
    counts = [len(find_ids(many, parse_query(text), as_of=AS_OF)) for text in QUERIES]
    assert sum(0 < count < 320 for count in counts) > len(QUERIES) * 0.85


@given(st.lists(st.sampled_from(QUERIES), max_size=3), st.dates(date(2025, 5, 1), date(2025, 12, 1)))
@MANY
def test_queries_joined_find_what_they_mean(many: Database, texts: list[str], as_of: date) -> None:
    query = parse_query(" ".join(texts))
    expected = {task.id for task in all_tasks(many) if matches(query, task, as_of, 3)}
    assert {task.id for task in get_page(many, find_ids(many, query, as_of=as_of, warn_days=3))} == expected


@pytest.mark.parametrize("text", ['title:"\'; DROP TABLE task; --"', "title:%", "lead:_", 'note:"a\\b"', "'", '"\'"'])
def test_values_are_bound_never_joined(many: Database, text: str) -> None:
    find_ids(many, parse_query(text), as_of=AS_OF)
    assert many.query("SELECT count(*) FROM task") == [(320,)]
