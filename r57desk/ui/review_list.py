"""The left list of the review: headings and two lines for each thing to decide; several requests can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from r57desk.errors import Language
from r57desk.ui.icons import paint_icon
from r57desk.ui.painting import paint_focus, paint_line
from r57desk.ui.review_lines import Line, ReviewLine, SectionLine, SectionName
from r57desk.ui.review_words import asked_short, decision_words, field_words, outcome_words
from r57desk.ui.short_offices import short_office
from r57desk.ui.shown_values import grouped
from r57desk.ui.theme import BASE, SECOND, font, line_height, px, scroll_bar_sheet, tokens

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_PAD, _HEADING = 12, 30
_LOOKS: dict[SectionName, tuple[str, str]] = {
    "differences": ("scale", "pick"),
    "requests": ("message-square-reply", "ask"),
    "ours": ("send", "text2"),
    "decided": ("check", "text2"),
}


def section_name(section: SectionName) -> str:
    """What a section is called."""
    return {
        "differences": QCoreApplication.translate("review", "Số liệu khác nhau"),
        "requests": QCoreApplication.translate("review", "Đề nghị chờ trả lời"),
        "ours": QCoreApplication.translate("review", "Đề nghị đã gửi"),
        "decided": QCoreApplication.translate("review", "Đã quyết định"),
    }[section]


class ReviewWords:
    """The two or three lines of an entry."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def title(self, line: ReviewLine) -> tuple[str, str]:
        """Number and title of the task."""
        about = line.difference or line.asked
        return (about.stt, " ".join(about.title.split())) if about else ("", "")

    def second(self, line: ReviewLine) -> str:
        """The field and the other office, or what is asked for and by whom."""
        if line.difference is not None:
            others = ", ".join(short_office(side.office_name) for side in line.difference.sides if not side.ours)
            return " · ".join(filter(None, (field_words(line.difference.field, self._language), others)))
        if line.asked is None:
            return ""
        short = asked_short(line.asked, self._language)
        return short if line.asked.ours else f"{short} · {short_office(line.asked.office_name)}"

    def outcome(self, line: ReviewLine) -> tuple[str, str]:
        """A third line of what is no longer open, and its colour; empty for the others."""
        if line.asked is not None and line.section in ("ours", "decided"):
            word, _, ink = outcome_words(line.asked)
            return word, ink
        if line.difference is not None and line.section == "decided":
            return decision_words(line.difference), "good"
        return "", ""

    def spoken(self, line: Line) -> str:
        """Everything in one line, for who listens."""
        if isinstance(line, SectionLine):
            return f"{section_name(line.section)}: {grouped(line.count)}"
        number, title = self.title(line)
        return ", ".join(filter(None, (number, title, self.second(line), self.outcome(line)[0])))


class ReviewModel(QAbstractListModel):
    """The lines as a Qt model."""

    def __init__(self, words: ReviewWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show these."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def find(self, key: str) -> QModelIndex:
        """Where a line stands; invalid when it is not there."""
        for row, line in enumerate(self._lines):
            if isinstance(line, ReviewLine) and line.key == key:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.spoken(line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return section_name(line.section) if isinstance(line, SectionLine) else self.words.title(line)[1]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.line(index), SectionLine):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) if index.isValid() else Qt.ItemFlag.NoItemFlags


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line, model = index.data(LINE_ROLE), index.model()
        if not isinstance(line, ReviewLine) or not isinstance(model, ReviewModel):
            return QSize(0, px(_HEADING))
        third = line_height(SECOND) if model.words.outcome(line)[0] else 0
        return QSize(0, line_height(BASE) + line_height(SECOND) + third + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        line, model = index.data(LINE_ROLE), index.model()
        if isinstance(line, SectionLine):
            self._paint_heading(painter, area, line)
        elif isinstance(line, ReviewLine) and isinstance(model, ReviewModel):
            self._paint_line(painter, option, line, model.words)

    def _paint_heading(self, painter: QPainter, area: QRect, line: SectionLine) -> None:
        icon, ink = _LOOKS[line.section]
        painter.fillRect(area, tokens()["band"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        side, face = px(16), font(BASE, bold=True)
        paint_icon(
            painter, icon, QRect(area.left() + _PAD, area.top() + (area.height() - side) // 2, side, side), ink
        )
        words, name = area.adjusted(_PAD + side + 6, 0, -_PAD, -1), section_name(line.section)
        paint_line(painter, words, name, ink, face)
        used = QFontMetrics(face).horizontalAdvance(name) + 6
        paint_line(painter, words.adjusted(used, 0, 0, 0), grouped(line.count), "text2", font(BASE))

    def _paint_line(
        self, painter: QPainter, option: QStyleOptionViewItem, line: ReviewLine, words: ReviewWords
    ) -> None:
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(area, tokens()["select" if chosen else "hover" if hovered else "surface"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), tokens()["accent"])
        inside = area.adjusted(_PAD, 7, -_PAD, 0)
        number, title = words.title(line)
        first = QRect(inside.left(), inside.top(), inside.width(), line_height(BASE))
        bold, quiet = font(BASE, bold=True), line.section == "decided"
        paint_line(painter, first, number, "text2" if quiet else "text", bold)
        indent = QFontMetrics(bold).horizontalAdvance(number) + 7 if number else 0
        paint_line(painter, first.adjusted(indent, 0, 0, 0), title, "text2" if quiet else "text", font(BASE))
        second = QRect(inside.left(), first.bottom() + 1, inside.width(), line_height(SECOND))
        paint_line(painter, second, words.second(line), "text2", font(SECOND))
        outcome, ink = words.outcome(line)
        if outcome:
            third = second.translated(0, line_height(SECOND))
            paint_line(painter, third, outcome, ink, font(SECOND))
            if line.difference is not None:  # a click on the line opens it, as on any other
                used = QFontMetrics(font(SECOND)).horizontalAdvance(outcome)
                again = QCoreApplication.translate("review", "Đổi lại")
                paint_line(painter, third.adjusted(used, 0, 0, 0), f" · {again}", "accent", font(SECOND))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, area.adjusted(0, 0, -1, -1))


class ReviewList(QListView):
    """`chosen()` when the selection is another; read it with `selected()`."""

    chosen = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = ReviewModel(ReviewWords(language), self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.setAccessibleName(QCoreApplication.translate("review", "Việc cần quyết định"))
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _on_selection_changed(self, now: QItemSelection, before: QItemSelection) -> None:
        self.chosen.emit()

    def selected(self) -> list[ReviewLine]:
        """The lines chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        found = [self.lines.line(self.lines.index(row)) for row in rows]
        return [line for line in found if isinstance(line, ReviewLine)]

    def choose(self, key: str) -> bool:
        """Choose one line; False when it is not there."""
        index = self.lines.find(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_section(self, section: str) -> bool:
        """Choose the first line of a section; False when it has none."""
        for row in range(self.lines.rowCount()):
            line = self.lines.line(self.lines.index(row))
            if isinstance(line, ReviewLine) and line.section == section:
                return self.choose(line.key)
        return False

    def choose_all(self, section: str) -> None:
        """Choose every line of a section."""
        picked = QItemSelection()
        for row in range(self.lines.rowCount()):
            index = self.lines.index(row)
            line = self.lines.line(index)
            if isinstance(line, ReviewLine) and line.section == section:
                picked.select(index, index)
        self.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        if isinstance(self.lines.line(now), SectionLine):  # keys that ended on a heading go past it
            behind = self.lines.index(now.row() + (1 if now.row() > before.row() else -1))
            self.setCurrentIndex(behind if behind.isValid() else before)
