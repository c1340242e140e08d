"""A deadline moved to another day keeps the words around its date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from r57desk.domain.deadline import parse_deadline
from r57desk.ui.moved_deadline import move_deadline

DAY = date(2025, 7, 16)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("15/7/2025", "16/07/2025"),
        ("15-07-2025", "16/07/2025"),
        ("Trước 15/7/2025", "Trước 16/07/2025"),
        ("trước ngày 15/7/2025", "trước ngày 16/07/2025"),
        ("Chậm nhất ngày 15/7/2025", "Chậm nhất ngày 16/07/2025"),
        ("ngày 15 tháng 7 năm 2025", "16/07/2025"),
        ("trước ngày 15 tháng 7 năm 2025", "trước 16/07/2025"),
    ],
)
def test_the_words_around_the_date_stay(text, moved):
    assert move_deadline(parse_deadline(text), DAY) == moved


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{}", "trước {}", "đến hết ngày {}", "Báo cáo ngày {}"]),
)
def test_it_is_read_as_the_day_it_was_moved_to(day, form):
    reading = parse_deadline(form.format("15/07/2025"))
    moved = parse_deadline(move_deadline(reading, day))
    assert (moved.due, moved.precision, moved.operator) == (day, "day", reading.operator)
