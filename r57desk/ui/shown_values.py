"""How a stored value is shown: dates dd/MM/yyyy, 65%, the reading of a deadline, the word of a progress code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QLocale

from r57desk.domain import status
from r57desk.domain.deadline import Deadline, format_reading
from r57desk.domain.task import Task
from r57desk.domain.text import fold, one_line
from r57desk.errors import Language

# a recurrence that says no more than how often: folded words, English; any other is shown as written
_RECURRENCES: dict[str, str] = {
    "moi ngay": "Every day",
    "moi tuan": "Every week",
    "moi thang": "Every month",
    "moi quy": "Every quarter",
    "moi nam": "Every year",
    "dinh ky": "Recurring",
    "dinh ky moi thang": "Every month",
    "dinh ky moi quy": "Every quarter",
    "dinh ky moi nam": "Every year",
}


def shown_date(day: date | None) -> str:
    """dd/MM/yyyy, empty for no date."""
    return f"{day:%d/%m/%Y}" if day else ""


def shown_percent(percent: Decimal | None, language: Language) -> str:
    """65%, 65,5% (65.5% in English), empty when unknown."""
    if percent is None:
        return ""
    text = f"{percent.normalize():f}%"
    return text if language == "en" else text.replace(".", ",")


def shown_progress(code: str, language: Language) -> str:
    """Đang thực hiện, In progress."""
    return status.label(code, language)


def shown_reading(task: Task, language: Language) -> str:
    """The reading of the deadline, with a capital; what was written when it could not be read."""
    return in_words(task.deadline, language) or task.deadline_text


def in_words(deadline: Deadline, language: Language) -> str:
    """A reading as it stands by itself in a column: "Trước 15/07/2025"; a plain recurrence also in English."""
    reading = format_reading(deadline, language)
    if deadline.precision in ("unknown", "event"):
        return reading
    if deadline.precision == "recurring" and language == "en":
        reading = _RECURRENCES.get(fold(one_line(deadline.text)).replace("hang ", "moi "), reading)
    return reading[:1].upper() + reading[1:]


def shown_value(task: Task, code: str, language: Language) -> str:
    """A field of a task in words, on as many lines as it has."""
    if code == "deadline_text":
        return shown_reading(task, language)
    if code == "progress":
        return " ".join(
            filter(None, (shown_progress(task.progress, language), shown_percent(task.percent, language)))
        )
    value = getattr(task, code)
    if isinstance(value, date):
        return shown_date(value)
    if isinstance(value, Decimal):
        return shown_percent(value, language)
    return str(value or "")


def shown_canonical(code: str, value: str | None, language: Language) -> str:
    """A value as it is kept in an edit (canonical text), for the history: `hoan_thanh` → Hoàn thành."""
    if not value:
        return ""
    if code == "progress":
        return status.label(value, language)
    if code == "done_date":
        return shown_date(date.fromisoformat(value))
    if code == "percent":
        return shown_percent(Decimal(value), language)
    return value


def grouped(number: int) -> str:
    """A count with its thousands parted as the language of the window does: 6.200."""
    return QLocale().toString(number)


def counted(words: str, count: int) -> str:
    """Words into which Qt wrote a figure, its thousands parted."""
    return words.replace(str(count), grouped(count), 1)
