"""“6 rõ”: what a task must say to be clear; each answer is one line of the table below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from r57desk.domain.task import Task

_UNFIXED = ("none", "unknown")
_TESTS: tuple[tuple[str, Callable[[Task], bool]], ...] = (
    (str(QT_TRANSLATE_NOOP("clarity", "rõ việc")), lambda task: bool(task.title)),
    (str(QT_TRANSLATE_NOOP("clarity", "rõ người")), lambda task: bool(task.lead)),
    (str(QT_TRANSLATE_NOOP("clarity", "rõ trách nhiệm")), lambda task: bool(task.leader)),
    (str(QT_TRANSLATE_NOOP("clarity", "rõ thời gian")), lambda task: task.deadline.precision not in _UNFIXED),
    (str(QT_TRANSLATE_NOOP("clarity", "rõ sản phẩm")), lambda task: bool(task.deliverable)),
    (str(QT_TRANSLATE_NOOP("clarity", "rõ thẩm quyền")), lambda task: bool(task.authority)),
)


def missing_clarities(task: Task) -> list[tuple[str, bool]]:
    """The six names in order, each with whether the task lacks it."""
    return [(QCoreApplication.translate("clarity", name), not clear(task)) for name, clear in _TESTS]
