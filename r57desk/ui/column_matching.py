"""Which column of the file is which field: their header and first rows, under a chooser for each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from r57desk.domain.fields import TASK_FIELDS
from r57desk.errors import Language
from r57desk.ui.chooser import Chooser
from r57desk.ui.import_words import field_name
from r57desk.ui.painting import paint_line, paint_lines
from r57desk.ui.parts import Link, label
from r57desk.ui.shown_values import shown_canonical
from r57desk.ui.theme import SECOND, font, px, scroll_bar_sheet, tokens
from r57desk.workbook.reading import Reading

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
UNSURE = ("content", "loose")  # columns whose field was guessed
_SAMPLES = 8
_CHOOSER_ROW, _ROW, _HEAD = 40, 45, 50
_WIDTHS = {"stt": 90, "title": 250, "result_now": 220}
_WIDTH = 168


@dataclass(frozen=True, slots=True)
class TheirColumn:
    """A column of the file: its letter, its header, the field it is read as ("" for none) and what chose it."""

    letter: str
    header: str
    field: str
    how: str


def their_columns(reading: Reading) -> list[TheirColumn]:
    """Every column of a reading, read or not, in the order of the sheet."""
    read = [TheirColumn(column.letter, column.header, column.field, column.how) for column in reading.columns]
    left = [TheirColumn(column.letter, column.header, "", column.why) for column in reading.unread]
    return sorted(read + left, key=lambda column: (len(column.letter), column.letter))


class SampleModel(QAbstractTableModel):
    """A line for the choosers, then the first rows of the file as they were read."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language: Language = language
        self.columns: list[TheirColumn] = []
        self._rows: list[Mapping[str, str | None]] = []

    def set_reading(self, reading: Reading) -> None:
        """Show another reading."""
        self.beginResetModel()
        self.columns = their_columns(reading)
        self._rows = [reading.values_of(row) for row in reading.rows[:_SAMPLES]]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() == 0:
            return None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        code = self.columns[index.column()].field
        value = self._rows[index.row() - 1].get(code) if code else None
        return shown_canonical(code, value, self._language) or None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section)
        column = self.columns[section]
        return f"{column.letter}: {' '.join(column.header.split())}"


class _Header(QHeaderView):
    """Their letter, small, over their header in two lines."""

    def __init__(self, model: SampleModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self.setFixedHeight(px(_HEAD))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, tokens()["band"])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens()["edge"])
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens()["line"])
        column = self._model.columns[logical_index]
        ink = "text" if column.field else "text3"
        paint_line(
            painter, QRect(rect.left() + 8, rect.top(), px(22), rect.height()), column.letter, "text3", font(SECOND)
        )
        words = rect.adjusted(8 + px(22), 0, -8, -1)
        paint_lines(painter, words, column.header, ink, role=SECOND)
        painter.restore()


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        model = index.model()
        column = model.columns[index.column()]  # type: ignore[attr-defined]
        painter.fillRect(area, tokens()["surface" if column.field else "window"])
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), tokens()["line"])
        painter.fillRect(QRect(area.right(), area.top(), 1, area.height()), tokens()["line"])
        paint_lines(painter, area.adjusted(8, 0, -8, -1), str(index.data() or ""))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(_WIDTH), px(_ROW))


class ColumnMatching(QWidget):
    """The choosers. `changed` when one is set; `mapping()` is what to read the file with.

    `anew_asked`: what was said of such a header before is not to count.
    """

    changed = Signal()
    anew_asked = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._model = SampleModel(language)
        self._choosers: list[Chooser] = []
        self.hint = label("", "text2")
        self.anew = Link(self.tr("Ghép lại từ đầu"))
        self.anew.clicked.connect(self.anew_asked)
        self.problem = label("", "soon", bold=True, wrap=True)
        self.problem.hide()
        self.table = QTableView()
        self._dress_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 10, 16, 10)
        top.setSpacing(4)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self.hint)
        said.addWidget(self.anew)
        said.addStretch(1)
        top.addLayout(said)
        top.addWidget(self.problem)
        column.addLayout(top)
        column.addWidget(self.table, 1)

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(self._model)
        table.setItemDelegate(_Delegate(table))
        table.setHorizontalHeader(_Header(self._model))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(px(_ROW))
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        for bar in (table.verticalScrollBar(), table.horizontalScrollBar()):
            bar.setStyleSheet(scroll_bar_sheet())

    def show_reading(self, reading: Reading) -> None:
        """Show the columns of a reading."""
        self._model.set_reading(reading)
        columns = self._model.columns
        read = sum(bool(column.field) for column in columns)
        words = (
            self.tr("Đã ghép {read} trên {all} cột của tệp như lần trước.")
            if reading.remembered
            else self.tr("Đã ghép {read} trên {all} cột của tệp. Kiểm tra các cột bên dưới rồi bấm Xem trước.")
        )
        self.hint.setText(words.format(read=read, all=len(columns)))
        self.anew.setVisible(reading.remembered)
        self._choosers = []
        self.table.verticalHeader().resizeSection(0, px(_CHOOSER_ROW))
        for place, column in enumerate(columns):
            self.table.setColumnWidth(place, px(_WIDTHS.get(column.field, _WIDTH)))
            self.table.setIndexWidget(self._model.index(0, place), self._make_holder(column))
        if self._choosers:
            self.setFocusProxy(self._choosers[0])
        self._check()

    def _make_holder(self, column: TheirColumn) -> QWidget:
        chooser = Chooser()
        chooser.setAccessibleName(
            self.tr("Cột {letter} “{header}” là").format(letter=column.letter, header=column.header)
        )
        chooser.addItem(self.tr("Không lấy cột này"), "")
        for field in TASK_FIELDS:
            chooser.addItem(field_name(field.code, self._language), field.code)
        chooser.setCurrentIndex(max(0, chooser.findData(column.field)))
        chooser.setMaxVisibleItems(24)
        chooser.currentIndexChanged.connect(self._on_chosen)
        self._choosers.append(chooser)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(6, 4, 6, 4)
        inside.addWidget(chooser)
        return holder

    def mapping(self) -> dict[str, str]:
        """Header → field of every column whose choice differs from what was read, or was only guessed; "" leaves one out."""
        pairs = zip(self._model.columns, self._choosers, strict=True)
        return {
            column.header: str(chooser.currentData())
            for column, chooser in pairs
            if str(chooser.currentData()) != column.field or column.how in UNSURE
        }

    def problems(self) -> list[str]:
        """Why the file cannot be read with these choices, in words."""
        chosen = [str(chooser.currentData()) for chooser in self._choosers]
        found = []
        if "title" not in chosen:
            found.append(self.tr("Chưa có cột nào là Nhiệm vụ."))
        twice = {code for code in chosen if code and chosen.count(code) > 1}
        for code in sorted(twice):
            letters = self._letters(code, chosen)
            words = self.tr("Các cột {letters} cùng được chọn là {field}: chỉ để lại một cột.")
            found.append(words.format(letters=letters, field=field_name(code, self._language)))
        return found

    def _letters(self, code: str, chosen: Sequence[str]) -> str:
        columns = zip(self._model.columns, chosen, strict=True)
        return ", ".join(column.letter for column, choice in columns if choice == code)

    def _on_chosen(self) -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        found = self.problems()
        self.problem.setText(" ".join(found))
        self.problem.setVisible(bool(found))
