"""Counts, choices and months, against the same figures counted in Python from the tasks themselves."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from r57desk.domain.query import EVERYTHING
from r57desk.domain.status import timeliness_of
from r57desk.services.lists import OPEN_PROGRESS

AS_OF = date(2025, 9, 24)


@pytest.fixture
def sampled(desk):
    desk.register.load_samples()
    return desk


def test_counts_are_counts_of_rows(sampled):
    tasks = sampled.tasks.find()
    counts = sampled.tasks.count(EVERYTHING, AS_OF)
    assert counts.total == counts.shown == len(tasks) == 115
    assert counts.by_progress == Counter(dict.fromkeys(counts.by_progress, 0)) + Counter(
        task.progress for task in tasks
    ) | {code: 0 for code, count in counts.by_progress.items() if not count}
    late = [t for t in tasks if t.progress in OPEN_PROGRESS and timeliness_of(t, AS_OF) == "qua_han"]
    soon = [t for t in tasks if t.progress in OPEN_PROGRESS and timeliness_of(t, AS_OF) == "sap_den_han"]
    assert (counts.overdue, counts.due_soon) == (len(late), len(soon))
    assert sum(counts.overdue_by_progress.values()) == len(late)


def test_a_month_shows_every_task_once_and_no_coarse_deadline_on_a_day(sampled):
    month = sampled.tasks.month(2025, 8, as_of=AS_OF)
    for day, tasks in month.days.items():
        assert all(task.deadline.precision == "day" and task.deadline.due == day for task in tasks)
    assert month.strips["month"], "the samples hold August deadlines"
    assert all(task.deadline.due == date(2025, 8, 31) for task in month.strips["month"])
    assert all(timeliness_of(task, AS_OF) == "qua_han" for task in month.strips["late"])
    undated = sum(len(tasks) for tasks in month.undated.values())
    assert undated == sum(task.deadline.due is None for task in sampled.tasks.find())


def test_a_quarter_stands_in_each_of_its_months_and_in_no_other(sampled):
    for month, there in ((6, False), (7, True), (8, True), (9, True), (10, False)):
        shown = sampled.tasks.month(2025, month, as_of=AS_OF).strips["quarter"]
        assert any(task.deadline.due == date(2025, 9, 30) for task in shown) is there, month
