"""The import preview as a Qt model: lines with ticks. What is ticked is written, the rest of the file is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from r57desk.services.planning import ImportPlan
from r57desk.ui.import_lines import SHOWN_FIRST, WRITTEN, CellLine, GroupLine, Line, arrange, find_lines

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
TICK, NUMBER, TITLE, FIELD, OLD, NEW, WHERE = range(7)
COLUMNS = 7
_NOWHERE = QModelIndex()


class LineWords(Protocol):
    """Says the lines, so that the model knows no language."""

    def cell(self, line: Line, column: int) -> str:
        """The words of one cell."""
        ...

    def reason(self, line: CellLine) -> str:
        """Why a line is to be looked at; empty for the others."""
        ...

    def beside_old(self, line: CellLine) -> str:
        """A quiet word after the value in the register; empty for most."""
        ...


class PreviewModel(QAbstractTableModel):
    """Lines of a plan under headings."""

    ticks_changed = Signal()

    def __init__(self, headers: Sequence[str], words: LineWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers, self.words = tuple(headers), words
        self._found: dict[str, list[CellLine]] = {}
        self._lines: list[Line] = []
        self._ticked: set[tuple[str, str]] = set()

    # -- contents --------------------------------------------------------------------------------

    def set_plan(self, plan: ImportPlan, left_out: Set[tuple[str, str]] = frozenset()) -> None:
        """Show a plan; everything that can be written is ticked, but for what was left out before."""
        self.beginResetModel()
        self._found = find_lines(plan)
        self._ticked = {line.key for line in self._every()} - left_out
        self._lines = arrange(self._found, SHOWN_FIRST)
        self.endResetModel()
        self.ticks_changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._found, self._lines, self._ticked = {}, [], set()
        self.endResetModel()
        self.ticks_changed.emit()

    def show_states(self, states: Sequence[str]) -> None:
        """Show only lines of these states."""
        self.beginResetModel()
        self._lines = arrange(self._found, states)
        self.endResetModel()

    @property
    def found(self) -> Mapping[str, Sequence[CellLine]]:
        """All lines by state, shown or not."""
        return self._found

    def line(self, row: int) -> Line | None:
        """The line in a row of the table."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def group_rows(self) -> list[int]:
        """The rows that are headings."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, GroupLine)]

    # -- ticks -----------------------------------------------------------------------------------

    def is_ticked(self, line: CellLine) -> bool:
        """Whether a line will be written."""
        return bool(line.offices) or line.key in self._ticked

    def ticked_count(self) -> int:
        """How many lines will be written, those included that come with the packet."""
        return len(self._ticked) + sum(bool(line.offices) for lines in self._found.values() for line in lines)

    def _every(self) -> list[CellLine]:
        return [line for state in WRITTEN for line in self._found.get(state, ()) if line.tickable]

    def left_out(self) -> frozenset[tuple[str, str]]:
        """Row id and field ("" for a whole new row) of what could be written and is not ticked."""
        return frozenset({line.key for line in self._every()} - self._ticked)

    def can_tick(self) -> bool:
        """Whether any shown line can be written or left out."""
        return bool(self._tickable())

    def all_ticked(self) -> Qt.CheckState:
        """Whether all shown lines that can be written are ticked, some, or none."""
        states = {line.key in self._ticked for line in self._tickable()}
        if states == {True}:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if True in states else Qt.CheckState.Unchecked

    def tick_all(self, on: bool) -> None:
        """Tick every shown line that can be written, or none of them."""
        keys = {line.key for line in self._tickable()}
        self._ticked = self._ticked | keys if on else self._ticked - keys
        self._say_ticks_changed()

    def toggle(self, row: int) -> None:
        """Tick the line in a row, or untick it."""
        line = self.line(row)
        if isinstance(line, CellLine) and line.tickable:
            self._ticked ^= {line.key}
            self._say_ticks_changed()

    def _tickable(self) -> list[CellLine]:
        return [line for line in self._lines if isinstance(line, CellLine) and line.tickable]

    def _say_ticks_changed(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, COLUMNS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, TICK, TICK)
        self.ticks_changed.emit()

    # -- Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICK:
            if isinstance(line, CellLine) and line.state in WRITTEN:
                return Qt.CheckState.Checked if self.is_ticked(line) else Qt.CheckState.Unchecked
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if isinstance(line, GroupLine) and index.column() != TICK:
                return None
            return self.words.cell(line, index.column()) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index.row()) if index.isValid() else None
        if role != Qt.ItemDataRole.CheckStateRole or not isinstance(line, CellLine) or not line.tickable:
            return False
        if (Qt.CheckState(value) == Qt.CheckState.Checked) != self.is_ticked(line):
            self.toggle(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        if isinstance(line, GroupLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        tickable = index.column() == TICK and line.tickable
        return usual | Qt.ItemFlag.ItemIsUserCheckable if tickable else usual

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None
