"""The six clarities, and what to ask before a list is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain.completeness import CLARITIES, REMARKS, Remark, find_remarks, format_missing, missing_clarities
from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task

AS_OF = date(2025, 9, 24)
FULL = Task(
    id="x",
    title="Xây dựng kế hoạch",
    lead="Sở Nội vụ",
    leader="Phó Chủ tịch",
    deliverable="Kế hoạch",
    authority="UBND tỉnh",
    deadline=parse_deadline("30/6/2025"),
    deadline_text="30/6/2025",
    progress="hoan_thanh",
    percent=Decimal(100),
    done_date=date(2025, 6, 20),
    evidence="01/KH-UBND",
)


def test_nothing_to_say_about_a_full_row() -> None:
    assert missing_clarities(FULL) == ()
    assert find_remarks(FULL, AS_OF) == []


def test_all_six_are_missing_from_an_empty_row() -> None:
    codes = missing_clarities(Task("x"))
    assert codes == tuple(row[0] for row in CLARITIES)
    assert format_missing(codes).startswith("rõ việc, rõ người, rõ trách nhiệm")
    assert format_missing(("nguoi",), "en") == "who"


@pytest.mark.parametrize(
    ("text", "missing"),
    [("Hằng tháng", False), ("Thường xuyên", False), ("Từ tháng 8/2025", False), ("", True), ("sớm", True)],
)
def test_a_recurrence_is_a_clear_time(text: str, missing: bool) -> None:
    assert ("thoi_gian" in missing_clarities(replace(FULL, deadline=parse_deadline(text)))) is missing


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"progress": "dang_thuc_hien", "done_date": None, "obstacles": "Chờ vốn"}, "full_not_done"),
        ({"percent": Decimal(80)}, "done_not_full"),
        ({"done_date": None}, "done_without_date"),
        ({"evidence": ""}, "done_without_evidence"),
        ({"done_date": date(2025, 9, 25)}, "done_in_future"),
        ({"deadline": parse_deadline("từ 1/7 đến 30/9/2025")}, "done_before_start"),
        ({"progress": "trinh_duyet", "percent": None, "obstacles": "Chờ vốn"}, "dated_not_done"),
        ({"progress": "dang_thuc_hien", "percent": None, "done_date": None}, "overdue_without_reason"),
        ({"lead": ""}, "lead_missing"),
        ({"lead": "Sở Nội vụ Sở Tư pháp"}, "lead_glued"),
        ({"coop": "UBND huyện A"}, "abolished_body"),
        ({"deadline": parse_deadline("sớm nhất")}, "deadline_unread"),
        ({"deadline": parse_deadline("30/6/25")}, "deadline_doubt"),
    ],
)
def test_each_remark(changes: dict[str, object], code: str) -> None:
    assert [remark.code for remark in find_remarks(replace(FULL, **changes), AS_OF)] == [code]  # type: ignore[arg-type]


def test_remarks_name_their_field_and_have_their_words() -> None:
    remarks = find_remarks(replace(FULL, lead="", evidence="", done_date=None), AS_OF)
    assert remarks == [
        Remark("done_without_date", "done_date"),
        Remark("done_without_evidence", "evidence"),
        Remark("lead_missing", "lead"),
    ]
    assert all(vietnamese and english for vietnamese, english in REMARKS.values())


def test_a_cancelled_task_is_left_alone() -> None:
    assert find_remarks(Task("x", progress="huy"), AS_OF) == []
