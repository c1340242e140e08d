"""A task as a screen reader says it."""

from __future__ import annotations

from decimal import Decimal

from r57desk.domain.task import Task
from r57desk.ui.spoken import spoken_task
from r57desk.ui.state_words import State


def test_a_task_is_said_in_one_breath():
    task = Task("x", stt="92", title="Nâng cao\nchất lượng", progress="dang_thuc_hien", percent=Decimal(65))
    late = State("Quá hạn 86 ngày", "triangle-alert", "late", "qua_han")
    assert spoken_task(task, late, "vi") == "92, Nâng cao chất lượng, quá hạn 86 ngày, đang thực hiện 65%"


def test_what_is_missing_is_not_said():
    assert spoken_task(Task("x", title="Đề án"), State("", "", "calm", ""), "vi") == "Đề án, chưa thực hiện"
