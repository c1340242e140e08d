"""Progress as offices type it, and timeliness as of a date."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.status import (
    PROGRESS,
    PROGRESS_CODES,
    TIMELINESS_CODES,
    ParsedProgress,
    days_late,
    days_left,
    label,
    parse_progress,
    timeliness,
    timeliness_of,
    timeliness_word,
)
from r57desk.domain.task import Task

TODAY = date(2025, 9, 24)


# -- progress ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Đang TH", "dang_thuc_hien"),
        ("HT", "hoan_thanh"),
        ("Hòan thành", "hoan_thanh"),
        ("HOÀN THÀNH (100%)", "hoan_thanh"),
        ("Xong.", "hoan_thanh"),
        ("Chưa triển khai", "chua_thuc_hien"),
        ("Đang trình ký", "trinh_duyet"),
        ("Tạm dừng", "tam_dung"),
        ("Hủy bỏ", "huy"),
        ("In progress", "dang_thuc_hien"),
        ("trinh_duyet", "trinh_duyet"),
    ],
)
def test_spellings(text: str, code: str) -> None:
    assert parse_progress(text) == ParsedProgress(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Quá hạn", None),
        ("Trễ hạn", None),
        ("Chậm tiến độ", None),
        ("Hoàn thành đúng hạn", "hoan_thanh"),
        ("Chưa hoàn thành, quá hạn", "dang_thuc_hien"),
    ],
)
def test_words_of_timeliness_are_flagged(text: str, code: str | None) -> None:
    assert parse_progress(text) == ParsedProgress(code, "timeliness_typed")


def test_the_rest_is_not_guessed() -> None:
    assert parse_progress("Đã có 3 văn bản") == ParsedProgress(None, "unknown")
    assert parse_progress("Chưa hoàn thành") == ParsedProgress("dang_thuc_hien", "assumed")
    assert parse_progress(" \u200b") == ParsedProgress(None)


def test_every_label_reads_as_its_code() -> None:
    for code, vietnamese, english in PROGRESS:
        assert {parse_progress(text).code for text in (code, vietnamese, vietnamese.upper(), english)} == {code}
        assert (label(code), label(code, "en")) == (vietnamese, english)


def changed_progress(expected: Any) -> Iterator[dict[str, Any]]:
    if isinstance(expected, dict):
        if "meaning" in expected:
            yield expected
        for value in expected.values():
            yield from changed_progress(value)
    elif isinstance(expected, list):
        for value in expected:
            yield from changed_progress(value)


def test_every_progress_typed_in_the_returned_workbooks(workbooks: Path) -> None:
    count = 0
    for path in sorted((workbooks / "expected").glob("*.json")):
        for cell in changed_progress(json.loads(path.read_text(encoding="utf-8"))):
            read = parse_progress(cell["cell"]["value"])
            meaning = "qua_han" if read == ParsedProgress(None, "timeliness_typed") else read.code
            assert meaning == cell["meaning"], cell
            count += 1
    assert count > 40


# -- timeliness ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("progress", "done", "deadline", "code", "word"),
    [
        ("hoan_thanh", "2025-06-30", "30/6/2025", "dung_han", "Đúng hạn"),
        ("hoan_thanh", "2025-06-29", "30/6/2025", "truoc_han", "Trước hạn"),
        ("hoan_thanh", "2025-06-01", "6/2025", "dung_han", "Đúng hạn"),
        ("hoan_thanh", "2025-05-31", "6/2025", "truoc_han", "Trước hạn"),
        ("hoan_thanh", "2025-07-18", "6/2025", "qua_han", "Chậm 18 ngày"),
        ("hoan_thanh", None, "6/2025", "chua_ro_ngay", "Chưa rõ ngày"),
        ("hoan_thanh", None, "Thường xuyên", "khong_han", "Thường xuyên"),
        ("dang_thuc_hien", None, "6/2025", "qua_han", "Quá hạn 86 ngày"),
        ("trinh_duyet", None, "30/9/2025", "sap_den_han", "Còn 6 ngày"),
        ("dang_thuc_hien", None, "1/10/2025", "sap_den_han", "Còn 7 ngày"),
        ("dang_thuc_hien", None, "2/10/2025", "trong_han", "Trong hạn"),
        ("dang_thuc_hien", None, "24/9/2025", "sap_den_han", "Hạn hôm nay"),
        ("dang_thuc_hien", None, "23/9/2025", "qua_han", "Quá hạn 1 ngày"),
        ("tam_dung", None, "23/9/2025", "qua_han", "Quá hạn 1 ngày"),
        ("chua_thuc_hien", None, "2025", "trong_han", "Trong hạn"),
        ("chua_thuc_hien", None, "Hằng quý", "khong_han", "Định kỳ"),
        ("chua_thuc_hien", None, "", "khong_han", "Chưa chốt hạn"),
        ("chua_thuc_hien", None, "sớm", "khong_han", "Chưa chốt hạn"),
        ("chua_thuc_hien", None, "Khi luật có hiệu lực", "khong_han", "Chưa chốt hạn"),
        ("chua_thuc_hien", None, "Từ tháng 8/2025", "khong_han", "Không hạn"),
        ("chua_thuc_hien", None, "Dự kiến tháng 8/2025", "khong_han", "Không hạn"),
        ("huy", None, "6/2025", "khong_han", ""),
    ],
)
def test_timeliness(progress: str, done: str | None, deadline: str, code: str, word: str) -> None:
    task = Task(
        "x",
        progress=progress,
        done_date=date.fromisoformat(done) if done else None,
        deadline=parse_deadline(deadline),
    )
    assert timeliness_of(task, TODAY) == code
    assert timeliness_word(task, TODAY) == word


@pytest.mark.parametrize(
    ("progress", "done", "deadline", "word"),
    [
        ("dang_thuc_hien", None, "6/2025", "86 days overdue"),
        ("dang_thuc_hien", None, "23/9/2025", "1 day overdue"),
        ("hoan_thanh", date(2025, 7, 18), "6/2025", "Done 18 days late"),
        ("hoan_thanh", date(2025, 7, 1), "6/2025", "Done 1 day late"),
        ("trinh_duyet", None, "30/9/2025", "Due in 6 days"),
        ("trinh_duyet", None, "25/9/2025", "Due in 1 day"),
        ("trinh_duyet", None, "24/9/2025", "Due today"),
        ("trinh_duyet", None, "", "Deadline not fixed"),
    ],
)
def test_counting_words_in_english(progress: str, done: date | None, deadline: str, word: str) -> None:
    assert (
        timeliness_word(Task("x", progress=progress, done_date=done, deadline=parse_deadline(deadline)), TODAY, "en")
        == word
    )


@settings(max_examples=100)
@given(
    st.sampled_from(PROGRESS_CODES),
    st.none() | st.dates(date(2024, 1, 1), date(2026, 12, 31)),
    st.sampled_from(["15/7/2025", "8/2025", "Quý III/2025", "2025", "2025-2026", "Hằng năm", ""]),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)
def test_an_open_task_never_becomes_less_late(progress: str, done: date | None, text: str, day: date) -> None:
    deadline = parse_deadline(text)
    code, later = (timeliness(progress, done, deadline, when) for when in (day, day + timedelta(days=1)))
    assert code in TIMELINESS_CODES
    if code == "qua_han":
        assert later == "qua_han"
        assert days_late(progress, done, deadline, day) > 0
    else:
        assert days_late(progress, done, deadline, day) == 0
    left = days_left(deadline, day)
    assert left is None or left - 1 == days_left(deadline, day + timedelta(days=1))


def test_the_warning_window_is_a_setting() -> None:
    task = Task("x", deadline=parse_deadline("4/10/2025"))
    assert timeliness_of(task, TODAY) == "trong_han"
    assert timeliness_of(task, TODAY, warn_days=10) == "sap_den_han"
    assert timeliness_of(replace(task, progress="huy"), TODAY, warn_days=10) == "khong_han"
