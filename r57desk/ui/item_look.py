"""How a task looks in the calendar: ground, ink and icon of its state; finished ones lose their fill."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from r57desk.domain.task import Task
from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_line
from r57desk.ui.state_words import State
from r57desk.ui.theme import SECOND, font, line_height, px

ICON_GAP = 4


def item_look(task: Task, state: State) -> tuple[str, str, str]:
    """Tokens of ground ("" for none) and ink, and the icon's name ("" for none)."""
    if task.progress == "hoan_thanh":
        return "", "text2", "check"
    if state.icon:
        return f"{state.token}_bg", state.token, state.icon
    return "calm_bg", "text", ""


def paint_item_text(painter: QPainter, area: QRect, broken: Sequence[str], lines: int, ink: str, icon: str) -> None:
    """The lines of an item from the top of `area`; on one line the whole title is elided at the end."""
    line = line_height(SECOND)
    first = QRect(area.left(), area.top(), area.width(), line)
    if icon:
        side = px(14)
        paint_icon(painter, icon, QRect(first.left(), first.top() + (line - side + 1) // 2, side, side), ink)
        first.setLeft(first.left() + side + ICON_GAP)
    shown = broken if lines > 1 else (" ".join(broken),)
    paint_line(painter, first, shown[0], ink, font(SECOND))
    if len(shown) > 1:
        paint_line(painter, QRect(area.left(), area.top() + line, area.width(), line), shown[1], ink, font(SECOND))
