"""Paints the task table: two-line titles, the deadline with its state word, progress with its mark, group rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from r57desk.domain.task import Task
from r57desk.ui.columns import COLUMNS
from r57desk.ui.group_rows import Group
from r57desk.ui.icons import paint_icon
from r57desk.ui.marks import MARK, paint_mark
from r57desk.ui.painting import TAG_HEIGHT, paint_focus, paint_line, paint_lines, paint_state, paint_tag, tag_width
from r57desk.ui.shown_values import shown_date, shown_percent, shown_progress, shown_reading, shown_value
from r57desk.ui.state_words import State
from r57desk.ui.task_table_model import TaskTableModel
from r57desk.ui.theme import BASE, SECOND, font, line_height, px, tokens

if TYPE_CHECKING:
    from r57desk.ui.task_table import TaskGrid

Index = QModelIndex | QPersistentModelIndex
_MAIN = ("stt", "title", "deadline_text", "progress", "timeliness")
_TAG_GAP = 6


class TaskDelegate(QStyledItemDelegate):
    """One delegate for the whole table; it reads tasks from the model, never from item data."""

    def __init__(self, grid: TaskGrid, model: TaskTableModel) -> None:
        super().__init__(grid)
        self._grid, self._model = grid, model
        self.compact = False
        self._cells: dict[str, Callable[[QPainter, QRect, Task], None]] = {
            "stt": self._paint_number,
            "title": self._paint_title,
            "deadline_text": self._paint_deadline,
            "timeliness": self._paint_timeliness,
            "progress": self._paint_progress,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(60), self._grid.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        group = self._model.group_at(index.row())
        if group is not None:
            self._paint_group(painter, rect, group, index.row())
        else:
            task = self._model.task_at(index.row())
            if task is not None:
                self._paint_task(painter, rect, option, index, task)
        painter.restore()

    # -- task rows ------------------------------------------------------------------------------------

    def _paint_task(
        self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index, task: Task
    ) -> None:
        theme, code = tokens(), COLUMNS[index.column()]
        selected = self._grid.selectionModel().isSelected(index)
        ground = "select" if selected else "hover" if self._grid.hovered_row == index.row() else "surface"
        differs = code in task.conflicts or (code == "deadline_text" and "deadline" in task.conflicts)
        painter.fillRect(rect, theme["pick_bg" if differs and not selected else ground])
        if selected and code == "stt":
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme["accent"])
        painter.setPen(theme["line"])
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        inside = rect.adjusted(8, 0, -8, -1)
        if differs and code not in _MAIN:
            self._paint_differing(painter, inside, shown_value(task, code, self._grid.language()))
        else:
            paint = self._cells.get(code)
            if paint is not None:
                paint(painter, inside, task)
            else:
                text = shown_value(task, code, self._grid.language())
                paint_lines(painter, inside, text, "text2", most=1 if self.compact else 2)
        if self._grid.shows_focus(index):
            paint_focus(painter, rect.adjusted(0, 0, 0, -1))

    def _paint_number(self, painter: QPainter, rect: QRect, task: Task) -> None:
        painter.setFont(font())
        painter.setPen(tokens()["text"])
        painter.drawText(rect.adjusted(-6, 0, 6, 0), Qt.AlignmentFlag.AlignCenter, task.stt)

    def _paint_title(self, painter: QPainter, rect: QRect, task: Task) -> None:
        tags = self._tags(task)
        taken = sum(tag_width(*tag[:2]) + _TAG_GAP for tag in tags)
        lines = paint_lines(painter, rect, task.title, most=1 if self.compact else 2, last_short=taken)
        if not tags:
            return
        height, right = px(TAG_HEIGHT), rect.right() + 1
        middle = rect.top() + rect.height() // 2
        top = middle + (line_height() - height) // 2 if lines > 1 else middle - height // 2
        for word, icon, ink in reversed(tags):
            width = tag_width(word, icon)
            paint_tag(painter, QRect(right - width, top, width, height), word, icon, ink)
            right -= width + _TAG_GAP

    def _tags(self, task: Task) -> list[tuple[str, str, str]]:
        """What the row must say beside its title: a waiting request; a difference in a column not shown."""
        tags = []
        if task.requests:
            tags.append((self.tr("Đề nghị"), "message-square-reply", "ask"))
        if set(task.conflicts) - self._grid.columns.shown or "title" in task.conflicts:
            tags.append((self.tr("Khác nhau"), "scale", "pick"))
        return tags

    def _paint_differing(self, painter: QPainter, rect: QRect, text: str) -> None:
        if self.compact:
            paint_line(painter, rect.adjusted(px(14) + 4, 0, 0, 0), text, "pick", font())
            side = px(14)
            paint_icon(painter, "scale", QRect(rect.left(), rect.center().y() - side // 2, side, side), "pick")
            return
        first, second = self._halves(rect)
        paint_line(painter, first, text, "text2", font())
        paint_state(painter, second, self.tr("Khác nhau"), "scale", "pick")

    def _halves(self, rect: QRect) -> tuple[QRect, QRect]:
        height = line_height()
        top = rect.top() + (rect.height() - 2 * height) // 2
        first = QRect(rect.left(), top, rect.width(), height)
        return first, first.translated(0, height)

    def _paint_deadline(self, painter: QPainter, rect: QRect, task: Task) -> None:
        reading = shown_reading(task, self._grid.language())
        state = self._model.state(task)
        differs = "deadline_text" in task.conflicts
        if "timeliness" in self._grid.columns.shown and not differs:
            paint_lines(painter, rect, reading, most=1 if self.compact else 2)
        elif self.compact:
            self._paint_compact_deadline(painter, rect, reading, state)
        elif state.word in ("", reading) and not differs:  # “Thường xuyên” under “Thường xuyên” says nothing
            paint_line(painter, rect, reading, "text", font())
        elif not reading and not differs:
            paint_state(painter, rect, state.word, state.icon, state.token)
        else:
            first, second = self._halves(rect)
            paint_line(painter, first, reading, "text", font())
            self._paint_state(painter, second, state, differs=differs)

    def _paint_compact_deadline(self, painter: QPainter, rect: QRect, reading: str, state: State) -> None:
        if state.icon or not reading:
            paint_state(painter, rect, state.word, state.icon, state.token)
        else:
            paint_line(painter, rect, reading, "text", font())

    def _paint_state(self, painter: QPainter, rect: QRect, state: State, *, differs: bool) -> None:
        if differs:
            paint_state(painter, rect, self.tr("Khác nhau"), "scale", "pick")
        else:
            paint_state(painter, rect, state.word, state.icon, state.token)

    def _paint_timeliness(self, painter: QPainter, rect: QRect, task: Task) -> None:
        state = self._model.state(task)
        paint_state(painter, rect, state.word, state.icon, state.token)

    def _paint_progress(self, painter: QPainter, rect: QRect, task: Task) -> None:
        language = self._grid.language()
        word = shown_progress(task.progress, language)
        under = shown_date(task.done_date) if task.progress == "hoan_thanh" else ""
        under = under or shown_percent(task.percent, language)
        differs = bool({"progress", "percent"} & set(task.conflicts))
        indent = px(MARK) + 4
        if self.compact:
            first = rect
        else:
            first, second = self._halves(rect) if under or differs else (rect, QRect())
        paint_mark(painter, task.progress, first.left(), first.top() + (first.height() - px(MARK)) / 2, px(MARK))
        words = first.adjusted(indent, 0, 0, 0)
        paint_line(painter, words, word, "text", font())
        if self.compact:
            used = QFontMetrics(font()).horizontalAdvance(word) + 4
            if used + QFontMetrics(font(SECOND)).horizontalAdvance(under) <= words.width():
                paint_line(painter, words.adjusted(used, 0, 0, 0), under, "text2", font(SECOND))
        elif differs:
            paint_state(painter, second, self.tr("Khác nhau"), "scale", "pick")
        elif under:
            paint_line(painter, second.adjusted(indent, 0, 0, 0), under, "text2", font(SECOND))

    # -- group rows -----------------------------------------------------------------------------------

    def _paint_group(self, painter: QPainter, cell: QRect, group: Group, row: int) -> None:
        """The whole heading, of which each cell shows its own part; it stays put when the table scrolls sideways."""
        theme = tokens()
        width = self._grid.banner_width()
        rect = QRect(0, cell.top(), width, cell.height())
        painter.fillRect(cell, theme["band"])
        painter.setPen(theme["line"])
        painter.drawLine(cell.left(), cell.bottom(), cell.right(), cell.bottom())
        folded = group.key in self._model.folded()
        side = px(14)
        chevron = QRect(px(8), rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, "chevron-right" if folded else "chevron-down", chevron, "text2")
        line = rect.adjusted(0, 0, 0, -1)
        bold = font(BASE, bold=True)
        paint_line(painter, line.adjusted(px(28), 0, 0, 0), group.number, "text", bold)
        right = self._paint_figures(painter, line.adjusted(0, 0, -10, 0), group)
        start = px(60) if group.number else px(28)
        words = group.heading or self.tr("Không có nhóm")
        area = QRect(start, line.top(), right - start - 10, line.height())
        paint_line(painter, area, words, "text", font() if folded else bold)
        if self._grid.shows_focus_row(row):
            paint_focus(painter, rect.adjusted(0, 0, 0, -1))

    def _paint_figures(self, painter: QPainter, line: QRect, group: Group) -> int:
        """“03/NQ-CP · 28 nhiệm vụ · 2 quá hạn” at the right end; answers where it begins."""
        face, right = font(SECOND), line.right()
        parts = [
            (text, ink) for text, ink in zip(self._model.group_parts(group), ("text2", "late"), strict=True) if text
        ]
        for place in range(len(parts) - 1, -1, -1):
            text, ink = parts[place]
            for piece, token in ((text, ink), (" · ", "text2")) if place else ((text, ink),):
                width = QFontMetrics(face).horizontalAdvance(piece)
                paint_line(painter, QRect(right - width, line.top(), width + 2, line.height()), piece, token, face)
                right -= width
        return right
