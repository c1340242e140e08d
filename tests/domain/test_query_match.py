"""What a query means, on single tasks."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.query import parse_query
from r57desk.domain.query_match import matches
from r57desk.domain.task import Task

AS_OF = date(2025, 9, 24)
LATE = Task(
    id="0A1B2C",
    stt="10",
    title="Xây dựng cơ sở dữ liệu quốc gia về đất đai",
    lead="Bộ Công an; Bộ Nông nghiệp và Môi trường",
    coop="Các địa phương",
    deadline_text="6/2025",
    deadline=parse_deadline("6/2025"),
    progress="dang_thuc_hien",
    percent=Decimal("65.5"),
    conflicts=("lead",),
)
DONE_LATE = Task(
    id="0A9999",
    title="Báo cáo",
    deadline=parse_deadline("6/2025"),
    progress="hoan_thanh",
    done_date=date(2025, 7, 18),
    requests=("title", "lead"),
    sample=True,
)
UNDATED = Task(id="ZZ", title="Theo dõi", lead="Sở Nội vụ")
TASKS = {"late": LATE, "done": DONE_LATE, "undated": UNDATED}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "late done undated"),
        ("dat dai", "late"),
        ("ĐẤT đai", "late"),
        ('"dữ liệu quốc"', "late"),
        ('"quốc dữ"', ""),
        ("xay du", "late"),
        ("ay", ""),
        ("lead:bộ", "late"),
        ('lead:"bo cong an"', "late"),
        ("lead:none", "done"),
        ("-lead:none", "late undated"),
        ("office:địa", "late"),
        ("stt:1", ""),
        ("stt:10", "late"),
        ("stt:none", "done undated"),
        ("progress:hoan_thanh,chua_thuc_hien", "done undated"),
        ("timeliness:qua_han", "late"),
        ("-timeliness:qua_han", "done undated"),
        ("timeliness:qua_han progress:hoan_thanh", "done"),
        ("timeliness:qua_han progress:hoan_thanh,dang_thuc_hien", "late done"),
        ("timeliness:khong_han", "undated"),
        ("due:<2025-07-01", "late done"),
        ("due:2025-06", "late done"),
        ("due:>2025-06-30", ""),
        ("due:none", "undated"),
        ("-due:none", "late done"),
        ("done_date:>=2025-07", "done"),
        ("percent:>65", "late"),
        ("percent:65.5", "late"),
        ("percent:<65.5", ""),
        ("percent:none", "done undated"),
        ("precision:month", "late done"),
        ("kind:hoan_thanh", "late done undated"),
        ("id:0a", "late done"),
        ("missing:lead", "done"),
        ("missing:lead,stt", "done undated"),
        ("missing:percent", "done undated"),
        ("has:conflict", "late"),
        ("has:request", "done"),
        ('co:"khác nhau"', "late"),
        ("có:đề_nghị", "done"),
        ("has:conflict,request", "late done"),
        ("-has:conflict,request", "undated"),
        ("has:sample", "done"),
    ],
)
def test_meaning(text: str, found: str) -> None:
    query = parse_query(text)
    assert [name for name, task in TASKS.items() if matches(query, task, AS_OF)] == found.split()


def test_timeliness_passes_over_cancelled_tasks() -> None:
    cancelled = Task(id="C", deadline=parse_deadline("6/2025"), progress="huy")
    assert not matches(parse_query("timeliness:khong_han,qua_han"), cancelled, AS_OF)


def test_the_date_asked_about_decides() -> None:
    query = parse_query("timeliness:qua_han")
    assert not matches(query, LATE, date(2025, 6, 30))
    assert matches(query, LATE, date(2025, 7, 1))
    assert matches(parse_query("timeliness:sap_den_han"), LATE, date(2025, 6, 10), warn_days=20)


def test_only_the_last_word_may_be_unfinished() -> None:
    task = Task("ROW", title="Dựng kho tư liệu")
    assert not matches(parse_query("du lieu"), task, date(2025, 9, 24))
    assert matches(parse_query("kho du"), task, date(2025, 9, 24))
    assert matches(parse_query('"kho tu"'), task, date(2025, 9, 24))
