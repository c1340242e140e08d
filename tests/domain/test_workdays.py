"""Working days against the register of public days that is shipped."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57desk.domain.workdays import PublicDay, WorkCalendar


@pytest.fixture(scope="module")
def calendar(project_root: Path) -> WorkCalendar:
    with (project_root / "seeds" / "public-days.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return WorkCalendar(
        PublicDay(date.fromisoformat(row["date"]), "lam_bu" if row["type"] == "lam_bu" else "nghi", row["name_vi"])
        for row in rows
    )


@pytest.mark.parametrize(("year", "days"), [(2025, 250), (2026, 249), (2027, 249)])
def test_working_days_of_a_year(calendar: WorkCalendar, year: int, days: int) -> None:
    assert calendar.count(date(year, 1, 1), date(year, 12, 31)) == days


def test_the_hundred_days_campaign(calendar: WorkCalendar) -> None:
    first, last = date(2026, 7, 10), date(2026, 11, 30)
    assert WorkCalendar().count(first, last) == 102
    assert calendar.count(first, last) == 99


def test_a_swap(calendar: WorkCalendar) -> None:
    assert not calendar.is_working(date(2026, 1, 2))
    assert calendar.is_working(date(2026, 1, 10))
    assert not calendar.is_working(date(2026, 1, 11))
    found = calendar.find(date(2026, 2, 17))
    assert found is not None
    assert found.name == "Tết Nguyên Đán"
    assert calendar.find(date(2026, 3, 3)) is None


def test_the_next_working_day_after_tet(calendar: WorkCalendar) -> None:
    assert calendar.next(date(2026, 2, 14)) == date(2026, 2, 23)
    assert calendar.next(date(2026, 2, 13)) == date(2026, 2, 13)
    assert calendar.add(date(2026, 2, 13), 1) == date(2026, 2, 23)
    assert calendar.add(date(2026, 2, 23), -1) == date(2026, 2, 13)
    assert calendar.add(date(2026, 2, 14), 0) == date(2026, 2, 14)


def test_a_register_without_working_days_is_said_to_be_wrong() -> None:
    endless = WorkCalendar(PublicDay(date(2026, 1, 1) + timedelta(days=n), "nghi") for n in range(4000))
    with pytest.raises(ValueError, match="working day"):
        endless.next(date(2026, 1, 1))


@settings(max_examples=60)
@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(-30, 400))
def test_counting_is_counting(calendar: WorkCalendar, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    expected = sum(calendar.is_working(first + timedelta(days=n)) for n in range(length + 1))
    assert calendar.count(first, last) == expected


@settings(max_examples=60)
@given(st.dates(date(2025, 2, 1), date(2027, 6, 30)), st.integers(1, 60))
def test_adding_and_counting_agree(calendar: WorkCalendar, day: date, count: int) -> None:
    later = calendar.add(day, count)
    assert calendar.is_working(later)
    assert calendar.count(day + timedelta(days=1), later) == count
