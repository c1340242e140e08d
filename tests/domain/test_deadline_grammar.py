"""Stretches of time in folded text: whole matches, real dates, honest doubts."""

from __future__ import annotations

import time
from datetime import date

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.deadline_grammar import month_period, read_period, read_range


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("15/7/2025", date(2025, 7, 15), date(2025, 7, 15)),
        ("thang 2/2028", date(2028, 2, 1), date(2028, 2, 29)),
        ("quy iv/2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("6 thang cuoi nam 2025", date(2025, 7, 1), date(2025, 12, 31)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("3 thang dau nam 2025", date(2025, 1, 1), date(2025, 3, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(text: str, first: date, last: date) -> None:
    period = read_period(text, None)
    assert period is not None
    assert (period.first, period.last, period.doubts) == (first, last, ())


@pytest.mark.parametrize(
    "text",
    ["", "30/2/2025", "0/1/2025", "thang 0/2025", "thang 13/2025", "quy v/2025", "quy 5/2025", "1850", "15/7/2025 x"],
)
def test_what_is_not_certain_is_no_period(text: str) -> None:
    assert read_period(text, 2025) is None


def test_a_missing_year_is_the_documents_and_said_so() -> None:
    period = read_period("thang 8", 2026)
    assert period is not None
    assert period.last == date(2026, 8, 31)
    assert period.open_year
    assert period.doubts == ("year_assumed",)
    assert read_period("thang 8", None) is None


def test_a_range_takes_its_year_from_its_end() -> None:
    period = read_range("tu thang 11/2025 den thang 2/2026", None)
    assert period is not None
    assert (period.first, period.last) == (date(2025, 11, 1), date(2026, 2, 28))
    borrowed = read_range("thang 3 den thang 6/2025", None)
    assert borrowed is not None
    assert (borrowed.first, borrowed.doubts) == (date(2025, 3, 1), ())


@pytest.mark.parametrize("text", ["2026-2025", "2025, 2027", "thang 6 - thang 3/2025", "2025", "a den b"])
def test_no_range(text: str) -> None:
    assert read_range(text, 2025) is None


def test_month_period_refuses_a_month_that_does_not_exist() -> None:
    assert month_period(2025, 12).last == date(2025, 12, 31)
    with pytest.raises(ValueError, match="month"):
        month_period(2025, 13)


@pytest.mark.parametrize(
    "piece",
    ["tháng ", "trong ", "hằng tháng, ", "trình ", "2025, ", "đến hết ", "từ ", "(a) ", "1 tháng ", "trước khi ",
     "quý i ", "6 tháng ", "thường xuyên, ", "hoàn thành và ", "1/", "- "],
)  # fmt: skip
def test_no_text_takes_long_to_refuse(piece: str) -> None:
    text = (piece * 100)[:295] + "!"
    started = time.perf_counter()
    parse_deadline(text, 2025)
    assert time.perf_counter() - started < 1
