"""One column of the board as a Qt model: the numbers of its tasks in order, and the pages last looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from r57desk.domain.task import Task
from r57desk.ui.dragging import ROWS_MIME, pack_rows
from r57desk.ui.state_words import State

Index = QModelIndex | QPersistentModelIndex
TASK_ROLE = Qt.ItemDataRole.UserRole + 1
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
MOVING_ROLE = Qt.ItemDataRole.UserRole + 3
PAGE, PAGES = 100, 20
_NOWHERE = QModelIndex()

ReadPage = Callable[["array[int]"], list[Task]]


class ColumnModel(QAbstractListModel):
    """The cards of one progress. Holds 8 bytes a card and at most 20 pages of 100 tasks."""

    def __init__(
        self,
        read_page: ReadPage,
        state_of: Callable[[Task], State],
        describe: Callable[[Task], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._read_page, self._state_of, self._describe = read_page, state_of, describe
        self._numbers: array[int] = array("q")
        self._pages: OrderedDict[int, list[Task]] = OrderedDict()
        self._moving: frozenset[str] = frozenset()

    def set_numbers(self, numbers: array[int]) -> None:
        """Show these tasks; the same ones in the same order are only painted again."""
        if numbers == self._numbers:
            self._pages.clear()
            if len(numbers):
                self.dataChanged.emit(self.index(0), self.index(len(numbers) - 1))
            return
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self.endResetModel()

    def set_moving(self, row_ids: Iterable[str]) -> None:
        """Show these cards as dashed places: they are on their way to another column."""
        self._moving = frozenset(row_ids)
        if len(self._numbers):
            self.dataChanged.emit(self.index(0), self.index(len(self._numbers) - 1), [MOVING_ROLE])

    def task(self, index: Index) -> Task | None:
        """The task of a card."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        number, inside = divmod(index.row(), PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._read_page(self._numbers[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[inside] if inside < len(page) else None

    def index_of_number(self, number: int) -> QModelIndex:
        """The card of a register number; invalid when it is not in this column."""
        try:
            return self.index(self._numbers.index(number))
        except ValueError:
            return _NOWHERE

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ROLES:
            return None
        task = self.task(index)
        if task is None:
            return None
        if role == TASK_ROLE:
            return task
        if role == STATE_ROLE:
            return self._state_of(task)
        if role == MOVING_ROLE:
            return task.id in self._moving
        return self._describe(task) if role == Qt.ItemDataRole.AccessibleTextRole else task.title

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [ROWS_MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        tasks = (self.task(index) for index in indexes)
        return pack_rows(task.id for task in tasks if task is not None)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


_ROLES = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        TASK_ROLE,
        STATE_ROLE,
        MOVING_ROLE,
    )
)
