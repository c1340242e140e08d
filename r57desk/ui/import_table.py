"""The table of an import preview: group rows across, ticks by click or Space, one ring around the row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from r57desk.ui.import_delegate import GROUP, LEAST, PAD, PreviewDelegate
from r57desk.ui.import_lines import LOOKED_AT, CellLine, GroupLine
from r57desk.ui.import_model import COLUMNS, FIELD, NEW, NUMBER, OLD, TICK, TITLE, WHERE, PreviewModel
from r57desk.ui.painting import paint_line
from r57desk.ui.theme import BASE, BREAKPOINT, TABLE_HEADER, font, px, scroll_bar_sheet, tokens
from r57desk.ui.toggles import paint_tick

# column: wide window, narrow window; the other three share the rest as (share wide, share narrow)
_FIXED = {TICK: (30, 30), NUMBER: (40, 40), FIELD: (108, 84), WHERE: (56, 52)}
_SHARES = {TITLE: (253, 176), OLD: (241, 159), NEW: (326, 264)}
_MEASURED = 400  # rows with a reason whose own height is found; the rest take three lines


class PreviewHeader(QHeaderView):
    """Names of the columns; the first ticks everything shown."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFixedHeight(px(TABLE_HEADER))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.sectionClicked.connect(self._on_section_clicked)

    def _on_section_clicked(self, section: int) -> None:
        if section == TICK:
            self._model.tick_all(self._model.all_ticked() != Qt.CheckState.Checked)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        painter.save()
        painter.fillRect(rect, tokens()["band"])
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens()["edge"])
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), tokens()["line"])
        if logical_index == TICK and self._model.can_tick():
            side = px(15)
            box = QRect(rect.left() + PAD, rect.top() + (rect.height() - side) // 2, side, side)
            paint_tick(painter, box, self._model.all_ticked())
        words = str(self._model.headerData(logical_index, Qt.Orientation.Horizontal) or "")
        right = logical_index == NUMBER
        paint_line(painter, rect.adjusted(PAD, 0, -PAD, -1), words, "text2", font(BASE), right=right)
        painter.restore()


class PreviewTable(QTableView):
    """Rows are 45 high, headings 30, rows with a reason as high as it needs."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview, self.hovered_row = model, -1
        self._delegate = PreviewDelegate(self, model)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(PreviewHeader(model, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(LEAST))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Các ô sẽ ghi"))
        model.modelReset.connect(self.lay_out_rows)

    def lay_out_rows(self) -> None:
        """Give every row its height and let headings run across."""
        self.clearSpans()
        vertical = self.verticalHeader()
        width, measured = self.columnWidth(NEW), 0
        vertical.setDefaultSectionSize(px(LEAST))
        for row in range(self.preview.rowCount()):
            line = self.preview.line(row)
            if isinstance(line, GroupLine):
                self.setSpan(row, 0, 1, COLUMNS)
                vertical.resizeSection(row, px(GROUP))
            elif isinstance(line, CellLine) and (line.state in LOOKED_AT or line.offices):
                measured += 1
                tall = self._delegate.line_tall(line, width) if measured <= _MEASURED else px(64)
                vertical.resizeSection(row, tall)
            elif vertical.sectionSize(row) != px(LEAST):
                vertical.resizeSection(row, px(LEAST))

    def lay_out_columns(self) -> None:
        """Share the width; a narrow window gives the new value more of it."""
        narrow = self.window().width() < BREAKPOINT
        for column, widths in _FIXED.items():
            self.setColumnWidth(column, px(widths[narrow]))
        room = self.viewport().width() - sum(px(widths[narrow]) for widths in _FIXED.values())
        total = sum(shares[narrow] for shares in _SHARES.values())
        left = room
        for column in (TITLE, OLD):
            width = max(px(60), room * _SHARES[column][narrow] // total)
            self.setColumnWidth(column, width)
            left -= width
        self.setColumnWidth(NEW, max(px(80), left))

    # -- Qt --------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.columnWidth(NEW)
        super().resizeEvent(event)
        self.lay_out_columns()
        if self.columnWidth(NEW) != before:
            self.lay_out_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.preview.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == TICK and event.button() == Qt.MouseButton.LeftButton:
            self.preview.toggle(index.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def _hover(self, index: QModelIndex) -> None:
        row = index.row() if index.isValid() else -1
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()
