"""Values as people read them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.task import Task
from r57desk.ui.shown_values import (
    grouped,
    shown_canonical,
    shown_date,
    shown_percent,
    shown_reading,
    shown_value,
)
from r57desk.ui.translation import install_language

TASK = Task(
    "x", title="Đề án", progress="hoan_thanh", percent=Decimal("65.50"), done_date=date(2025, 7, 8),
    deadline_text="6/2025", deadline=parse_deadline("6/2025"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("title", "Đề án", "Đề án"),
        ("done_date", "08/07/2025", "08/07/2025"),
        ("percent", "65,5%", "65.5%"),
        ("progress", "Hoàn thành 65,5%", "Done 65.5%"),
        ("deadline_text", "Tháng 6/2025", "June 2025"),
        ("note", "", ""),
    ],
)
def test_fields(code, vi, en):
    assert (shown_value(TASK, code, "vi"), shown_value(TASK, code, "en")) == (vi, en)


@pytest.mark.parametrize("field", TASK_FIELDS, ids=lambda field: field.code)
def test_every_field_can_be_shown_empty_and_in_the_history(field):
    assert isinstance(shown_value(Task("x"), field.code, "vi"), str)
    assert shown_canonical(field.code, None, "vi") == ""


def test_canonical_text_in_words():
    assert shown_canonical("progress", "trinh_duyet", "vi") == "Trình duyệt"
    assert shown_canonical("done_date", "2025-07-08", "vi") == "08/07/2025"
    assert shown_canonical("percent", "65.5", "vi") == "65,5%"
    assert shown_canonical("title", "a\nb", "vi") == "a\nb"


def test_an_unread_deadline_shows_what_was_written():
    task = Task("x", deadline_text="khi nào xong", deadline=parse_deadline("khi nào xong"))
    assert shown_value(task, "deadline_text", "vi") == "khi nào xong"


def test_nothing_is_nothing(qapp):
    assert shown_date(None) == shown_percent(None, "vi") == ""
    assert shown_percent(Decimal(100), "vi") == "100%"
    install_language(qapp, "vi")
    assert grouped(6200) == "6.200"


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("hằng năm", "Hằng năm", "Every year"),
        ("Hàng tháng", "Hàng tháng", "Every month"),
        ("Báo cáo hằng quý", "Báo cáo hằng quý", "Báo cáo hằng quý"),
        ("trước 15/07/2025", "Trước 15/07/2025", "Before 15/07/2025"),
        ("6/2025", "Tháng 6/2025", "June 2025"),
        ("chờ hướng dẫn", "chờ hướng dẫn", "chờ hướng dẫn"),
    ],
)
def test_a_deadline_reads_the_same_way_in_every_column(text, vi, en):
    task = Task("A", deadline_text=text, deadline=parse_deadline(text))
    assert (shown_reading(task, "vi"), shown_reading(task, "en")) == (vi, en)
