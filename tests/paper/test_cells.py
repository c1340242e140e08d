"""Paper says in words what the register holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.paper.cells import (
    cell_maker,
    column_label,
    deadline_as_read,
    deadline_as_written,
    format_date,
    format_percent,
    issues,
    progress,
)
from r57desk.paper.model import Stamp
from r57desk.paper.profile import COLUMNS

STAMP = Stamp(date(2025, 9, 24), 214, "7K2Q")


def due(text: str) -> Task:
    return Task("A", deadline_text=text, deadline=parse_deadline(text, 2025))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("6/2025", "6/2025\n(30/06/2025)"),
        ("2025", "2025\n(31/12/2025)"),
        ("Quý III/2025", "Quý III/2025\n(30/09/2025)"),
        ("15/7/2025", "15/7/2025"),
        ("ngày 05 tháng 7 năm 2025", "ngày 05 tháng 7 năm 2025"),
        ("trước ngày 15/07/2025", "trước ngày 15/07/2025"),
        ("trước ngày 15/7", "trước ngày 15/7\n(15/07/2025)"),
        ("Thường xuyên", "Thường xuyên"),
        ("", ""),
    ],
)
def test_a_deadline_is_printed_as_written_with_its_day_where_it_names_none(text: str, printed: str) -> None:
    assert deadline_as_written(due(text)) == printed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("6/2025", "Tháng 6/2025, hạn cuối 30/06/2025"),
        ("15/7/2025", "15/07/2025"),
        ("15/7/25", "15/07/2025 (cần kiểm tra: năm ghi hai chữ số)"),
        ("trước ngày 15/7", "trước 15/07/2025 (cần kiểm tra: năm lấy theo văn bản)"),
        ("Thường xuyên", "Thường xuyên"),
    ],
)
def test_a_deadline_as_it_was_read(text: str, read: str) -> None:
    assert deadline_as_read(due(text), "vi") == read


def test_progress_carries_its_percent_or_its_date() -> None:
    under_way = Task("A", progress="dang_thuc_hien", percent=Decimal("60"))
    done = Task("A", progress="hoan_thanh", percent=Decimal(100), done_date=date(2025, 6, 5))
    assert progress(under_way, "vi") == "Đang thực hiện, 60%"
    assert progress(under_way, "vi", percent=False) == "Đang thực hiện"
    assert progress(done, "vi") == "Hoàn thành, 05/06/2025"
    assert progress(done, "vi", done=False) == "Hoàn thành"
    assert progress(done, "en") == "Done, 05/06/2025"
    assert progress(replace(done, done_date=None), "vi") == "Hoàn thành"


def test_numbers_and_dates() -> None:
    assert format_percent(Decimal("65.50"), "vi") == "65,5%"
    assert format_percent(Decimal("65.5"), "en") == "65.5%"
    assert format_percent(Decimal(100), "vi") == "100%"
    assert format_percent(None, "vi") == ""
    assert format_date(date(2025, 6, 5)) == "05/06/2025"
    assert format_date(None) == ""


def test_obstacles_and_proposals_share_a_cell() -> None:
    task = Task("A", obstacles="Thiếu kinh phí", proposals="Bổ sung")
    assert issues(task, "vi") == "Vướng mắc: Thiếu kinh phí\nKiến nghị: Bổ sung"
    assert issues(replace(task, obstacles=""), "en") == "Proposals: Bổ sung"


def test_a_value_with_its_own_column_is_not_said_twice() -> None:
    task = replace(due("6/2025"), stt="5", progress="dang_thuc_hien", percent=Decimal(60))
    assert cell_maker(("stt", "progress", "timeliness"), STAMP, "vi")(task) == (
        "5",
        "Đang thực hiện, 60%",
        "Quá hạn 86\u00a0ngày",
    )
    assert cell_maker(("progress", "percent"), STAMP, "vi")(task) == ("Đang thực hiện", "60%")


@pytest.mark.parametrize("code", COLUMNS)
def test_every_column_can_be_made_for_an_empty_task(code: str) -> None:
    (text,) = cell_maker((code,), STAMP, "vi")(Task("A"))
    assert "None" not in text
    assert column_label(code, "vi")
    assert column_label(code, "en")


def test_the_warning_window_is_the_registers() -> None:
    near = due("30/9/2025")
    assert cell_maker(("timeliness",), STAMP, "vi")(near) == ("Còn 6\u00a0ngày",)
    assert cell_maker(("timeliness",), replace(STAMP, warn_days=3), "vi")(near) == ("Trong hạn",)
