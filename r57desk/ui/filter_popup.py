"""The list under a filter chip: searchable, several choices at once, each with how many tasks it would show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from r57desk.domain.text import fold
from r57desk.ui.painting import paint_line
from r57desk.ui.parts import Field, Link, label
from r57desk.ui.popup import Popup
from r57desk.ui.theme import SECOND, font, line_height, px, scroll_bar_sheet, tokens
from r57desk.ui.toggles import paint_tick

if TYPE_CHECKING:
    from r57desk.services.tasks import Facet

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WIDTH, _ROWS = 320, 10


class _FacetModel(QAbstractListModel):
    def __init__(self, facets: Sequence[Facet], chosen: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._all = list(facets)
        self.shown = list(facets)
        self.chosen = set(chosen)

    def narrow(self, words: str) -> None:
        key = fold(words.strip())
        self.beginResetModel()
        self.shown = [facet for facet in self._all if key in fold(facet.label)]
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        facet = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return facet.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return facet.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{facet.label}, {facet.count}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if facet.value in self.chosen else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def toggle(self, row: int) -> None:
        self.chosen ^= {self.shown[row].value}
        self.dataChanged.emit(self.index(row), self.index(row))

    def clear(self) -> None:
        self.chosen.clear()
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))


class _FacetDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(100), max(px(28), line_height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        model = index.model()
        assert isinstance(model, _FacetModel)
        facet = model.shown[index.row()]
        state = option.state
        marked = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, tokens()["hover" if marked else "surface"])
        side = px(15)
        box = QRect(rect.left() + 10, rect.top() + (rect.height() - side) // 2, side, side)
        chosen = facet.value in model.chosen
        paint_tick(painter, box, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        count = rect.adjusted(0, 0, -12, 0)
        painter.setFont(font(SECOND))
        taken = painter.fontMetrics().horizontalAdvance(str(facet.count)) + 20
        words = QRect(box.right() + 9, rect.top(), rect.right() - box.right() - 9 - taken, rect.height())
        paint_line(painter, words, facet.label, "text", font())
        paint_line(painter, count, str(facet.count), "text2", font(SECOND), right=True)


class FilterPopup(Popup):
    """Emits `picked(values)` on every tick, so the screen behind answers at once. Esc or a click elsewhere closes."""

    picked = Signal(tuple)

    def __init__(self, title: str, facets: Sequence[Facet], chosen: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.model = _FacetModel(facets, chosen, self)
        self.search = Field(self.tr("Tìm trong danh sách"), "search")
        self.search.textChanged.connect(self.model.narrow)
        self.search.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_FacetDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.list.setAccessibleName(title)
        self.list.clicked.connect(lambda index: self._toggle(index.row()))
        self.list.installEventFilter(self)
        self._clear = Link(self.tr("Bỏ chọn"))
        self._clear.clicked.connect(self._on_clear_clicked)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 9, 1, 5)
        column.setSpacing(6)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(9, 0, 9, 0)
        foot.setContentsMargins(9, 0, 9, 0)
        top.addWidget(self.search)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(label(self.tr("Dấu cách: chọn"), "text3", SECOND))
        column.addLayout(top)
        column.addWidget(self.list)
        column.addLayout(foot)
        rows = min(max(self.model.rowCount(), 1), _ROWS)
        self.list.setFixedHeight(rows * max(px(28), line_height() + 8))
        self.setFixedWidth(px(_WIDTH))
        self._clear.setEnabled(bool(self.model.chosen))

    def open_under(self, owner: QWidget) -> None:
        """Show below a chip and take the keyboard."""
        super().open_under(owner)
        self.search.setFocus()

    def _toggle(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.model.toggle(row)
            self._tell()

    def _on_clear_clicked(self) -> None:
        self.model.clear()
        self._tell()

    def _tell(self) -> None:
        self._clear.setEnabled(bool(self.model.chosen))
        self.picked.emit(tuple(sorted(self.model.chosen)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))
            return True
        if watched is self.list and key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self.list.currentIndex().row())
            return True
        if watched is self.list and key == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
            self.search.setFocus()
            return True
        return False
