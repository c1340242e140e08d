"""Paints one day of the month and knows where its items are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from r57desk.domain.task import Task
from r57desk.ui.calendar_model import DayCell
from r57desk.ui.icons import paint_icon
from r57desk.ui.item_look import ICON_GAP, item_look, paint_item_text
from r57desk.ui.painting import paint_box, paint_focus, paint_line
from r57desk.ui.short_titles import item_title
from r57desk.ui.state_words import State
from r57desk.ui.theme import BASE, SECOND, SMALL, font, line_height, px, tokens
from r57desk.ui.two_lines import break_after

if TYPE_CHECKING:
    from r57desk.ui.calendar_grid import MonthGrid

Index = QModelIndex | QPersistentModelIndex
StateOf = Callable[[Task], State]
LEAST_ROW = 66
MORE = -1  # the place of "+5 việc"
_GAP = 3
_NARROW = 60  # an item narrower than this shows the task's number


@dataclass(frozen=True, slots=True)
class ItemBox:
    """Where one item of a day is painted; `place` counts from 0, or is -1 for the line "+5 việc"."""

    rect: QRect
    place: int
    lines: int = 1
    hidden: int = 0


def fit_items(wanted: list[int], height: int, line: int, gap: int = _GAP) -> tuple[list[int], int]:
    """The lines each item gets within `height`, and how many items are left out; the later ones shrink first."""
    lines = list(wanted)

    def needed() -> int:
        return sum(lines) * line + max(0, len(lines) - 1) * gap

    for place in reversed(range(len(lines))):
        if needed() <= height:
            break
        lines[place] = 1
    hidden = 0
    while lines and needed() + (gap + line if hidden else 0) > height:
        lines.pop()
        hidden += 1
    return lines, hidden


class DayPainter(QStyledItemDelegate):
    """Paints one day and knows where its items are."""

    def __init__(self, grid: MonthGrid, state_of: StateOf) -> None:
        super().__init__(grid)
        self._grid, self._state_of = grid, state_of
        self._lines: dict[tuple[str, int], list[str]] = {}

    def forget(self) -> None:
        """Measure the titles anew: their text or the column width changed."""
        self._lines.clear()

    def boxes(self, cell: DayCell, area: QRect) -> list[ItemBox]:
        """The items of a day inside its cell, in order; the last may stand for those without room."""
        line = line_height(SECOND)
        top = area.top() + px(25) + (line if cell.remark else 0)
        left, width = area.left() + 4, area.width() - 9
        room = area.bottom() - 3 - top
        few = cell.tasks[: max(room // line, 0) + 1]  # one more than there is room for
        lines, hidden = fit_items([len(self._broken(task, width)) for task in few], room, line)
        hidden += len(cell.tasks) - len(few)
        made: list[ItemBox] = []
        for place, count in enumerate(lines):
            made.append(ItemBox(QRect(left, top, width, count * line), place, count))
            top += count * line + _GAP
        if hidden:
            made.append(ItemBox(QRect(left, top, width, line), MORE, 1, hidden))
        return made

    def _broken(self, task: Task, width: int) -> list[str]:
        """The one or two lines of an item; the first begins after its icon."""
        key = (task.id, width)
        if key not in self._lines:
            icon = px(14) + ICON_GAP if item_look(task, self._state_of(task))[2] else 0
            words = item_title(task)
            if width < px(_NARROW) and task.stt:
                words = task.stt  # half a word says less than the number
            self._lines[key] = break_after(words, font(SECOND), width - 12, icon)
        return self._lines[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = self._grid.month.cell(index)
        if cell is None:
            return
        area, grid = option.rect, self._grid
        off = not cell.working
        painter.fillRect(area, tokens()["window" if off else "surface"])
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), tokens()["line"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        self._paint_numbers(painter, cell, area)
        for box in self.boxes(cell, area):
            self._paint_item(painter, cell, box, current=grid.is_current_item(cell.day, box.place))
        if cell.today:
            paint_box(painter, area.adjusted(0, 0, -1, -1), "", "accent", width=2, radius=0)
        if grid.drop_day == cell.day or (grid.hasFocus() and grid.currentIndex() == index and grid.item < MORE):
            paint_focus(painter, area.adjusted(2, 2, -3, -3) if cell.today else area.adjusted(0, 0, -1, -1))

    def _paint_numbers(self, painter: QPainter, cell: DayCell, area: QRect) -> None:
        line = line_height(BASE)
        top = QRect(area.left() + 7, area.top() + px(4), area.width() - 14, line)
        strong = cell.in_month and (cell.working or bool(cell.remark))
        number = str(cell.day.day) if cell.in_month else f"{cell.day.day}/{cell.day.month}"
        face = font(BASE, bold=strong)
        if cell.today:
            width = QFontMetrics(face).horizontalAdvance(number) + 10
            badge = QRect(area.left() + 4, top.top(), width, line)
            paint_box(painter, badge, "accent", "", radius=3)
            paint_line(painter, badge.adjusted(5, 0, 0, 0), number, "onaccent", face)
        else:
            paint_line(painter, top, number, "text" if strong and cell.working else "text2", face)
        paint_line(painter, top, cell.lunar, "text3", font(SMALL), right=True)
        if cell.remark:
            self._paint_remark(
                painter, cell, QRect(top.left(), area.top() + px(24), top.width(), line_height(SECOND))
            )

    def _paint_remark(self, painter: QPainter, cell: DayCell, area: QRect) -> None:
        if not cell.make_up:
            side = px(14)
            spot = QRect(area.left(), area.center().y() - side // 2, side, side)
            paint_icon(painter, "calendar-off", spot, "text2")
            area = area.adjusted(side + 3, 0, 3, 0)
        paint_line(painter, area, cell.remark, "text2", font(SECOND))

    def _paint_item(self, painter: QPainter, cell: DayCell, box: ItemBox, *, current: bool) -> None:
        inner = box.rect.adjusted(6, 0, -6, 0)
        if box.place == MORE:
            words = self._grid.more_words(box.hidden)
            paint_line(painter, inner, words, "accent", font(SECOND))
        else:
            task = cell.tasks[box.place]
            ground, ink, icon = item_look(task, self._state_of(task))
            if ground:
                paint_box(painter, box.rect, ground, "", radius=3)
            paint_item_text(painter, inner, self._broken(task, box.rect.width()), box.lines, ink, icon)
        if current:
            paint_box(painter, box.rect, "", "accent", width=2, radius=3)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(62), px(LEAST_ROW))
