"""Where the user was in the table, kept while the rows are asked for again: chosen rows, current cell, scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelection, QItemSelectionModel

if TYPE_CHECKING:
    from r57desk.ui.task_table import TaskGrid

_MOST = 2000  # chosen rows that are found again; more would cost a search each


class KeptPlace(NamedTuple):
    """Register numbers, which outlive a new order, instead of table rows, which do not."""

    numbers: tuple[int, ...] = ()
    current: int = -1
    column: int = 0
    scrolled: int = 0

    @classmethod
    def of(cls, grid: TaskGrid) -> KeptPlace:
        """The place in `grid` now."""
        numbers: list[int] = []
        for first, last in grid.selected_spans():
            room = _MOST - len(numbers)
            numbers += [grid.tasks.number_at(row) for row in range(first, min(last + 1, first + room))]
        index = grid.currentIndex()
        current = grid.tasks.number_at(index.row()) if index.isValid() else -1
        return cls(tuple(numbers), current, max(index.column(), 0), grid.verticalScrollBar().value())

    def restore(self, grid: TaskGrid) -> None:
        """Go back there; rows that are gone stay gone."""
        grid.verticalScrollBar().setValue(self.scrolled)
        row = grid.tasks.row_of_number(self.current) if self.current >= 0 else -1
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            grid.selectionModel().setCurrentIndex(grid.tasks.index(row, self.column), flag)
        selection = QItemSelection()
        for number in self.numbers:
            place = grid.tasks.row_of_number(number) if number >= 0 else -1
            if place >= 0:
                index = grid.tasks.index(place, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        grid.selectionModel().select(selection, flags)
