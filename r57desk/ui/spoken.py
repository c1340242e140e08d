"""A task in one breath, for screen readers: "92, title, quá hạn 86 ngày, đang thực hiện 65%"."""

from __future__ import annotations

from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.ui.shown_values import shown_value
from r57desk.ui.state_words import State


def spoken_task(task: Task, state: State, language: Language) -> str:
    """Number, title, state against the deadline, progress and percent."""
    progress = shown_value(task, "progress", language).lower()
    parts = (task.stt, " ".join(task.title.split()), state.word.lower(), progress)
    return ", ".join(part for part in parts if part)
