"""The columns of our own task workbook, as data. Widths are characters; A4 landscape holds about 210 of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.workbook.marks import DELETE_FIELD, ID_FIELD

Show = Literal["always", "if_used", "never"]


@dataclass(frozen=True, slots=True)
class TaskColumn:
    """One column: the field it holds (or the row id), its width, and when it is shown."""

    code: str
    width: float
    show: Show = "always"
    centred: bool = False


# To add a column: one line here. Fields kept local (owner L) never leave the register.
TASK_COLUMNS: tuple[TaskColumn, ...] = (
    TaskColumn("stt", 5, centred=True),
    TaskColumn(ID_FIELD, 20, "never"),  # between number and title, so that Excel's sort moves it with the row
    TaskColumn("title", 42),
    TaskColumn("lead", 17),
    TaskColumn("coop", 17),
    TaskColumn("deliverable", 16),
    TaskColumn("deadline_text", 12, centred=True),
    TaskColumn("source_doc", 16, "if_used"),
    TaskColumn("code", 10, "if_used"),
    TaskColumn("authority", 14, "if_used"),
    TaskColumn("progress", 13, centred=True),
    TaskColumn("percent", 8, centred=True),
    TaskColumn("done_date", 12, centred=True),
    TaskColumn("result_now", 28),
    TaskColumn("obstacles", 17),
    TaskColumn("proposals", 17),
    TaskColumn("evidence", 13),
    TaskColumn("officer", 14, "if_used"),
    TaskColumn("leader", 14, "if_used"),
    TaskColumn("note", 13),
    TaskColumn("group_no", 8, "never"),  # what the group rows say, kept with each row
    TaskColumn("category", 24, "never"),
)

DELETE_COLUMN = TaskColumn(DELETE_FIELD, 7, centred=True)
"""The last column of a packet: x asks to delete the task."""

_OWN_LABELS = {ID_FIELD: ("Mã dòng (không sửa)", "Row ID (do not edit)"), DELETE_FIELD: ("Xoá?", "Delete?")}


def label_of(column: TaskColumn, language: Language) -> str:
    """The header of a column."""
    vietnamese = language == "vi"
    if column.code in _OWN_LABELS:
        return _OWN_LABELS[column.code][0 if vietnamese else 1]
    field = BY_CODE[column.code]
    return field.label_vi if vietnamese else field.label_en


def is_filled_in_by_executors(column: TaskColumn) -> bool:
    """Whether the office that does the task fills this column in."""
    return column.code == DELETE_FIELD or (column.code != ID_FIELD and BY_CODE[column.code].owner == "E")


def find_shown(tasks: Sequence[Task]) -> frozenset[str]:
    """The columns to show for these tasks. One source document for all stands in the heading, not in a column."""
    shown = set()
    for column in TASK_COLUMNS:
        if column.show == "always":
            shown.add(column.code)
        elif column.show == "if_used":
            values = {getattr(task, column.code) for task in tasks}
            if values - {""} and (column.code != "source_doc" or len(values) > 1):
                shown.add(column.code)
    return frozenset(shown)
