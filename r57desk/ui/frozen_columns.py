"""TT and title, kept in sight while the rest of the table scrolls sideways: a second view over the left edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from r57desk.ui.columns import COLUMNS, FROZEN
from r57desk.ui.table_header import TaskHeader


class FrozenColumns(QTableView):
    """Covers the left edge of `owner` once that has scrolled sideways; mouse and keyboard stay with the owner."""

    def __init__(self, owner: QTableView) -> None:
        super().__init__(owner)
        self._owner = owner
        self._ready = False
        self.header = TaskHeader(self)
        self.setHorizontalHeader(self.header)
        self.header.setSectionsMovable(False)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setModel(owner.model())
        self.setSelectionModel(owner.selectionModel())
        self.setItemDelegate(owner.itemDelegate())
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        sideways, down = owner.horizontalScrollBar(), owner.verticalScrollBar()
        down.valueChanged.connect(self.verticalScrollBar().setValue)
        sideways.valueChanged.connect(self.place)
        sideways.rangeChanged.connect(self.place)
        self.hide()

    def shown_width(self) -> int:
        """How much of the owner's left edge is covered now."""
        return 0 if self.isHidden() else self.width()

    def place(self, *_: int) -> None:
        """Show or hide, and follow the owner's widths."""
        owner = self._owner
        if owner.horizontalScrollBar().value() <= 0:
            self.hide()
            return
        self._order()
        self._copy_heights()
        width = 0
        for code in FROZEN:
            logical = COLUMNS.index(code)
            self.setColumnWidth(logical, owner.columnWidth(logical))
            width += owner.columnWidth(logical)
        self.setGeometry(0, 0, width, owner.viewport().height() + owner.horizontalHeader().height())
        self.show()
        self.raise_()
        self.verticalScrollBar().setValue(owner.verticalScrollBar().value())

    def _copy_heights(self) -> None:
        """The owner's row heights, but only for the rows in sight and near: all others stay at the default."""
        theirs, own = self._owner.verticalHeader(), self.verticalHeader()
        own.restoreState(theirs.saveState())

    def _order(self) -> None:
        """Once: only the frozen columns, in their order."""
        if self._ready:
            return
        self._ready = True
        for logical, code in enumerate(COLUMNS):
            self.setColumnHidden(logical, code not in FROZEN)
        for place, code in enumerate(FROZEN):
            self.header.moveSection(self.header.visualIndex(COLUMNS.index(code)), place)

    def covers(self, spot: QPoint) -> bool:
        """Whether a point of the owner's viewport is under the frozen columns."""
        return spot.x() < self.shown_width()

    def keeps(self, index: QModelIndex) -> bool:
        """Whether a cell is seen here rather than in the owner."""
        return self.shown_width() > 0 and COLUMNS[index.column()] in FROZEN
