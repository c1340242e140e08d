"""“6 rõ”: what is missing is named."""

from __future__ import annotations

import pytest

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.task import Task
from r57desk.ui.clarity import missing_clarities


def missing(**values):
    return [name for name, lacks in missing_clarities(Task("x", **values)) if lacks]


def test_an_empty_task_lacks_all_six(qapp):
    assert len(missing()) == 6


@pytest.mark.parametrize(
    ("field", "name"),
    [("title", "rõ việc"), ("lead", "rõ người"), ("leader", "rõ trách nhiệm"), ("deliverable", "rõ sản phẩm"),
     ("authority", "rõ thẩm quyền")],
)  # fmt: skip
def test_each_field_answers_one(qapp, field, name):
    assert name not in missing(**{field: "x"})
    assert len(missing(**{field: "x"})) == 5


@pytest.mark.parametrize(
    ("text", "clear"), [("6/2025", True), ("Thường xuyên", True), ("hằng quý", True), ("-", False)]
)
def test_a_standing_task_has_a_time(qapp, text, clear):
    assert ("rõ thời gian" not in missing(deadline=parse_deadline(text))) == clear
