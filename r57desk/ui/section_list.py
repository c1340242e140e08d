"""A narrow list of tasks under headings: number and two lines of title. For the side list, a day, an agenda."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from r57desk.domain.task import Task
from r57desk.ui.painting import paint_focus, paint_line, paint_state
from r57desk.ui.shown_values import grouped
from r57desk.ui.state_words import State
from r57desk.ui.theme import BASE, SECOND, font, line_height, px, scroll_bar_sheet, tokens
from r57desk.ui.two_lines import paint_numbered

Index = QModelIndex | QPersistentModelIndex
TASK_ROLE, HEADING_ROLE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_ROLES = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        TASK_ROLE,
    )
)
_NOWHERE = QModelIndex()
_PAD = 12
_WIDE, _LEAD, _STATE = 600, 200, 150


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a section; `count` is of its tasks."""

    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its tasks; an empty title has no heading."""

    title: str
    tasks: Sequence[Task]


class SectionModel(QAbstractListModel):
    """Headings and tasks one under another. A task is asked of its section only when its line is looked at."""

    def __init__(self, describe: Callable[[Task], str]) -> None:
        super().__init__()
        self._describe = describe
        self._sections: list[Section] = []
        self._starts: list[int] = []  # the line each section begins on
        self._count = 0

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show these; sections without tasks are left out."""
        self.beginResetModel()
        self._sections = [section for section in sections if section.tasks]
        self._starts, self._count = [], 0
        for section in self._sections:
            self._starts.append(self._count)
            self._count += bool(section.title) + len(section.tasks)
        self.endResetModel()

    def _place(self, row: int) -> tuple[Section, int]:
        """The section of a line, and the place of its task in it; -1 for the heading."""
        number = bisect_right(self._starts, row) - 1
        section = self._sections[number]
        return section, row - self._starts[number] - bool(section.title)

    def is_heading(self, index: Index) -> bool:
        """Whether a heading stands at an index."""
        return index.isValid() and self._place(index.row())[1] < 0

    def line(self, index: Index) -> Heading | Task | None:
        """What stands at an index."""
        if not index.isValid():
            return None
        section, place = self._place(index.row())
        return Heading(section.title, len(section.tasks)) if place < 0 else section.tasks[place]

    def first_task(self) -> QModelIndex:
        """The first line that is a task; invalid without one."""
        return self.index(int(bool(self._sections[0].title))) if self._sections else _NOWHERE

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == HEADING_ROLE:
            return self.is_heading(index)
        if role not in _ROLES:
            return None
        line = self.line(index)
        if isinstance(line, Heading):
            words = {Qt.ItemDataRole.DisplayRole: line.title}
            words[Qt.ItemDataRole.AccessibleTextRole] = f"{line.title}: {line.count}"
            return words.get(Qt.ItemDataRole(role))
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == TASK_ROLE:
            return line
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.is_heading(index):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


class SectionDelegate(QStyledItemDelegate):
    """Paints headings and tasks; with `state_of` the state word stands under the title."""

    def __init__(self, state_of: Callable[[Task], State] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state_of = state_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(HEADING_ROLE):
            return QSize(0, line_height(BASE) + 9)
        under = self._state_of is not None and not self._is_wide(option.widget)
        return QSize(0, 2 * line_height(BASE) + 11 + (line_height(SECOND) if under else 0))

    def _is_wide(self, widget: QWidget | None) -> bool:
        """Whether lead and state stand beside the title instead of under it."""
        return widget is not None and widget.width() >= px(_WIDE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        task = index.data(TASK_ROLE)
        if task is None:
            self._paint_heading(painter, area, index)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, tokens()["select" if chosen else "hover" if hovered else "surface"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        inside = area.adjusted(_PAD, 5, -_PAD + 3, -6)
        if self._state_of is not None and self._is_wide(option.widget):
            self._paint_beside(painter, inside, task, self._state_of(task))
            inside.setRight(inside.right() - px(_LEAD) - px(_STATE))
        height = 2 * line_height(BASE)
        paint_numbered(painter, QRect(inside.left(), inside.top(), inside.width(), height), task.stt, task.title)
        if self._state_of is not None and not self._is_wide(option.widget):
            state = self._state_of(task)
            spot = QRect(inside.left(), inside.top() + height, inside.width(), line_height(SECOND))
            paint_state(painter, spot, state.word, state.icon, state.token)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area.adjusted(0, 0, -1, -1))

    def _paint_beside(self, painter: QPainter, area: QRect, task: Task, state: State) -> None:
        """Lead and state at the right end of a wide line."""
        line = line_height(BASE)
        right = QRect(area.right() - px(_STATE) + 12, area.top(), px(_STATE) - 12, line)
        paint_state(painter, right, state.word, state.icon, state.token)
        lead = QRect(right.left() - px(_LEAD), area.top(), px(_LEAD) - 12, line)
        paint_line(painter, lead, " ".join(task.lead.split()), "text2", font(SECOND))

    def _paint_heading(self, painter: QPainter, area: QRect, index: Index) -> None:
        heading = index.model().line(index)  # type: ignore[attr-defined]
        painter.fillRect(area, tokens()["window"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        inside = area.adjusted(_PAD, 0, -2, -1)
        face = font(BASE, bold=True)
        count = grouped(heading.count)
        room = inside.adjusted(0, 0, -QFontMetrics(font(BASE)).horizontalAdvance(count) - 8, 0)
        paint_line(painter, room, heading.title, "text", face)
        used = min(room.width(), QFontMetrics(face).horizontalAdvance(heading.title)) + 4
        paint_line(painter, inside.adjusted(used, 0, 0, 0), count, "text2", font(BASE))


class SectionList(QListView):
    """The list. `task_opened` when a task is clicked twice or Enter is pressed on it."""

    task_opened = Signal(str)
    task_chosen = Signal(str)

    def __init__(
        self,
        describe: Callable[[Task], str],
        state_of: Callable[[Task], State] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sections = SectionModel(describe)
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(state_of, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)  # lines are lower where the list is wide
        self.setLayoutMode(QListView.LayoutMode.Batched)  # thousands of lines are measured as time allows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def current_task(self) -> Task | None:
        """The task the keyboard is on."""
        found = self.currentIndex().data(TASK_ROLE)
        return found if isinstance(found, Task) else None

    def select_first(self) -> None:
        """Put the keyboard on the first task."""
        self.setCurrentIndex(self.sections.first_task())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        task = index.data(TASK_ROLE)
        if isinstance(task, Task):
            self.task_opened.emit(task.id)

    def _on_current_changed(self, index: QModelIndex) -> None:
        task = index.data(TASK_ROLE)
        if isinstance(task, Task):
            self.task_chosen.emit(task.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        task = self.current_task()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and task is not None:
            self.task_opened.emit(task.id)
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        self._pass_heading(before)

    def _pass_heading(self, before: QModelIndex) -> None:
        """Keys that ended on a heading go on to the task behind it, or stay where they were."""
        now = self.currentIndex()
        if not self.sections.is_heading(now):
            return
        behind = self.sections.index(now.row() + (1 if now.row() > before.row() else -1))
        self.setCurrentIndex(
            behind if behind.isValid() else before if before.isValid() else self.sections.first_task()
        )
