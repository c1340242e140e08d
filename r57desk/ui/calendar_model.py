"""The month as a model: one row a week, Monday first, one `DayCell` a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from r57desk.domain.task import Task

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
DAYS = 7
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day as the grid shows it. `remark` names a public day off or a make-up working day."""

    day: date
    in_month: bool = True
    working: bool = True
    today: bool = False
    make_up: bool = False
    lunar: str = ""
    remark: str = ""
    tasks: Sequence[Task] = ()


def shown_days(year: int, month: int) -> list[date]:
    """The days of the grid: whole weeks from the Monday on or before the 1st, as many as the month needs."""
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    start = first - timedelta(days=first.weekday())
    weeks = -(-((after - start).days) // DAYS)
    return [start + timedelta(days=number) for number in range(weeks * DAYS)]


def step_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month `by` months later (or earlier when negative)."""
    number = year * 12 + month - 1 + by
    return number // 12, number % 12 + 1


class MonthModel(QAbstractTableModel):
    """Weeks × seven days. Words come from outside, so the model knows no language."""

    def __init__(self, describe: Callable[[DayCell], str], weekdays: Sequence[str]) -> None:
        super().__init__()
        self._describe, self._weekdays = describe, tuple(weekdays)
        self._cells: list[DayCell] = []
        self._places: dict[date, int] = {}

    def set_cells(self, cells: Sequence[DayCell]) -> None:
        """Show these days: whole weeks, in order."""
        self.beginResetModel()
        self._cells = list(cells)
        self._places = {cell.day: place for place, cell in enumerate(self._cells)}
        self.endResetModel()

    def set_tasks(self, days: Mapping[date, Sequence[Task]]) -> None:
        """Other tasks on the same days; the grid keeps its place."""
        for place, cell in enumerate(self._cells):
            tasks = tuple(days.get(cell.day, ()))
            self._cells[place] = DayCell(
                cell.day, cell.in_month, cell.working, cell.today, cell.make_up, cell.lunar, cell.remark, tasks
            )
        if self._cells:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, DAYS - 1))

    def cell(self, index: Index) -> DayCell | None:
        """The day at an index."""
        return self._cells[index.row() * DAYS + index.column()] if index.isValid() else None

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; invalid when it is not shown."""
        place = self._places.get(day)
        return _NOWHERE if place is None else self.index(place // DAYS, place % DAYS)

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells) // DAYS

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cell.day.day)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._describe(cell)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._weekdays[section]
        return str(self._cells[section * DAYS].day.isocalendar().week)
