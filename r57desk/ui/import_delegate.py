"""Paints the lines of an import preview: tick, task, field, old → new, cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from r57desk.ui.icons import paint_icon
from r57desk.ui.import_lines import LOOKED_AT, WRITTEN, CellLine, GroupLine
from r57desk.ui.import_model import FIELD, NEW, NUMBER, OLD, TICK, TITLE, WHERE, PreviewModel
from r57desk.ui.import_words import LOOKS, state_name, state_sentence
from r57desk.ui.painting import break_lines, paint_focus, paint_line, paint_lines
from r57desk.ui.theme import BASE, SECOND, font, line_height, px, tokens
from r57desk.ui.toggles import paint_tick

if TYPE_CHECKING:
    from r57desk.ui.import_table import PreviewTable

Index = QModelIndex | QPersistentModelIndex
PAD = 8
LEAST, GROUP, MOST_LINES = 45, 30, 4


def wrap(text: str, width: int, *, bold: bool = False, most: int = 2) -> list[str]:
    """A value on as many lines as it may take, the last elided; its own line breaks become spaces."""
    return break_lines(text, font(BASE, bold=bold), width, most)


class PreviewDelegate(QStyledItemDelegate):
    """One delegate for the whole table; it reads lines from the model."""

    def __init__(self, table: PreviewTable, model: PreviewModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model

    def line_tall(self, line: CellLine, width: int) -> int:
        """The height a line needs when its last column is `width` wide: more for a value with its reason."""
        if line.state not in LOOKED_AT and not line.offices:
            return px(LEAST)
        loud = line.state in LOOKED_AT
        lines = len(wrap(self._model.words.cell(line, NEW), width - 2 * PAD, bold=loud))
        reasons = len(break_lines(self._model.words.reason(line), font(SECOND), width - 2 * PAD, MOST_LINES))
        return max(px(LEAST), lines * line_height(BASE) + reasons * line_height(SECOND) + 9)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        line = self._model.line(index.row())
        painter.save()
        painter.setClipRect(area)
        if isinstance(line, GroupLine):
            self._paint_group(painter, area, line)
        elif line is not None:
            self._paint_cell(painter, option, index, line)
        painter.restore()

    def _paint_group(self, painter: QPainter, area: QRect, line: GroupLine) -> None:
        look = LOOKS[line.state]
        painter.fillRect(area, tokens()["band"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        side = px(14)
        icon = QRect(area.left() + PAD, area.top() + (area.height() - side) // 2, side, side)
        paint_icon(painter, look.icon, icon, look.ink)
        face, name = font(BASE, bold=True), state_name(line.state)
        words = area.adjusted(PAD + side + 4, 0, -PAD, -1)
        paint_line(painter, words, name, look.ink, face)
        used = QFontMetrics(face).horizontalAdvance(name) + 6
        sentence = state_sentence(line.state, line.count, line.tasks)
        paint_line(painter, words.adjusted(used, 0, 0, 0), sentence, "text2", font(SECOND))

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: CellLine) -> None:
        area: QRect = option.rect
        flags = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        hovered = self._table.hovered_row == index.row()
        painter.fillRect(area, tokens()["select" if chosen else "hover" if hovered else "surface"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        if index.column() == TICK:
            self._paint_tick(painter, area, line, chosen=chosen)
        else:
            self._paint_words(painter, area.adjusted(PAD, 0, -PAD, -1), index.column(), line)
        if self._table.hasFocus() and self._table.currentIndex().row() == index.row():
            self._paint_row_focus(painter, area, index.column())

    def _paint_tick(self, painter: QPainter, area: QRect, line: CellLine, *, chosen: bool) -> None:
        if chosen:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), tokens()["accent"])
        side = px(15)
        box = QRect(area.left() + PAD, area.top() + (area.height() - side) // 2, side, side)
        if line.state in WRITTEN:
            ticked = self._model.is_ticked(line)
            state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            paint_tick(painter, box, state, enabled=line.tickable)
        elif line.state == "quarantined":
            paint_tick(painter, box, Qt.CheckState.Unchecked, enabled=False)

    def _paint_row_focus(self, painter: QPainter, area: QRect, column: int) -> None:
        """The part of the row's focus ring that runs through one cell."""
        ring = area.adjusted(0 if column == TICK else -10, 0, 0 if column == WHERE else 10, -1)
        paint_focus(painter, ring)

    def _paint_words(self, painter: QPainter, area: QRect, column: int, line: CellLine) -> None:
        words = self._model.words.cell(line, column)
        if column == NUMBER:
            paint_line(painter, area, words, "text3" if line.repeated else "text", font(BASE), right=True)
        elif column == TITLE:
            if not line.repeated:
                paint_lines(painter, area, words)
        elif column in (FIELD, WHERE):
            paint_line(painter, area, words, "text2", font(BASE))
        elif column == OLD:
            self._paint_old(painter, area, line, words)
        elif column == NEW:
            self._paint_new(painter, area, line, words)

    def _paint_old(self, painter: QPainter, area: QRect, line: CellLine, words: str) -> None:
        empty = line.remark is None and not line.old
        struck = line.state == "changed" and self._model.is_ticked(line) and not empty
        face = font(BASE)
        face.setStrikeOut(struck)
        lines = wrap(words, area.width(), most=2)
        beside, tall = self._model.words.beside_old(line), line_height(BASE)
        rows = len(lines)
        if beside and rows == 1:  # on a second line where the first has no room for it
            needed = QFontMetrics(face).horizontalAdvance(lines[0]) + 5
            rows += needed + QFontMetrics(font(SECOND)).horizontalAdvance(beside) > area.width()
        top = area.top() + (area.height() - tall * rows) // 2
        for number, text in enumerate(lines):
            spot = QRect(area.left(), top + number * tall, area.width(), tall)
            paint_line(painter, spot, text, "text2" if empty or struck else "text", face)
        if beside:
            used = QFontMetrics(face).horizontalAdvance(lines[-1]) + 5 if len(lines) == rows else 0
            last = QRect(area.left() + used, top + (rows - 1) * tall, area.width() - used, tall)
            paint_line(painter, last, beside, "text2", font(SECOND))

    def _paint_new(self, painter: QPainter, area: QRect, line: CellLine, words: str) -> None:
        """The value in the file; bold in its state's colour with the reason under it where a person must look."""
        loud = line.state in LOOKED_AT
        ink = LOOKS[line.state].ink if loud else "text"
        said = self._model.words.reason(line) if loud or line.offices else ""
        reasons = break_lines(said, font(SECOND), area.width(), MOST_LINES)
        lines = wrap(words, area.width(), bold=loud, most=2)
        tall, small = line_height(BASE), line_height(SECOND)
        top = area.top() + (area.height() - tall * len(lines) - small * len(reasons)) // 2
        for text in lines:
            paint_line(painter, QRect(area.left(), top, area.width(), tall), text, ink, font(BASE, bold=loud))
            top += tall
        for text in reasons:
            paint_line(painter, QRect(area.left(), top, area.width(), small), text, "text2", font(SECOND))
            top += small

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The table ticks by itself, on the whole cell; the delegate must not tick a second time."""
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(40), px(LEAST))
