"""The views of the rail, as data: only what works is listed.

To add one: its line in VIEWS. The module is imported when the view is first opened.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from r57desk.ui.jobs import Jobs
    from r57desk.ui.session import Session


class View(NamedTuple):
    """One entry of the rail: its icon, its name, and the class that draws it, built with `(session, jobs)`.

    `chips` are the filters its bar offers, in order; a view without any shows no tasks, so it has neither that bar nor
    a date to judge by, and it says for itself when it is empty. `beside` stands after its name in the header.
    """

    key: str
    icon: str
    name: str
    module: str
    cls: str
    chips: tuple[str, ...]
    beside: str = ""

    def title(self) -> str:
        """The name in the language of the window."""
        return QCoreApplication.translate("views", self.name)

    def remark(self) -> str:
        """The words beside the name."""
        return QCoreApplication.translate("views", self.beside) if self.beside else ""

    def build(self, session: Session, jobs: Jobs) -> QWidget:
        """A new widget of this view."""
        made: QWidget = getattr(importlib.import_module(self.module), self.cls)(session, jobs)
        return made


VIEWS: tuple[View, ...] = (
    View(
        "tasks", "table-2", str(QT_TRANSLATE_NOOP("views", "Nhiệm vụ")), "r57desk.ui.task_view", "TaskView",
        ("source_doc", "lead", "progress", "timeliness", "category"),
    ),
    View(
        "board", "square-kanban", str(QT_TRANSLATE_NOOP("views", "Bảng việc")), "r57desk.ui.board_view", "BoardView",
        ("source_doc", "lead", "timeliness", "category"),
    ),
    View(
        "calendar", "calendar-days", str(QT_TRANSLATE_NOOP("views", "Lịch")), "r57desk.ui.calendar_view",
        "CalendarView", ("source_doc", "lead", "progress"),
    ),
    View(
        "exchange", "arrow-left-right", str(QT_TRANSLATE_NOOP("views", "Trao đổi")), "r57desk.ui.exchange_view",
        "ExchangeView", (), str(QT_TRANSLATE_NOOP("views", "qua tệp Excel")),
    ),
)  # fmt: skip
