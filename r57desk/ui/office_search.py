"""The search for an office: a field, and under it a list of what may be meant. Nothing rewrites what is typed.

The list never takes the keyboard, so Unikey and input methods see an ordinary text field; ↑ ↓ choose, Enter takes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from r57desk.domain.text import fold, one_line
from r57desk.ui.icons import paint_icon
from r57desk.ui.office_suggestions import Suggestion
from r57desk.ui.painting import paint_line
from r57desk.ui.parts import Field
from r57desk.ui.theme import BASE, SECOND, font, px, scroll_bar_sheet, tokens

Index = QModelIndex | QPersistentModelIndex
ROW, FIELD_HEIGHT, MOST_SHOWN = 34, 36, 9
_WAIT_MS = 150
SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class SuggestionModel(QAbstractListModel):
    """Suggestions, and a last line for an office that is not in the list (None)."""

    def __init__(self, other: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._other, self._found = other, ()  # type: tuple[str, tuple[Suggestion, ...]]

    def set_found(self, found: Sequence[Suggestion]) -> None:
        """Show these."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def suggestion(self, index: Index) -> Suggestion | None:
        """The suggestion of a line; None for the last."""
        return self._found[index.row()] if 0 <= index.row() < len(self._found) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.suggestion(index)
        if role == SUGGESTION_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name if found else self._other
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (found.name, found.place, found.code))) if found else self._other
        return None


def matched_parts(name: str, typed: str) -> list[tuple[str, bool]]:
    """The words of a name, each with whether a typed word begins it: these stand out in the list."""
    words = fold(one_line(typed)).replace("-", " ").split()
    return [(word, any(fold(word).strip(",.-").startswith(typed) for typed in words)) for word in name.split(" ")]


class _Delegate(QStyledItemDelegate):
    def __init__(self, typed: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._typed = typed

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(200), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, tokens()["select" if chosen else "hover" if hovered else "surface"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        found = index.data(SUGGESTION_ROLE)
        side = px(16)
        icon = QRect(area.left() + 10, area.top() + (area.height() - side) // 2, side, side)
        paint_icon(painter, "building-2" if found else "plus", icon, "text" if found else "accent")
        words = area.adjusted(10 + side + 8, 0, -10, -1)
        if found is None:
            paint_line(painter, words, str(index.data()), "accent", font(BASE))
            return
        paint_line(painter, words, found.place, "text3", font(SECOND), right=True)
        place = QFontMetrics(font(SECOND)).horizontalAdvance(found.place)
        name = found.name if found.code else f"{found.name} …"
        self._paint_name(painter, words.adjusted(0, 0, -place - 12, 0), name)

    def _paint_name(self, painter: QPainter, area: QRect, name: str) -> None:
        """Word by word: what was typed is bold and underlined."""
        left = area.left()
        for word, matched in matched_parts(name, self._typed()):
            face: QFont = font(BASE, bold=matched)
            face.setUnderline(matched)
            room = QRect(left, area.top(), area.right() - left, area.height())
            if room.width() <= 0:
                break
            paint_line(painter, room, word, "text", face)
            left += QFontMetrics(face).horizontalAdvance(word) + QFontMetrics(font(BASE)).horizontalAdvance(" ")


class OfficeSearch(QWidget):
    """`chosen(Suggestion)` when one is taken; `own_name_asked(str)` for an office that is not in the list."""

    chosen = Signal(object)
    own_name_asked = Signal(str)

    def __init__(
        self, find: Callable[[str], Sequence[Suggestion]], name: str, parent: QWidget, *, tall: bool = False
    ) -> None:
        """`tall`: a field of 36 px, for a page with little else on it."""
        super().__init__(parent)
        self._find, self.picked = find, None  # type: tuple[Callable[[str], Sequence[Suggestion]], Suggestion | None]
        self.field = Field(self.tr("Gõ tên, không cần dấu"), "search")
        if tall:
            self.field.setFixedHeight(px(FIELD_HEIGHT))
        self.field.setAccessibleName(name)
        self.model = SuggestionModel(self.tr("Không có trong danh sách: dùng đúng tên vừa gõ"), self)
        self.list = QListView(parent)
        self._dress_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self.search)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.installEventFilter(self)

    def _dress_list(self) -> None:
        listed = self.list
        listed.setModel(self.model)
        listed.setItemDelegate(_Delegate(lambda: self.field.text(), listed))
        listed.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        listed.setMouseTracking(True)
        listed.setUniformItemSizes(True)
        listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        listed.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        listed.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        listed.setFrameShape(QFrame.Shape.Box)
        listed.setAutoFillBackground(True)
        listed.setAccessibleName(self.tr("Cơ quan tìm thấy"))
        listed.clicked.connect(self._take)
        listed.hide()

    def search(self) -> None:
        """Look for what is typed and show the list."""
        self._wait.stop()
        typed = self.field.text().strip()
        if not typed:
            self.list.hide()
            return
        self.model.set_found(self._find(typed))
        self.list.setCurrentIndex(self.model.index(0))
        self._place_list()
        self.list.show()
        self.list.raise_()

    def _place_list(self) -> None:
        parent = self.list.parentWidget()
        if parent is None:
            return
        corner = self.field.mapTo(parent, self.field.rect().bottomLeft())
        frame = 2 * self.list.frameWidth()
        room = (parent.height() - corner.y() - 1 - frame) // px(ROW)
        rows = min(MOST_SHOWN, self.model.rowCount(), max(room, 1))
        self.list.setGeometry(corner.x(), corner.y() + 1, self.field.width(), rows * px(ROW) + frame)

    def choose(self, suggestion: Suggestion) -> None:
        """Take an office: its name stands in the field."""
        self.picked = suggestion
        self.list.hide()
        self.field.setText(suggestion.name)
        self.chosen.emit(suggestion)

    def _take(self, index: QModelIndex) -> None:
        found = self.model.suggestion(index)
        if found is not None and not found.code:  # a body whose unit is still to be named: go on typing behind it
            self.field.setText(f"{found.name} ")
            self.search()
        elif found is not None:
            self.choose(found)
        else:
            self.list.hide()
            self.own_name_asked.emit(one_line(self.field.text()))

    def _take_current(self) -> bool:
        """Take what the list stands on; False when there is nothing to take, and Enter may mean something else."""
        if self._wait.isActive():
            self.search()
        visible = self.list.isVisible()
        if visible:
            self._take(self.list.currentIndex())
        return visible

    def _on_text_edited(self) -> None:
        self.picked = None
        self._wait.start()

    # -- Qt --------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ and ↓ walk the list, Enter takes, Esc or leaving the field closes it; every other key is the field's own.

        The Enter that takes an office ends here: a dialog around the field would press its button.
        """
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._take_current()
        if not self.list.isVisible():
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step:
            row = max(0, min(self.model.rowCount() - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.model.index(row))
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.list.hide()
            return True
        return False
