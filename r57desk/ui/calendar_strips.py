"""The strips above the month: what is late, and what is due in the month, the quarter or the year as a whole.

Such deadlines name no day, so they never stand on one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from r57desk.domain.task import Task
from r57desk.ui.item_look import item_look, paint_item_text
from r57desk.ui.painting import paint_box, paint_focus
from r57desk.ui.parts import Bar, Link, label
from r57desk.ui.short_titles import item_title
from r57desk.ui.state_words import State
from r57desk.ui.theme import SECOND, font, line_height, px

STRIPS = ("late", "month", "quarter", "year")
STRIP_HEIGHT, SHOWN = 28, 4
_LABEL_WIDTH, _MORE_WIDTH = (142, 122), (92, 78)


class ItemButton(QAbstractButton):
    """One task of a strip: its short title on the ground of its state. Opens with Enter or a double click."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(SECOND))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.task: Task | None = None
        self._look = ("calm_bg", "text", "")
        self.clicked.connect(self.opened)

    def show_task(self, task: Task, state: State, spoken: str) -> None:
        """Show this task; `spoken` is its full name for a screen reader."""
        self.task = task
        self._look = item_look(task, state)
        self.setText(item_title(task))
        self.setToolTip(task.title)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(20))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one opening, not two."""

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink, icon = self._look
        if ground or self.underMouse():
            paint_box(painter, self.rect(), ground, ink if self.underMouse() else "", radius=3)
        if self.hasFocus():
            paint_focus(painter, self.rect(), 3)
        inside = self.rect().adjusted(6, (self.height() - line_height(SECOND)) // 2, -6, 0)
        paint_item_text(painter, inside, (self.text(),), 1, ink, icon)


class Strip(Bar):
    """One line: what it holds, its first four tasks, and how many more there are."""

    task_opened = Signal(str)
    all_asked = Signal()

    def __init__(self, ink: str) -> None:
        super().__init__("surface", "bottom")
        self.name = label("", ink, bold=True)
        self.items = [ItemButton() for _ in range(SHOWN)]
        self.nothing = label(self.tr("Không có việc"), "text3", SECOND)
        self.more = Link("")
        self.more.clicked.connect(self.all_asked)
        self._room = QWidget()
        end = QHBoxLayout(self._room)
        end.setContentsMargins(0, 0, 6, 0)
        end.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addWidget(self.nothing)
        for item in self.items:
            row.addWidget(item, 1)
            item.opened.connect(self._on_item_opened)
        row.addWidget(self._room)
        self.setFixedHeight(px(STRIP_HEIGHT))
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the measures of a window under 1200 px, or of a wide one."""
        margin = 10 if narrow else 16
        self.name.setFixedWidth(px(_LABEL_WIDTH[narrow]) - margin)
        self._room.setFixedWidth(px(_MORE_WIDTH[narrow]))
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 0, 0, 1)

    def set_name(self, name: str) -> None:
        """The words at the left: the month, quarter or year shown."""
        self.name.setText(name)
        self.setAccessibleName(name)

    def set_tasks(
        self, tasks: Sequence[Task], state_of: Callable[[Task], State], spoken: Callable[[Task], str]
    ) -> None:
        """Show the first four and count the others."""
        for place, item in enumerate(self.items):
            policy = item.sizePolicy()
            policy.setRetainSizeWhenHidden(bool(tasks))
            item.setSizePolicy(policy)
            item.setVisible(place < len(tasks))
            if place < len(tasks):
                task = tasks[place]
                item.show_task(task, state_of(task), spoken(task))
        hidden = len(tasks) - SHOWN
        self.nothing.setVisible(not tasks)
        self.more.setVisible(hidden > 0)
        if hidden > 0:
            self.more.setText(self.tr("+%n việc", "", hidden))
            self.more.setAccessibleName(f"{self.name.text()}: {self.more.text()}")

    def _on_item_opened(self) -> None:
        item = self.sender()
        if isinstance(item, ItemButton) and item.task is not None:
            self.task_opened.emit(item.task.id)


class Strips(QWidget):
    """The four strips, always in the same order."""

    task_opened = Signal(str)
    all_asked = Signal(str)  # the strip's code

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strips: dict[str, Strip] = {}
        for code in STRIPS:
            strip = Strip("late" if code == "late" else "text")
            strip.task_opened.connect(self.task_opened)
            strip.all_asked.connect(lambda code=code: self.all_asked.emit(code))
            self.strips[code] = strip
            column.addWidget(strip)
