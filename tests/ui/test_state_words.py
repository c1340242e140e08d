"""States: word first, icon second, colour third; red means overdue and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.ui.state_words import state_of

DAY = date(2025, 9, 24)


def state(deadline, progress="dang_thuc_hien", done=None):
    return state_of(Task("x", deadline=parse_deadline(deadline), progress=progress, done_date=done), DAY, "vi")


@pytest.mark.parametrize(
    ("found", "word", "icon", "token"),
    [
        (state("6/2025"), "Quá hạn 86 ngày", "triangle-alert", "late"),
        (state("9/2025"), "Còn 6 ngày", "clock", "soon"),
        (state("12/2025"), "Trong hạn", "", "calm"),
        (state("Thường xuyên"), "Thường xuyên", "", "calm"),
        (state(""), "Chưa chốt hạn", "", "calm"),
        (state("6/2025", "hoan_thanh", date(2025, 6, 20)), "Đúng hạn", "check", "good"),
        (state("6/2025", "hoan_thanh", date(2025, 7, 18)), "Chậm 18 ngày", "check", "dlate"),
        (state("6/2025", "huy"), "", "", "calm"),
    ],
)
def test_states(found, word, icon, token):
    assert (found.word, found.icon, found.token) == (word, icon, token)


def test_only_open_overdue_is_red():
    states = [state("6/2025", progress, DAY) for progress in ("hoan_thanh", "huy")]
    assert all(found.token != "late" for found in states)


def test_the_warning_window_is_the_registers():
    task = Task("x", deadline=parse_deadline("9/2025"))
    assert state_of(task, DAY, "vi", 3).token == "calm"
    assert state_of(task, DAY, "en", 10).word == "Due in 6 days"
