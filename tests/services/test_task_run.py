"""Tasks read when they are looked at."""

from __future__ import annotations

import pytest

from r57desk.domain.task import Task
from r57desk.services.task_run import PAGE, PAGES, TaskRun


@pytest.fixture
def read():
    asked = []

    def page(numbers):
        asked.append(list(numbers))
        return [Task(str(number)) for number in numbers]

    page.asked = asked
    return page


def test_counting_reads_nothing_and_looking_reads_one_page(read):
    run = TaskRun(range(10_000), read)
    assert len(run) == 10_000
    assert read.asked == []
    assert [task.id for task in run[:4]] == ["0", "1", "2", "3"]
    assert [len(page) for page in read.asked] == [PAGE]


def test_it_is_a_sequence_like_any_other(read):
    run = TaskRun([5, 3, 8], read)
    assert [task.id for task in run] == ["5", "3", "8"]
    assert run[-1].id == "8"
    with pytest.raises(IndexError):
        run[3]
    with pytest.raises(IndexError):
        TaskRun([], read)[0]


def test_only_the_pages_last_looked_at_are_held(read):
    run = TaskRun(range(PAGE * (PAGES + 2)), read)
    assert len(list(run)) == len(run)
    assert len(run._pages) == PAGES


def test_a_task_that_is_gone_stands_as_an_empty_one():
    run = TaskRun([1, 2], lambda numbers: [Task("1")])
    assert [task.id for task in run] == ["1", ""]
