"""A small window over the calendar that lists tasks in full: everything of one day, or of one strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r57desk.domain.task import Task
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Bar, label
from r57desk.ui.section_list import Section, SectionList
from r57desk.ui.state_words import State
from r57desk.ui.theme import line_height, px

_WIDTH, _TALLEST = 340, 420


class DayList(QWidget):
    """The list in a popup; Enter opens a task, Esc or a click elsewhere closes it."""

    task_opened = Signal(str)

    def __init__(
        self,
        title: str,
        tasks: Sequence[Task],
        state_of: Callable[[Task], State],
        spoken: Callable[[Task], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        head = Bar("band", "bottom")
        self.head = label(title, bold=True)
        inside = QVBoxLayout(head)
        inside.setContentsMargins(12, 6, 12, 7)
        inside.addWidget(self.head)
        self.list = SectionList(spoken, state_of)
        self.list.sections.set_sections([Section("", tasks)])
        self.list.setAccessibleName(title)
        self.list.task_opened.connect(self._on_task_opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list)
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(len(tasks), 8)))
        self.setFixedSize(QSize(px(_WIDTH), min(px(_TALLEST), rows + line_height() + 15)))

    def show_at(self, spot: QPoint) -> None:
        """Open near a point of the screen, all of it visible, the keyboard on the first task."""
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(spot.x(), screen.right() + 1 - self.width()))
        top = max(screen.top(), min(spot.y(), screen.bottom() + 1 - self.height()))
        self.setGeometry(left, top, self.width(), self.height())
        self.show()
        self.list.setFocus()
        self.list.select_first()

    def _on_task_opened(self, row_id: str) -> None:
        self.close()
        self.task_opened.emit(row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self.rect(), "surface", "edge", radius=0)
