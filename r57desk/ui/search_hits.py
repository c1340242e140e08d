"""The list of search results: one line a hit, headings between them, the found words bold and underlined."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from r57desk.domain.task import Task
from r57desk.domain.text import fold
from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_line, paint_state
from r57desk.ui.state_words import State
from r57desk.ui.theme import BASE, SECOND, font, px, tokens

ROW, HEADING = 38, 24  # logical pixels
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_WORD_BEGINS, _BETWEEN, _WORD_ENDS = r"(?<![^\W_])", r"[\W_]+", r"(?![^\W_])"


@dataclass(frozen=True)
class Hit:
    """One line of the list; a heading has no `act`."""

    text: str
    icon: str = ""
    number: str = ""
    right: str = ""
    state: State | None = None
    act: Callable[[], object] | None = None


class HitModel(QAbstractListModel):
    """The hits under their headings, and the words that were searched for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []
        self.words: list[str] = []

    def set_hits(self, hits: list[Hit], words: list[str]) -> None:
        """Show these hits."""
        self.beginResetModel()
        self.hits, self.words = hits, words
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = hit.state.word if hit.state else ""
            return ", ".join(part for part in (hit.number, hit.text, state, hit.right) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.hits[index.row()].act is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def nearest(tasks: Sequence[Task], typed: str) -> list[Task]:
    """Titles that hold the words as typed first, then all of them, then the rest; otherwise in the order given."""
    phrase = " ".join(fold(typed).split())
    words = phrase.split()

    def distance(task: Task) -> int:
        title = " ".join(fold(task.title).split())
        return 0 if phrase in title else 1 if all(word in title for word in words) else 2

    return sorted(tasks, key=distance)


def matched_spans(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words searched for stand in `text`, as (start, end), in order.

    All of them one after another where they stand so, else each as a whole word; the last, being typed, may begin a
    longer one. A word typed with marks stands for itself where the text has it, else for the same letters without.
    """
    if len(fold(text)) != len(text) or not words:
        return []
    together = _find(text, words, "")
    if together:
        return together
    spans = [span for word in words for span in _find(text, [word], _WORD_ENDS)]
    last = words[-1]
    if len(last) > 1 and not _find(text, [last], _WORD_ENDS):
        spans += _find(text, [last], "")
    return _merge(spans)


def _find(text: str, words: Sequence[str], end: str) -> list[tuple[int, int]]:
    """Where the words stand one after another; `end` is what must follow the last."""
    for read in (str.casefold, fold):
        said = [read(word) for word in words]
        if read is str.casefold and (said == [fold(word) for word in words] or len(read(text)) != len(text)):
            continue
        pattern = _WORD_BEGINS + _BETWEEN.join(map(re.escape, said)) + end
        if spans := [match.span() for match in re.finditer(pattern, read(text))]:
            return spans
    return []


def _merge(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class HitDelegate(QStyledItemDelegate):
    """Paints a hit: icon, number, text with the found words marked, state at the right."""

    def sizeHint(self, option: Any, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, HitModel)
        return QSize(px(200), px(HEADING if model.hits[index.row()].act is None else ROW))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        model, rect = index.model(), option.rect
        assert isinstance(model, HitModel)
        hit, theme = model.hits[index.row()], tokens()
        painter.save()
        if hit.act is None:
            painter.fillRect(rect, theme["band"])
            paint_line(painter, rect.adjusted(14, 0, -14, 0), hit.text, "text2", font(SECOND))
            painter.restore()
            return
        view = self.parent()
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        painter.fillRect(rect, theme["select" if chosen else "surface"])
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme["accent"])
        side = px(16)
        paint_icon(
            painter, hit.icon, QRect(rect.left() + 14, rect.top() + (rect.height() - side) // 2, side, side), "text2"
        )
        paint_line(painter, rect.adjusted(px(42), 0, -8, 0), hit.number, "text2", font())
        right = self._paint_right(painter, rect, hit)
        self._paint_text(
            painter,
            QRect(rect.left() + px(84), rect.top(), right - rect.left() - px(84) - 12, rect.height()),
            hit,
            model.words,
        )
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRect, hit: Hit) -> int:
        painter.setFont(font(SECOND))
        if hit.state is not None:
            wide = painter.fontMetrics().horizontalAdvance(hit.state.word) + (px(14) + 4 if hit.state.icon else 0)
            spot = QRect(rect.right() - 14 - wide, rect.top(), wide + 2, rect.height())
            paint_state(painter, spot, hit.state.word, hit.state.icon, hit.state.token)
            return spot.left()
        wide = painter.fontMetrics().horizontalAdvance(hit.right) + 2
        spot = QRect(rect.right() - 14 - wide, rect.top(), wide, rect.height())
        paint_line(painter, spot, hit.right, "text2", font(SECOND))
        return spot.left()

    def _paint_text(self, painter: QPainter, area: QRect, hit: Hit, words: list[str]) -> None:
        """The text with the found words bold and underlined, from shortly before the first of them."""
        text = " ".join(hit.text.split())
        spans = matched_spans(text, words)
        painter.setFont(font())
        if spans and painter.fontMetrics().horizontalAdvance(text[: spans[0][1]]) > area.width():
            cut = max(0, text.rfind(" ", 0, max(spans[0][0] - 24, 0)) + 1)
            text = "… " + text[cut:]
            spans = matched_spans(text, words)
        strong = font(BASE, bold=True)
        strong.setUnderline(True)
        left, place = area.left(), 0
        for start, end in [*spans, (len(text), len(text))]:
            for piece, face in ((text[place:start], font()), (text[start:end], strong)):
                if piece and left < area.right():
                    spot = QRect(left, area.top(), area.right() - left, area.height())
                    paint_line(painter, spot, piece, "text", face)
                    left += painter.fontMetrics().horizontalAdvance(piece)
            place = end
