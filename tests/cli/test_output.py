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


@pytest.mark.parametrize("key", output.TEXTS)
def test_both_languages_ask_for_the_same_details(key):
    import string

    names = [{part[1] for part in string.Formatter().parse(text)} for text in output.TEXTS[key]]
    assert names[0] == names[1]
    assert all(output.TEXTS[key])
