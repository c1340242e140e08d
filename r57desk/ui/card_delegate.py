"""A card of the board, 92 px high: number and title, lead, state or deadline left, percent or done date right."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from r57desk.domain.task import Task
from r57desk.errors import Language
from r57desk.ui.board_model import MOVING_ROLE, STATE_ROLE, TASK_ROLE
from r57desk.ui.painting import paint_box, paint_line, paint_state, paint_tag, tag_width
from r57desk.ui.short_titles import card_title
from r57desk.ui.shown_values import shown_date, shown_percent, shown_reading
from r57desk.ui.state_words import State
from r57desk.ui.theme import BASE, SECOND, font, line_height, px, tokens
from r57desk.ui.two_lines import paint_numbered

Index = QModelIndex | QPersistentModelIndex
CARD, GAP, LATE_BAR = 92, 6, 3
_PAD = 10


def card_height() -> int:
    """The height of a card, never less than its four lines need."""
    return max(px(CARD), 2 * line_height(BASE) + 2 * line_height(SECOND) + 18)


def card_figure(task: Task, language: Language) -> str:
    """What stands at the right: the done date of a finished task, else its percent."""
    return shown_date(task.done_date) if task.progress == "hoan_thanh" else shown_percent(task.percent, language)


def paint_card(
    painter: QPainter,
    card: QRect,
    task: Task,
    state: State,
    language: Language,
    *,
    fill: str,
    edge: str,
    width: int = 1,
) -> None:
    """One card: its ground and border as asked, the overdue bar, and its four lines."""
    paint_box(painter, card, fill, edge, width=width)
    if state.code == "qua_han" and task.progress != "hoan_thanh":
        bar = QRect(card.left() + width, card.top() + width, LATE_BAR, card.height() - 2 * width)
        painter.fillRect(bar, tokens()["late"])
    line, small = line_height(BASE), line_height(SECOND)
    inside = card.adjusted(_PAD, 0, -_PAD, 0)
    spare = (card.height() - 2 * line - 2 * small - 4) // 2
    inside.setTop(card.top() + spare)
    paint_numbered(painter, QRect(inside.left(), inside.top(), inside.width(), 2 * line), task.stt, card_title(task))
    lead = QRect(inside.left(), inside.top() + 2 * line + 4, inside.width(), small)
    _paint_lead(painter, lead, task)
    _paint_last(painter, lead.translated(0, small), task, state, language)


def _paint_lead(painter: QPainter, area: QRect, task: Task) -> None:
    """The lead body, and at the right what waits for a decision."""
    waiting = _waiting_words(task)
    if waiting:
        name, icon, ink = waiting
        width = tag_width(name, icon)
        paint_tag(painter, QRect(area.right() - width + 1, area.top(), width, area.height()), name, icon, ink)
        area = area.adjusted(0, 0, -width - 6, 0)
    paint_line(painter, area, " ".join(task.lead.split()), "text2", font(SECOND))


def _waiting_words(task: Task) -> tuple[str, str, str] | None:
    if task.conflicts:
        return QCoreApplication.translate("card", "Khác nhau"), "scale", "pick"
    if task.requests:
        return QCoreApplication.translate("card", "Đề nghị"), "message-square-reply", "ask"
    return None


def _paint_last(painter: QPainter, area: QRect, task: Task, state: State, language: Language) -> None:
    figure = card_figure(task, language)
    face = font(SECOND)
    paint_line(painter, area, figure, "text2", face, right=True)
    room = area.adjusted(0, 0, -QFontMetrics(face).horizontalAdvance(figure) - 8 if figure else 0, 0)
    if state.icon:
        paint_state(painter, room, state.word, state.icon, state.token)
    else:
        paint_line(painter, room, shown_reading(task, language) or state.word, "text2", face)


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one column; a card being moved leaves a dashed place."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), card_height() + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        card = area.adjusted(0, 0, 0, -GAP)
        task = index.data(TASK_ROLE)
        if not isinstance(task, Task):
            return
        if index.data(MOVING_ROLE):
            paint_box(painter, card, "", "edge", dashed=True)
            return
        state = index.data(STATE_ROLE)
        flags = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        hovered = bool(flags & QStyle.StateFlag.State_MouseOver)
        fill = "select" if chosen else "hover" if hovered else "surface"
        paint_card(painter, card, task, state, self._language, fill=fill, edge="accent" if chosen else "line")
        if flags & QStyle.StateFlag.State_HasFocus:
            paint_box(painter, card, "", "accent", width=2)


def card_picture(task: Task, state: State, language: Language, width: int, ratio: float) -> QPixmap:
    """The card as it looks while it is dragged: solid, with a 2 px accent border."""
    picture = QPixmap(round(width * ratio), round(card_height() * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    area = QRect(0, 0, width, card_height())
    paint_card(painter, area, task, state, language, fill="surface", edge="accent", width=2)
    painter.end()
    return picture
