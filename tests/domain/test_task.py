"""A task without anything entered."""

from __future__ import annotations

import dataclasses

import pytest

from r57desk.domain.deadline import Deadline
from r57desk.domain.status import DEFAULT_PROGRESS
from r57desk.domain.task import Task


def test_an_empty_task_is_not_started_and_has_no_deadline() -> None:
    task = Task("x")
    assert task.progress == DEFAULT_PROGRESS
    assert task.deadline == Deadline()
    assert task.percent is None
    assert task.done_date is None
    assert not task.sample


def test_a_task_is_a_value() -> None:
    task = Task("x", title="a")
    assert task == Task("x", title="a")
    assert hash(task) == hash(Task("x", title="a"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        task.title = "b"  # type: ignore[misc]
