"""The Vietnamese lunar calendar, against published dates."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from r57desk.domain.lunar import LunarDate, lunar_date, lunar_label

TET = {
    1990: "01-27", 2000: "02-05", 2007: "02-17", 2020: "01-25", 2021: "02-12", 2022: "02-01", 2023: "01-22",
    2024: "02-10", 2025: "01-29", 2026: "02-17", 2027: "02-06", 2030: "02-02", 2034: "02-19", 2053: "02-18",
}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet(year: int, day: str) -> None:
    tet = date.fromisoformat(f"{year}-{day}")
    assert lunar_date(tet) == LunarDate(1, 1, year)
    eve = lunar_date(tet - timedelta(days=1))
    assert (eve.month, eve.year) == (12, year - 1)
    assert eve.day in (29, 30)


@pytest.mark.parametrize(
    ("first", "month", "year"),
    [
        ("2004-03-21", 2, 2004), ("2006-08-24", 7, 2006), ("2012-05-21", 4, 2012), ("2014-10-24", 9, 2014),
        ("2017-07-23", 6, 2017), ("2020-05-23", 4, 2020), ("2023-03-22", 2, 2023), ("2025-07-25", 6, 2025),
        ("2033-12-22", 11, 2033),
    ],
)  # fmt: skip
def test_leap_months(first: str, month: int, year: int) -> None:
    assert lunar_date(date.fromisoformat(first)) == LunarDate(1, month, year, leap=True)


def test_lunar_holidays_of_the_register_of_public_days(project_root: Path) -> None:
    days = {"Giao thừa": None, "Tết Nguyên Đán": (1, 1), "Mùng hai": (2, 1), "Mùng ba": (3, 1), "Mùng bốn": (4, 1),
            "Mùng năm": (5, 1)}  # fmt: skip
    seen = set()
    with (project_root / "seeds" / "public-days.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            lunar = lunar_date(date.fromisoformat(row["date"]))
            if row["name_vi"] == "Ngày Giỗ Tổ Hùng Vương":
                assert (lunar.day, lunar.month) == (10, 3)
                seen.add("Giỗ Tổ")
            if "28 tháng Chạp" in row["name_vi"]:
                assert (lunar.day, lunar.month) == (28, 12)
                seen.add("28")
            for name, expected in days.items():
                if expected and row["name_vi"].startswith(name):
                    assert (lunar.day, lunar.month) == expected
                    seen.add(name)
                elif not expected and row["name_vi"].startswith(name):
                    assert lunar_date(date.fromisoformat(row["date"]) + timedelta(days=1)).day == 1
    assert {"Giỗ Tổ", "28", "Tết Nguyên Đán", "Mùng năm"} <= seen


def test_days_run_on_without_a_gap_for_a_century() -> None:
    before, leaps = lunar_date(date(1989, 12, 31)), 0
    for number in range(date(1990, 1, 1).toordinal(), date(2100, 1, 1).toordinal()):
        lunar = lunar_date(date.fromordinal(number))
        if lunar.day == 1:
            leaps += lunar.leap
            assert before.day in (29, 30)
            assert lunar.month == before.month if lunar.leap else lunar.month == before.month % 12 + 1
            assert lunar.year == before.year + (lunar.month == 1 and not lunar.leap)
        else:
            assert lunar == LunarDate(before.day + 1, before.month, before.year, before.leap)
        before = lunar
    assert leaps == 41


def test_labels() -> None:
    assert lunar_label(date(2026, 11, 9)) == "1/10"
    assert lunar_label(date(2026, 11, 10)) == "2"
    assert lunar_label(date(2025, 7, 25)) == "1/6N"
