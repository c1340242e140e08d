"""How a state is shown: word first, icon second, colour third. One table for every screen.

Words come from domain.status; here are the icon and the colour of each.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from r57desk.domain import status
from r57desk.domain.task import Task
from r57desk.errors import Language


class State(NamedTuple):
    """The shown state of a task against its deadline: word, icon name (may be empty), colour token."""

    word: str
    icon: str
    token: str
    code: str


# timeliness code: (icon, token) while open
_OPEN = {
    "qua_han": ("triangle-alert", "late"),
    "sap_den_han": ("clock", "soon"),
}
# timeliness code: (icon, token) once done
_DONE = {
    "qua_han": ("check", "dlate"),
    "dung_han": ("check", "good"),
    "truoc_han": ("check", "good"),
}


def state_of(task: Task, as_of: date, language: Language, warn_days: int = status.WARN_DAYS) -> State:
    """The state word of a task on `as_of`, with its icon and colour; calm states have neither icon nor colour."""
    code = status.timeliness(task.progress, task.done_date, task.deadline, as_of, warn_days)
    table = _DONE if task.progress == "hoan_thanh" else _OPEN
    icon, token = table.get(code, ("", "calm"))
    return State(status.timeliness_word(task, as_of, language, warn_days), icon, token, code)
