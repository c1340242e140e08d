"""Which columns of the table are shown, how wide and in which order; TT and title stay at the left."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from r57desk.ui.columns import COLUMNS, FROZEN

_SHORTEST = 36  # logical pixels a column can be dragged down to


class ColumnLayout(QObject):
    """Lays the columns of a table out; tells apart what the user drags from what is laid out."""

    dragged = Signal(str, int)  # a column, to another width
    moved = Signal()  # columns changed places
    changed = Signal()  # anything above, or a new layout

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._busy = False
        self.shown: frozenset[str] = frozenset()
        header = table.horizontalHeader()
        header.sectionResized.connect(self._on_section_resized)
        header.sectionMoved.connect(self._on_section_moved)

    def show(self, widths: dict[str, int]) -> None:
        """Show exactly these columns at these widths; their order is that of `place`."""
        self._busy = True
        self.shown = frozenset(widths)
        for logical, code in enumerate(COLUMNS):
            self._table.setColumnHidden(logical, code not in widths)
            if code in widths:
                self._table.setColumnWidth(logical, widths[code])
        self._busy = False
        self.changed.emit()

    def place(self, order: list[str]) -> None:
        """Put the named columns first, in this order; the rest keep theirs."""
        self._busy = True
        header = self._table.horizontalHeader()
        for place, code in enumerate(order):
            header.moveSection(header.visualIndex(COLUMNS.index(code)), place)
        self._busy = False

    def in_order(self) -> list[str]:
        """The columns on screen from left to right."""
        header = self._table.horizontalHeader()
        logicals = (header.logicalIndex(place) for place in range(header.count()))
        return [COLUMNS[logical] for logical in logicals if not self._table.isColumnHidden(logical)]

    def _on_section_resized(self, logical: int, old: int, new: int) -> None:
        if not self._busy and old and new:
            self.dragged.emit(COLUMNS[logical], max(new, _SHORTEST))
            self.changed.emit()

    def _on_section_moved(self, logical: int, old: int, new: int) -> None:
        if self._busy:
            return
        if min(old, new) < len(FROZEN):
            self._busy = True
            self._table.horizontalHeader().moveSection(new, old)
            self._busy = False
        else:
            self.moved.emit()
