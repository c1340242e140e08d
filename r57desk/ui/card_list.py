"""The cards of one column: a list that drags, and that the keyboard leaves sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollBar, QWidget

from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.ui.board_model import STATE_ROLE, ColumnModel
from r57desk.ui.card_delegate import CardDelegate, card_picture
from r57desk.ui.painting import paint_line
from r57desk.ui.theme import SECOND, font, line_height, scroll_bar_sheet, tokens

BAR_WIDTH = 6  # the scroll bar stands in the right margin of the column


class CardList(QListView):
    """Requests as signals; the board decides what becomes of them."""

    moved_by = Signal(int)  # Ctrl+Shift+←/→: the selected cards, by a column
    left_by = Signal(int)  # ←/→: the keyboard goes to the next column
    task_opened = Signal(str)
    menu_asked = Signal(QPoint)
    drag_started = Signal()
    drag_ended = Signal()

    def __init__(self, cards: ColumnModel, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards, self._language = cards, language
        self.setModel(cards)
        self.setItemDelegate(CardDelegate(language, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.outer_bar = self._make_outer_bar()
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._on_double_clicked)

    def _make_outer_bar(self) -> QScrollBar:
        """A bar that follows the list's own: it stands in the margin, so that a card is the column less 12."""
        own, made = self.verticalScrollBar(), QScrollBar(Qt.Orientation.Vertical)
        made.setStyleSheet(_narrow_bar(handle=False))
        made.setFixedWidth(BAR_WIDTH)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own.rangeChanged.connect(made.setRange)
        own.rangeChanged.connect(lambda _, most: made.setStyleSheet(_narrow_bar(handle=most > 0)))
        own.rangeChanged.connect(lambda *_: made.setPageStep(own.pageStep()))
        own.valueChanged.connect(made.setValue)
        made.valueChanged.connect(own.setValue)
        return made

    def chosen(self) -> list[Task]:
        """The tasks selected, in order."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [task for task in map(self.cards.task, rows) if task is not None]

    def current_task(self) -> Task | None:
        """The task under the cursor."""
        return self.cards.task(self.currentIndex())

    def take_cursor(self, height: int) -> None:
        """Take the keyboard, on the card that stands at `height` px of the viewport."""
        index = self.indexAt(QPoint(10, max(4, height)))
        if not index.isValid() and self.cards.rowCount():
            index = self.cards.index(self.cards.rowCount() - 1)
        self.setFocus()
        if index.isValid():
            self.setCurrentIndex(index)

    def cursor_height(self) -> int:
        """Where the card under the cursor stands, in px of the viewport."""
        return self.visualRect(self.currentIndex()).center().y() if self.currentIndex().isValid() else 0

    def _on_double_clicked(self, index: QModelIndex) -> None:
        task = self.cards.task(index)
        if task is not None:
            self.task_opened.emit(task.id)

    # -- Qt --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        task = self.current_task()
        if sideways and held == Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier:
            self.moved_by.emit(sideways)
        elif sideways and not held:
            self.left_by.emit(sideways)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and task is not None:
            self.task_opened.emit(task.id)
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        task = self.current_task() or next(iter(self.chosen()), None)
        indexes = self.selectionModel().selectedIndexes()
        if task is None or not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData(indexes))
        state = self.currentIndex().data(STATE_ROLE)
        width = self.viewport().width()
        drag.setPixmap(card_picture(task, state, self._language, width, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(width // 2, 20))
        self.drag_started.emit()
        drag.exec(Qt.DropAction.MoveAction)
        self.drag_ended.emit()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.ignore()  # the column takes drops, all of it

    def dropEvent(self, event: QDropEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.currentIndex().isValid():
            return
        spot = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_asked.emit(spot)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.cards.rowCount() == 0:
            area = self.viewport().rect().adjusted(6, 6, -6, 0)
            area.setHeight(line_height(SECOND))
            paint_line(QPainter(self.viewport()), area, self.tr("Không có việc"), "text3", font(SECOND))


def _narrow_bar(*, handle: bool) -> str:
    """A 6 px bar on the ground of the column, its thumb 4 px; without a handle where there is nothing to scroll."""
    sheet = (
        scroll_bar_sheet()
        .replace("width:9px", f"width:{BAR_WIDTH}px")
        .replace("border:2px solid " + tokens().hex("surface"), "border:1px solid " + tokens().hex("band"))
        .replace("border-radius:4px", "border-radius:3px")
    )
    return sheet if handle else sheet + "QScrollBar::handle{background:transparent; border:none}"
