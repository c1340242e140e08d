"""How results are written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from r57desk.cli import output
from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.task import Task

AS_OF = date(2025, 9, 24)


def test_a_task_object_has_every_field():
    made = output.task_object(Task("ROW", title="Việc"), AS_OF, 7)
    assert {field.code for field in TASK_FIELDS} < made.keys()
    assert {"id", "deadline", "timeliness"} < made.keys()


@pytest.mark.parametrize(("percent", "shown"), [(None, None), ("65", 65), ("65.5", 65.5), ("100", 100)])
def test_whole_percentages_are_integers(percent, shown):
    task = Task("ROW", title="Việc", percent=Decimal(percent) if percent else None)
    made = output.task_object(task, AS_OF, 7)["percent"]
    assert made == shown
    assert type(made) is type(shown)


def test_long_titles_are_cut_in_lists_only(capsys):
    output.print_tasks([Task("ROWROWROW", stt="7", title="Xây dựng " * 20)], AS_OF, 7, "vi")
    line, count = capsys.readouterr().out.splitlines()
    assert "…" in line
    assert line.startswith("ROWROWRO")
    assert count == "1 nhiệm vụ, tính đến 24/09/2025"


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("progress", "hoan_thanh", "Hoàn thành"),
        ("progress", None, "Chưa thực hiện"),
        ("percent", "65.5", "65,5%"),
        ("lead", None, "(trống)"),
        ("result_now", "một\nhai", "một hai"),
        ("#exists", "0", "xoá nhiệm vụ"),
        ("#exists", "1", "giữ nhiệm vụ"),
        ("#executors", "01.SYT", "01.SYT"),
    ],
)
def test_values_are_shown_as_people_write_them(code, value, shown):
    assert output.show_value(code, value, "vi") == shown
