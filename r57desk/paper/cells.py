"""What a task's fields say on paper: words, never codes, icons or colours."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from r57desk.domain import status
from r57desk.domain.deadline import Deadline, format_day, format_reading
from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.domain.values import format_value
from r57desk.errors import Language
from r57desk.paper.labels import LABELS, label
from r57desk.paper.model import Stamp


def format_date(day: date | None) -> str:
    """dd/MM/yyyy, or nothing."""
    return format_day(day) if day else ""


def format_percent(percent: Decimal | None, language: Language) -> str:
    """`65%`, `65,5%` (a point in English), or nothing."""
    return format_value("percent", None if percent is None else f"{percent.normalize():f}", language)


def column_label(code: str, language: Language) -> str:
    """The heading of a printed column."""
    if code in LABELS:
        return label(code, language)
    field = BY_CODE[code]
    return field.label_vi if language == "vi" else field.label_en


def deadline_as_written(task: Task) -> str:
    """The text of the document and, where it does not name the day itself, the resolved day in brackets."""
    due = task.deadline.due
    if due is None or _names_day(task.deadline_text, due):
        return task.deadline_text
    return f"{task.deadline_text}\n({format_date(due)})"


def deadline_as_read(task: Task, language: Language) -> str:
    """How the deadline is understood, with what a person should check."""
    deadline = task.deadline
    reading = format_reading(deadline, language)
    if deadline.due and format_date(deadline.due) not in reading:
        reading = label("due_on", language, reading=reading, date=format_date(deadline.due))
    return reading + _doubts(deadline, language)


def progress(task: Task, language: Language, *, percent: bool = True, done: bool = True) -> str:
    """`Đang thực hiện, 60%`; a finished task gives its date instead of 100 %."""
    word = status.label(task.progress, language)
    if task.progress == status.DONE:
        added = format_date(task.done_date) if done else ""
    else:
        added = format_percent(task.percent, language) if percent else ""
    return f"{word}, {added}" if added else word


def timeliness(task: Task, stamp: Stamp, language: Language) -> str:
    """`Quá hạn 86 ngày`; a number stays on the line of its unit."""
    word = status.timeliness_word(task, stamp.as_of, language, stamp.warn_days)
    return re.sub(r"(?<=[0-9]) ", "\u00a0", word)


def issues(task: Task, language: Language) -> str:
    """Obstacles and proposals in one cell."""
    parts = (("obstacles_short", task.obstacles), ("proposals_short", task.proposals))
    return "\n".join(label(name, language, text=text) for name, text in parts if text)


def cell_maker(columns: tuple[str, ...], stamp: Stamp, language: Language) -> Callable[[Task], tuple[str, ...]]:
    """A function from a task to the texts of these columns; a value with a column of its own is not said twice."""
    makers: dict[str, Callable[[Task], str]] = {
        "deadline_text": deadline_as_written,
        "progress": lambda task: progress(
            task, language, percent="percent" not in columns, done="done_date" not in columns
        ),
        "percent": lambda task: format_percent(task.percent, language),
        "done_date": lambda task: format_date(task.done_date),
        "timeliness": lambda task: timeliness(task, stamp, language),
        "issues": lambda task: issues(task, language),
    }

    def plain(code: str) -> Callable[[Task], str]:
        return lambda task: str(getattr(task, code))

    chosen = [makers.get(code) or plain(code) for code in columns]
    return lambda task: tuple(make(task) for make in chosen)


def _names_day(text: str, due: date) -> bool:
    """True if the numbers of the day stand in the text in order, however they are padded or joined."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    return [due.day, due.month, due.year] in [numbers[i : i + 3] for i in range(len(numbers))]


def _doubts(deadline: Deadline, language: Language) -> str:
    """What was assumed in the reading."""
    words = [label(f"doubt_{doubt}", language) for doubt in deadline.doubts if f"doubt_{doubt}" in LABELS]
    return f" ({label('check_reading', language, list=', '.join(words))})" if words else ""
