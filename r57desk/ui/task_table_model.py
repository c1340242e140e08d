"""The task table's Qt model: an array of row numbers in order, and the tasks of the pages last looked at.

Sorting and filtering happen in the register; this holds 8 bytes a row plus at most 20 pages of 200 tasks.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from r57desk.domain.fields import BY_CODE
from r57desk.domain.task import Task
from r57desk.services.changes import Changes
from r57desk.ui.columns import COLUMNS, column_name
from r57desk.ui.group_rows import Group, GroupRows
from r57desk.ui.session import Session
from r57desk.ui.shown_values import shown_value
from r57desk.ui.state_words import State, state_of

PAGE, PAGES = 64, 64
TaskRole = Qt.ItemDataRole.UserRole + 1  # Task, or None on a group row
GroupRole = Qt.ItemDataRole.UserRole + 2  # Group, or None on a task row
FoldedRole = Qt.ItemDataRole.UserRole + 3  # bool, group rows
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_TASK_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TaskTableModel(QAbstractTableModel):
    """Rows of the session's query in the session's order, headings between them in the default order."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers: array[int] = array("q")
        self._pages: OrderedDict[int, list[Task]] = OrderedDict()
        self._rows = GroupRows((), 0, frozenset())
        self._folded: frozenset[tuple[str, str, str]] = frozenset()
        session.changed.connect(self._on_session_changed)
        for signal in (session.query_changed, session.as_of_changed, session.sort_changed):
            signal.connect(self.reload)
        self.reload()

    # -- contents -------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask the register again for every row."""
        found, groups = self._ask()
        self.beginResetModel()
        self._take(found, groups)
        self.endResetModel()

    def _ask(self) -> tuple[array[int], tuple[Group, ...]]:
        session = self._session
        found = session.desk.tasks.find_ids(session.query, session.sort, session.as_of)
        groups, start = [], 0
        for run in found.groups:
            groups.append(Group(run.group_no, run.category, run.source_doc, start, run.count, run.late))
            start += run.count
        return found.ids, tuple(groups)

    def _take(self, numbers: array[int], groups: tuple[Group, ...]) -> None:
        self._numbers = numbers
        self._pages.clear()
        self._rows = GroupRows(groups, len(numbers), self._folded)

    def _on_session_changed(self, changes: Changes) -> None:
        """Repaint in place when the same rows stand in the same order, else ask the views to start over."""
        found, groups = self._ask()
        same_groups = [group.key for group in groups] == [group.key for group in self._rows.groups]
        if changes.everything or found != self._numbers or not same_groups:
            self.beginResetModel()
            self._take(found, groups)
            self.endResetModel()
            return
        self._take(found, groups)
        if self._rows.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows.rows - 1, len(COLUMNS) - 1))

    def task_at(self, row: int) -> Task | None:
        """The task of a table row; None for a heading or a row that is not there."""
        position = self._rows.position(row)
        if position < 0:
            return None
        number, inside = divmod(position, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(number)
        else:
            self._pages.move_to_end(number)
        return page[inside] if inside < len(page) else None

    def _read_page(self, number: int) -> list[Task]:
        wanted = self._numbers[number * PAGE : (number + 1) * PAGE]
        page = list(self._session.desk.tasks.get_page(wanted))
        self._pages[number] = page
        if len(self._pages) > PAGES:
            self._pages.popitem(last=False)
        return page

    def group_at(self, row: int) -> Group | None:
        """The group headed by this row, or None for a task."""
        return self._rows.group_at(row)

    def group_of(self, row: int) -> Group | None:
        """The group a row belongs to."""
        return self._rows.group_of(row)

    def heading_rows(self) -> list[int]:
        """The rows that are headings."""
        return self._rows.heading_rows()

    def number_at(self, row: int) -> int:
        """The register's number of a table row; -1 for a heading."""
        position = self._rows.position(row)
        return self._numbers[position] if position >= 0 else -1

    def row_of_number(self, number: int) -> int:
        """The table row of a register number; -1 when filtered out or folded away."""
        try:
            return self._rows.row(self._numbers.index(number))
        except ValueError:
            return -1

    def tasks_in(self, first: int, last: int) -> Iterable[Task]:
        """The tasks of the table rows first..last, headings left out."""
        for row in range(first, last + 1):
            task = self.task_at(row)
            if task is not None:
                yield task

    def task_count(self) -> int:
        """How many tasks are listed, folded ones too."""
        return len(self._numbers)

    def count_tasks(self, first: int, last: int) -> int:
        """How many of the table rows first..last are tasks."""
        tops = self._rows.heading_rows()
        return last - first + 1 - sum(first <= top <= last for top in tops)

    # -- folding --------------------------------------------------------------------------------------

    def folded(self) -> frozenset[tuple[str, str, str]]:
        """The keys of the folded groups."""
        return self._folded

    def set_folded(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Fold exactly these groups."""
        wanted = frozenset(keys)
        if wanted == self._folded:
            return
        self.beginResetModel()
        self._folded = wanted
        self._rows = GroupRows(self._rows.groups, len(self._numbers), wanted)
        self.endResetModel()

    def fold_all(self) -> None:
        """Fold every group."""
        self.set_folded(group.key for group in self._rows.groups)

    def fold(self, group: Group, folded: bool) -> None:
        """Fold or unfold one group."""
        self.set_folded(self._folded | {group.key} if folded else self._folded - {group.key})

    def reveal(self, number: int) -> int:
        """The row of a register number, unfolding its group first; -1 when it is filtered out."""
        try:
            position = self._numbers.index(number)
        except ValueError:
            return -1
        for group in self._rows.groups:
            if group.start <= position < group.start + group.count and group.key in self._folded:
                self.fold(group, False)
        return self._rows.row(position)

    # -- Qt -------------------------------------------------------------------------------------------

    def state(self, task: Task) -> State:
        """The state word of a task on the session's date."""
        session = self._session
        return state_of(task, session.as_of, session.language, session.warn_days)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._rows.rows

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_name(COLUMNS[section], self._session.language)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group = self._rows.group_at(index.row())
        if group is not None:
            return self._group_data(group, index.column(), role)
        task = self.task_at(index.row())
        if task is None:
            return None
        if role == TaskRole:
            return task
        code = COLUMNS[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.cell_text(task, code)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell_text(task, code) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(task) if index.column() == 0 else self.cell_text(task, code)
        return None

    def cell_text(self, task: Task, code: str) -> str:
        """What a cell says in plain words, for copying, tooltips and screen readers."""
        if code == "timeliness":
            return self.state(task).word
        return shown_value(task, code, self._session.language)

    def _spoken(self, task: Task) -> str:
        progress = shown_value(task, "progress", self._session.language)
        return ", ".join(part for part in (task.stt, task.title, self.state(task).word, progress) if part)

    def _group_data(self, group: Group, column: int, role: int) -> Any:
        if role == GroupRole:
            return group
        if role == FoldedRole:
            return group.key in self._folded
        if column == 0 and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            folded = self.tr("đang gập") if group.key in self._folded else self.tr("đang mở")
            return f"{group.number} {group.heading}, {self.group_figures(group)}, {folded}"
        return None

    def group_figures(self, group: Group) -> str:
        """“28 nhiệm vụ · 2 quá hạn” as one text."""
        return " · ".join(part for part in self.group_parts(group) if part)

    def group_parts(self, group: Group) -> tuple[str, str]:
        """The count of a group, and its overdue ones (empty when there are none)."""
        late = self.tr("{n} quá hạn").format(n=group.late) if group.late else ""
        return self.tr("%Ln nhiệm vụ", "", group.count), late

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows.group_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return _TASK_FLAGS


def field_of(column: int) -> str:
    """The field code of a model column, empty for a derived one."""
    code = COLUMNS[column]
    return code if code in BY_CODE else ""
