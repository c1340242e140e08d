"""The deadlines of a task as they came about: the one in force, those asked for, and what the document itself says.

Whose words they are is read from the history: a wording is the document's only if it came with the task in its file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from r57desk.domain.deadline import Deadline, format_day, parse_deadline
from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.services.history import HistoryEntry
from r57desk.ui.deadline_line import DeadlineEvent
from r57desk.ui.history_list import EXISTS, shown_time
from r57desk.ui.import_words import value_words
from r57desk.ui.shown_values import shown_reading

FIELD = "deadline_text"


def document_wording(history: Sequence[HistoryEntry]) -> str | None:
    """The deadline as the file that brought the task has it, however it was changed later; None if none brought it."""
    made = {entry.edit_id for entry in history if entry.field == EXISTS and entry.new}
    wordings = [
        entry.new or "" for entry in history if entry.field == FIELD and entry.source and entry.edit_id in made
    ]
    return wordings[-1] if wordings else None


def find_events(
    task: Task, history: Sequence[HistoryEntry], office_name: Callable[[str], str], language: Language
) -> list[DeadlineEvent]:
    """The deadline in force first, then those asked for, then the document's own where another is in force."""
    written = [entry for entry in history if entry.field == FIELD]
    document = document_wording(history)
    in_force = next(
        (entry for entry in written[::-1] if entry.state == "live" and entry.new == task.deadline_text), None
    )
    by_document = _document_says(task, document) if document else ""
    events = [DeadlineEvent("", QCoreApplication.translate("deadline", "Chưa chốt hạn"), "")]
    if task.deadline_text:
        said = by_document if task.deadline_text == document else _who(in_force, office_name)
        standing = QCoreApplication.translate("deadline", "đang áp dụng")
        told = _tell(said, task.deadline_text, task.deadline)
        if task.deadline.precision in ("unknown", "event"):
            told += QCoreApplication.translate("deadline", ": chưa thành ngày cụ thể")
        events = [DeadlineEvent(shown_reading(task, language), standing, told)]
    for entry in written:
        if entry.state == "request" and entry.new:
            standing = QCoreApplication.translate("deadline", "đề nghị, chờ trả lời")
            reading = value_words(FIELD, entry.new, language)
            events.append(DeadlineEvent(reading, standing, _who(entry, office_name), "asked"))
    if document and document != task.deadline_text:
        standing = QCoreApplication.translate("deadline", "theo văn bản")
        told = _tell(by_document, document, parse_deadline(document))
        events.append(DeadlineEvent(value_words(FIELD, document, language), standing, told, "past"))
    return events


def _document_says(task: Task, wording: str) -> str:
    words = QCoreApplication.translate("deadline", "{document} ghi")
    return words.format(document=task.source_doc or QCoreApplication.translate("deadline", "Văn bản giao việc"))


def _who(entry: HistoryEntry | None, office_name: Callable[[str], str]) -> str:
    """Whose words these are: an office and when, with the file they came in."""
    if entry is None:
        return ""
    words = QCoreApplication.translate("deadline", "{office} ghi lúc {when}")
    said = words.format(office=office_name(entry.office), when=shown_time(entry.when))
    return f"{said} ({entry.source})" if entry.source else said


def _tell(said: str, text: str, deadline: Deadline) -> str:
    """Who says it, in which words, and which day that means."""
    told = f"{said} “{text}”".strip()
    if deadline.due is None:
        return told
    return told + QCoreApplication.translate("deadline", ": hết ngày {day}").format(day=format_day(deadline.due))
