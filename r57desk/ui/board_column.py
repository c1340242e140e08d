"""One column of the board: header with counts, cards, and the place where cards are dropped. Folded it is 36 px."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from r57desk.ui.card_list import CardList
from r57desk.ui.done_card import DoneCard
from r57desk.ui.dragging import unpack_rows
from r57desk.ui.icons import paint_icon
from r57desk.ui.marks import MARK, paint_mark
from r57desk.ui.painting import paint_box, paint_focus, paint_line
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import BASE, font, line_height, px, tokens

HEAD, FOLDED_WIDTH, EDGE = 34, 36, 6
_TIGHT = 240  # under this width the header keeps smaller margins
REST_MS = 500  # a drag that rests this long opens a folded column


class ColumnHead(QAbstractButton):
    """Mark, name, count and overdue count; folded, the same from top to bottom. Clicking folds and opens."""

    def __init__(self, progress: str, name: str, *, foldable: bool) -> None:
        super().__init__()
        self.progress, self.folded, self.foldable = progress, False, foldable
        self.count = self.late = 0
        self.setText(name)
        self.setFont(font(BASE, bold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if foldable else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_counts(self, count: int, late: int, spoken: str) -> None:
        """Show how many cards, and how many of them are overdue."""
        self.count, self.late = count, late
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def late_words(self) -> str:
        """“9 quá hạn”, empty without any."""
        return self.tr("%n quá hạn", "", self.late) if self.late else ""

    def sizeHint(self) -> QSize:
        return QSize(px(FOLDED_WIDTH), px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.foldable and (self.underMouse() or self.hasFocus()):
            paint_box(painter, self.rect().adjusted(2, 2, -2, -2), "", "accent" if self.hasFocus() else "edge")
        if self.folded:
            self._paint_upright(painter)
        else:
            self._paint_across(painter)

    def _paint_across(self, painter: QPainter) -> None:
        side, middle = px(MARK), self.height() / 2
        edge = 10 if self.width() >= px(_TIGHT) else 7
        paint_mark(painter, self.progress, edge, middle - side / 2, side)
        face = self.font()
        area = QRect(edge + side + 5, 0, self.width() - side - 2 * edge - 5, self.height())
        counted = grouped(self.count)
        count_width = QFontMetrics(font()).horizontalAdvance(counted)
        name_width = QFontMetrics(face).horizontalAdvance(self.text())
        self._paint_late(painter, area, area.width() - name_width - 6 - count_width - 8)
        name_width = min(area.width() - count_width - 6, name_width)
        paint_line(painter, QRect(area.left(), 0, name_width + 1, self.height()), self.text(), "text", face)
        spot = QRect(area.left() + name_width + 6, 0, count_width + 2, self.height())
        paint_line(painter, spot, counted, "text2", font())

    def _paint_late(self, painter: QPainter, area: QRect, room: int) -> None:
        """“9 quá hạn” at the right end; where there is no room for it, the triangle and the figure."""
        words = self.late_words()
        if not words:
            return
        if QFontMetrics(font()).horizontalAdvance(words) <= room:
            paint_line(painter, area, words, "late", font(), right=True)
            return
        figure, side = grouped(self.late), px(14)
        wide = QFontMetrics(font()).horizontalAdvance(figure)
        paint_line(painter, area, figure, "late", font(), right=True)
        spot = QRect(area.right() + 1 - wide - 3 - side, (self.height() - side) // 2, side, side)
        paint_icon(painter, "triangle-alert", spot, "late")

    def _paint_upright(self, painter: QPainter) -> None:
        side, line = px(MARK), line_height()
        paint_mark(painter, self.progress, (self.width() - side) / 2, 10, side)
        painter.setFont(self.font())
        painter.setPen(tokens()["text"])
        spot = QRect(0, 10 + side + 8, self.width(), line)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, grouped(self.count))
        painter.save()
        painter.translate((self.width() + line) / 2, spot.bottom() + 8)
        painter.rotate(90)
        paint_line(painter, QRect(0, 0, self.height() - spot.bottom() - 12, line), self.text(), "text2", font())
        painter.restore()


class BoardColumn(QWidget):
    """A column. `dropped` carries the row ids let go on it; `opened` and `folded_away` ask the board for room."""

    dropped = Signal(list)
    rest_opened = Signal()
    fold_asked = Signal(bool)

    def __init__(self, progress: str, name: str, cards: CardList, *, foldable: bool) -> None:
        super().__init__()
        self.progress, self.name, self.list = progress, name, cards
        self.head = ColumnHead(progress, name, foldable=foldable)
        self.done_card: DoneCard | None = None
        self._target = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.rest_opened)
        self.head.clicked.connect(self._on_head_clicked)
        self.setAcceptDrops(True)
        cards.setAcceptDrops(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._place = QHBoxLayout()
        self._place.setContentsMargins(EDGE, 0, 0, 2)
        self._place.setSpacing(0)
        self._place.addWidget(cards)
        self._place.addWidget(cards.outer_bar)
        self._column.addLayout(self._place, 1)

    @property
    def folded(self) -> bool:
        """Whether only the 36 px strip is shown."""
        return self.head.folded

    def set_folded(self, folded: bool) -> None:
        """Show the strip, or the cards."""
        self.head.folded = folded
        self.list.setVisible(not folded)
        self.list.outer_bar.setVisible(not folded)
        policy = QSizePolicy.Policy.Expanding if folded else QSizePolicy.Policy.Fixed
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, policy)
        self._column.setStretchFactor(self.head, 1 if folded else 0)
        self._column.setStretchFactor(self._place, 0 if folded else 1)
        self.head.updateGeometry()
        self.head.update()

    def ask_done(self, card: DoneCard) -> None:
        """Put the asking card above the others."""
        self.drop_done_card()
        self.done_card = card
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(EDGE, 0, EDGE, EDGE)
        inside.addWidget(card)
        self._column.insertWidget(1, holder)
        holder.show()
        card.start()

    def drop_done_card(self) -> None:
        """Take the asking card away."""
        if self.done_card is not None:
            holder = self.done_card.parentWidget()
            self.done_card = None
            if holder is not None:
                holder.hide()
                holder.deleteLater()

    def _on_head_clicked(self) -> None:
        if self.head.foldable:
            self.fold_asked.emit(not self.folded)

    def _aim(self, target: bool) -> None:
        self._target = target
        self.update()
        if target and self.folded:
            self._rest.start()
        elif not target:
            self._rest.stop()

    # -- Qt --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens()["band"])
        if self._target or self.done_card is not None:
            paint_focus(painter, self.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if unpack_rows(event.mimeData()):
            event.acceptProposedAction()
            self._aim(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._aim(False)
        rows = unpack_rows(event.mimeData())
        if rows:
            event.acceptProposedAction()
            self.dropped.emit(rows)
