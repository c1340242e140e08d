"""The words of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.domain.task import Task
from r57desk.services.lists import STRIPS, UNDATED
from r57desk.ui import calendar_words as words
from r57desk.ui.calendar_model import DayCell
from r57desk.ui.translation import install_language


@pytest.fixture(autouse=True)
def _vietnamese(qapp):
    install_language(qapp, "vi")


def test_titles():
    assert words.month_title(2025, 9) == "Tháng 9/2025"
    assert words.week_title(date(2025, 9, 22)) == "Tuần 39 · 22/09–28/09/2025"
    assert words.long_date(date(2025, 9, 24)) == "Thứ Tư, 24/09/2025"


def test_strips_and_sections_cover_what_the_register_answers():
    names = words.strip_names(2025, 9)
    assert tuple(names) == STRIPS
    assert names["quarter"] == "Trong quý III"
    assert [words.strip_names(2025, month)["quarter"] for month in (1, 3, 4, 12)] == [
        "Trong quý I", "Trong quý I", "Trong quý II", "Trong quý IV",
    ]  # fmt: skip
    assert set(words.undated_names()) == set(UNDATED)


@pytest.mark.parametrize(
    ("name", "make_up", "remark"),
    [
        ("Quốc khánh", False, "Nghỉ Quốc khánh"),
        ("Ngày Giỗ Tổ Hùng Vương", False, "Nghỉ Giỗ Tổ Hùng Vương"),
        ("Nghỉ hoán đổi (làm bù ngày 26/04/2025)", False, "Nghỉ hoán đổi (làm bù ngày 26/04/2025)"),
        ("Làm bù cho ngày nghỉ 02/05/2025", True, "Làm bù"),
    ],
)
def test_public_days_are_named_in_their_cell(name, make_up, remark):
    assert words.day_remark(name, make_up=make_up) == remark


def test_working_days_and_what_is_left():
    assert words.working_days(20, 5) == "20 ngày làm việc · còn 5 ngày"
    assert words.working_days(22, None) == "22 ngày làm việc"


def test_a_day_is_read_aloud_with_its_tasks():
    cell = DayCell(
        date(2025, 9, 2), working=False, today=True, lunar="11", remark="Nghỉ Quốc khánh", tasks=(Task("A"),)
    )
    spoken = words.describe_day(cell, ["92, Đề án"])
    assert spoken == "Thứ Ba, 02/09/2025, âm lịch 11, hôm nay, Nghỉ Quốc khánh, 1 việc, 92, Đề án"
    assert "ngày nghỉ" in words.describe_day(DayCell(date(2025, 9, 6), working=False), [])
