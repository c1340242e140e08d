"""The deadlines of a task as a line in time: filled dot = in force, ring = asked for, small grey = past; each with its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from r57desk.ui.painting import paint_line
from r57desk.ui.theme import BASE, font, line_height, px, tokens

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class DeadlineEvent:
    """One deadline: its reading, its standing ("đang áp dụng"), and where it is written."""

    reading: str
    standing: str
    written: str
    kind: Literal["in_force", "asked", "past"] = "in_force"


class DeadlineLine(QWidget):
    """The events from the one in force downwards."""

    def __init__(self) -> None:
        super().__init__()
        self._events: list[DeadlineEvent] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(font())

    def set_events(self, events: list[DeadlineEvent]) -> None:
        """Show these deadlines."""
        self._events = events
        self.setAccessibleName("; ".join(f"{one.reading} {one.standing}. {one.written}" for one in events))
        self.updateGeometry()
        self.update()

    def _indent(self) -> int:
        return px(22)

    def _block(self, event: DeadlineEvent, width: int) -> tuple[int, int]:
        """The height of the words under the reading, and of the whole event."""
        room = QRect(0, 0, max(width - self._indent(), 20), 100_000)
        words = self.fontMetrics().boundingRect(room, _WRAP, event.written).height() if event.written else 0
        return words, line_height() + words + 6

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._block(event, width)[1] for event in self._events)

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(self.width() or px(340)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, one in enumerate(self._events):
            words, tall = self._block(one, self.width())
            self._paint_dot(painter, top, tall, one, last=place == len(self._events) - 1)
            self._paint_words(painter, top, words, one)
            top += tall

    def _paint_dot(self, painter: QPainter, top: int, tall: int, one: DeadlineEvent, *, last: bool) -> None:
        middle = QPointF(px(8) + 0.5, top + line_height() / 2)
        if not last:
            painter.setPen(QPen(tokens()["line"], 1))
            painter.drawLine(QPointF(middle.x(), middle.y()), QPointF(middle.x(), top + tall + line_height() / 2))
        asked, past = one.kind == "asked", one.kind == "past"
        painter.setPen(QPen(tokens()["ask"], 2) if asked else Qt.PenStyle.NoPen)
        painter.setBrush(tokens()["surface" if asked else "c_none" if past else "accent"])
        radius = px(3) if past else px(5)
        painter.drawEllipse(middle, radius, radius)

    def _paint_words(self, painter: QPainter, top: int, words: int, one: DeadlineEvent) -> None:
        left, ink = self._indent(), {"asked": "ask", "past": "text2"}.get(one.kind, "text")
        bold = font(BASE, bold=one.kind != "past")
        line = QRect(left, top, self.width() - left, line_height())
        paint_line(painter, line, one.reading, ink, bold)
        painter.setFont(bold)
        used = painter.fontMetrics().horizontalAdvance(one.reading) if one.reading else 0
        standing = f" · {one.standing}" if one.reading else one.standing
        paint_line(painter, line.adjusted(used, 0, 0, 0), standing, ink, font())
        if words:
            painter.setFont(font())
            painter.setPen(tokens()["text2"])
            painter.drawText(QRect(left, top + line_height(), self.width() - left, words), _WRAP, one.written)
