"""A request as a card: what is asked, by whom and in which cell, the value now and the value asked for, and the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from r57desk.domain.task import Task
from r57desk.ui.notices import icon_label
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Button, Link, OneLine, Rule, Tag, label
from r57desk.ui.review_words import (
    asked_lines,
    asked_title,
    field_words,
    is_extension,
    outcome_words,
    shown_words,
    task_number,
)
from r57desk.ui.session import Session
from r57desk.ui.state_words import state_of
from r57desk.ui.theme import PANEL_TITLE, SECOND, px

if TYPE_CHECKING:
    from r57desk.services.deciding import Asked

_PAD, _APART, _VALUES = 12, 24, 236
_SHORT = 40  # letters of a value that stands beside the other, not under it


class RequestCard(QWidget):
    """`accepted`, `refused` (also to take back one of our own), `put_off`: what was pressed; `task_asked`: its number."""

    accepted = Signal()
    refused = Signal()
    put_off = Signal()
    task_asked = Signal()

    def __init__(self, session: Session, asked: Asked) -> None:
        super().__init__()
        self._session, self.asked = session, asked
        self.buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._build_head())
        column.addWidget(Rule())
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._body.setContentsMargins(_PAD, 10, _PAD, 12)
        self._values_column, self._reasons_column = self._build_values(), self._build_reasons()
        self._body.addLayout(self._values_column)
        self._body.addLayout(self._reasons_column, 1)
        self.fit(0)
        column.addLayout(self._body)
        self.setAccessibleName(", ".join((asked_title(asked, session.language), asked.title)))

    def fit(self, width: int) -> None:
        """Short values stand beside who asks and the answers where a card so wide has room for both."""
        needed = self._values_column.minimumSize().width() + _APART + self._reasons_column.minimumSize().width()
        beside = self._is_short() and needed + 2 * _PAD <= width
        towards = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(towards)
        self._body.setSpacing(_APART if beside else 6)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(Tag(asked_title(self.asked, self._session.language), "message-square-reply", "ask"))
        link = Link(task_number(self.asked.stt))
        link.clicked.connect(self.task_asked)
        row.addWidget(link)
        title = OneLine("text2")
        title.setText(" ".join(self.asked.title.split()))
        row.addWidget(title, 1)
        if self.asked.outcome != "waiting" or self.asked.ours:
            word, icon, ink = outcome_words(self.asked)
            row.addWidget(Tag(word, icon, ink if ink in ("good", "dlate") else "calm"))
        return row

    # -- what is asked ---------------------------------------------------------------------------

    def _values(self) -> tuple[str, str]:
        """The value in force and the one asked for; the first is empty when what was asked for is in force."""
        asked, language = self.asked, self._session.language
        now, wanted = (shown_words(asked.field, value, language) for value in (asked.now, asked.value))
        return ("" if asked.outcome == "accepted" and asked.now == asked.value else now), wanted

    def _is_short(self) -> bool:
        """Whether the values stand beside one another, and who asks beside them."""
        now, wanted = self._values()
        return max(len(now), len(wanted)) <= _SHORT and "\n" not in now + wanted

    def _build_values(self) -> QVBoxLayout:
        asked, language = self.asked, self._session.language
        now, wanted = self._values()
        column = QVBoxLayout()
        column.setSpacing(4)
        words = self.tr("{field}: đang áp dụng và đề nghị") if now else self.tr("{field}: đã áp dụng như đề nghị")
        column.addWidget(label(words.format(field=field_words(asked.field, language)), "text2", SECOND))
        column.addLayout(self._build_pair(now, wanted))
        column.addStrut(px(_VALUES) if self._is_short() else 0)  # the second columns of cards stand level
        task = self._session.find_task(asked.row_id)
        if is_extension(asked) and task is not None:
            column.addLayout(self._build_state(task))
        column.addStretch(1)
        return column

    def _build_reasons(self) -> QVBoxLayout:
        """Why, who asks and in which file; the answer, given or to be given."""
        asked = self.asked
        column = QVBoxLayout()
        column.setSpacing(4)
        for line in (*self._reasons(self._session.find_task(asked.row_id)), *asked_lines(asked)):
            column.addWidget(label(line, "text2", SECOND, wrap=True))
        if asked.outcome == "refused" and asked.reason:
            words = self.tr("Không chấp thuận: {reason}").format(reason=asked.reason)
            column.addWidget(label(words, "dlate", wrap=True))
        if asked.outcome == "waiting" and not self._session.read_only:
            column.addSpacing(6)
            column.addLayout(self._build_answers())
        column.addStretch(1)
        return column

    def _build_pair(self, now: str, wanted: str) -> QVBoxLayout | QHBoxLayout:
        short = self._is_short()
        pair = QHBoxLayout() if short else QVBoxLayout()
        pair.setSpacing(8 if short else 4)
        role = PANEL_TITLE if short else (13, 18)
        if now:
            pair.addWidget(label(now, "text" if short else "text2", role, bold=short, wrap=not short))
            pair.addWidget(icon_label("arrow-right" if short else "arrow-down", "text2"))
        pair.addWidget(label(wanted, "ask" if now else "text", role, bold=True, wrap=not short))
        if short:
            pair.addStretch(1)
        return pair

    def _build_state(self, task: Task) -> QHBoxLayout:
        """How the task stands against the deadline in force."""
        state = state_of(task, self._session.as_of, self._session.language, self._session.warn_days)
        row = QHBoxLayout()
        row.setSpacing(4)
        if state.icon:
            row.addWidget(icon_label(state.icon, state.token, 14))
        row.addWidget(label(state.word, state.token, SECOND))
        row.addStretch(1)
        return row

    def _reasons(self, task: Task | None) -> list[str]:
        """The note on the task, in which offices write why they ask."""
        if task is None or not task.note.strip() or self.asked.outcome != "waiting":
            return []
        return [self.tr("Ghi chú của nhiệm vụ: “{note}”").format(note=" ".join(task.note.split()))]

    # -- the answer ------------------------------------------------------------------------------

    def _build_answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.asked.may_decide and not self.asked.ours:
            self._add(row, self.tr("Chấp thuận"), self.accepted)
            self._add(row, self.tr("Không chấp thuận, nêu lý do…"), self.refused)
            later = Link(self.tr("Để sau"), ink="text2")
            later.clicked.connect(self.put_off)
            row.addWidget(later)
        elif self.asked.ours:
            self._add(row, self.tr("Rút đề nghị"), self.refused)
        else:
            row.addWidget(label(self.tr("Do cơ quan khác trả lời."), "text2", SECOND))
        row.addStretch(1)
        return row

    def _add(self, row: QHBoxLayout, words: str, signal: object) -> None:
        made = Button(words)
        made.clicked.connect(signal)
        made.setAccessibleDescription(self.asked.title)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons.append(made)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "line")
