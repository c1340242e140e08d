"""Search the whole register (Ctrl+K): tasks, leading bodies and commands in one list over the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from r57desk.domain.query import Query, parse_query
from r57desk.domain.text import fold
from r57desk.errors import DeskError
from r57desk.ui.editors import LineInput
from r57desk.ui.notices import icon_label
from r57desk.ui.painting import paint_box
from r57desk.ui.parts import Bar, label
from r57desk.ui.search_hits import HEADING, ROW, Hit, HitDelegate, HitModel, nearest
from r57desk.ui.session import Session
from r57desk.ui.state_words import state_of
from r57desk.ui.theme import SECOND, SMALL, font, px, scroll_bar_sheet, tokens

_WIDTH, _INPUT, _FOOT = 660, 45, 30
_TASKS, _BODIES = 8, 3
_RANKED = 400  # tasks looked at to find the nearest titles
_PAUSE_MS = 200


class SearchPalette(QWidget):
    """Covers the window with a thin veil; Esc or a click outside closes it. `commands` are (words, key, icon, act)."""

    closed = Signal()
    task_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        commands: Sequence[tuple[str, str, str, Callable[[], object]]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._commands, self._window = session, commands, parent
        self._box = QWidget(self)
        self.input = LineInput()
        self.input.setPlaceholderText(self.tr("Tìm nhiệm vụ, cơ quan, lệnh"))
        self.input.setAccessibleName(self.tr("Tìm trong sổ"))
        self.input.setFont(font((15, 22)))
        self.input.installEventFilter(self)
        self.model = HitModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.verticalScrollBar().setStyleSheet(scroll_bar_sheet())
        self.list.setAccessibleName(self.tr("Kết quả tìm"))
        self.list.clicked.connect(lambda index: self._open(index.row()))
        self.list.entered.connect(self._on_entered)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.input.textChanged.connect(lambda _: self._timer.start())
        self._build()
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        top = Bar("surface", "bottom")
        top.setFixedHeight(px(_INPUT))
        row = QHBoxLayout(top)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(10)
        row.addWidget(icon_label("search", "text2"))
        row.addWidget(self.input, 1)
        row.addWidget(label("Esc", "text3", SMALL))
        foot = Bar("surface", "top")
        foot.setFixedHeight(px(_FOOT))
        line = QHBoxLayout(foot)
        line.setContentsMargins(14, 1, 14, 0)
        line.setSpacing(14)
        for words in (
            self.tr("↑ ↓ chọn"),
            self.tr("Enter mở"),
            self.tr("Gõ không dấu cũng tìm được; gõ có dấu thì kết quả đúng dấu lên trước"),
        ):
            line.addWidget(label(words, "text2", SECOND))
        line.addStretch(1)
        for part in (top, self.list, foot):
            column.addWidget(part)

    # -- finding --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Search for what stands in the input."""
        typed = self.input.text().strip()
        words = typed.split()
        hits = [*self._find_tasks(typed), *self._find_bodies(typed), *self._find_commands(typed)]
        self.model.set_hits(hits, words)
        self._move(0, 1)
        self._place()

    def _find_tasks(self, typed: str) -> list[Hit]:
        if len(typed) < 2:
            return []
        session = self._session
        try:
            query = parse_query(typed)
            found = session.desk.tasks.find_ids(query, (), session.as_of).ids
            tasks = nearest(session.desk.tasks.get_page(found[:_RANKED]), typed)[:_TASKS]
        except DeskError as error:
            return [Hit(error.sentence(session.language))]
        hits = [
            Hit(
                task.title,
                "table-2",
                task.stt,
                state=state_of(task, session.as_of, session.language, session.warn_days),
                act=partial(self.task_chosen.emit, task.id),
            )
            for task in tasks
        ]
        return self._headed(self.tr("Nhiệm vụ"), hits, len(found))

    def _find_bodies(self, typed: str) -> list[Hit]:
        if len(typed) < 2:
            return []
        session, key = self._session, fold(typed)
        facets = session.desk.tasks.facets("lead", Query(), session.as_of)
        found = [facet for facet in facets if facet.value and key in fold(facet.label)]
        hits = [
            Hit(
                facet.label,
                "building-2",
                right=self.tr("chủ trì %Ln nhiệm vụ", "", facet.count),
                act=partial(session.set_filters, {"lead": (facet.value,)}),
            )
            for facet in found[:_BODIES]
        ]
        return self._headed(self.tr("Đơn vị"), hits, len(found))

    def _find_commands(self, typed: str) -> list[Hit]:
        session, key, hits = self._session, fold(typed), []
        if typed:
            words = self.tr("Lọc bảng theo “{words}”").format(words=typed)
            hits.append(Hit(words, "funnel", right="Ctrl+F", act=lambda: session.set_words(typed)))
        hits += [
            Hit(words, icon, right=keys, act=act)
            for words, keys, icon, act in self._commands
            if not key or key in fold(words)
        ]
        return self._headed(self.tr("Lệnh"), hits[:8], len(hits))

    def _headed(self, name: str, hits: list[Hit], count: int) -> list[Hit]:
        return [Hit(f"{name} · {count}"), *hits] if hits else []

    # -- moving ---------------------------------------------------------------------------------------

    def _move(self, start: int, by: int) -> None:
        row = start
        while 0 <= row < len(self.model.hits):
            if self.model.hits[row].act is not None:
                self.list.setCurrentIndex(self.model.index(row))
                self.list.viewport().update()
                return
            row += by

    def _on_entered(self, index: QModelIndex) -> None:
        if self.model.hits[index.row()].act is not None:
            self.list.setCurrentIndex(index)
            self.list.viewport().update()

    def _open(self, row: int) -> None:
        hit = self.model.hits[row] if 0 <= row < len(self.model.hits) else None
        if hit is not None and hit.act is not None:
            self.close_palette()
            hit.act()

    def filter_by_words(self) -> None:
        """Narrow the table to what is typed and close."""
        words = self.input.text()
        self.close_palette()
        self._session.set_words(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self.input.composing:
            return False
        row, key = self.list.currentIndex().row(), event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Down:
            self._move(row + 1, 1)
        elif key == Qt.Key.Key_Up:
            self._move(row - 1, -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.refresh()
            self._open(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif control and key == Qt.Key.Key_F:
            self.filter_by_words()
        else:
            return False
        return True

    # -- place ----------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Cover the window and take the keyboard."""
        self._place()
        self.show()
        self.raise_()
        self.input.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def close_palette(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(px(_WIDTH), self.width() - 40)
        rows = sum(px(HEADING if hit.act is None else ROW) for hit in self.model.hits)
        tall = min(rows, self.height() - px(_INPUT + _FOOT) - 120)
        self.list.setFixedHeight(max(tall, 1))
        self._box.setGeometry((self.width() - width) // 2, px(64), width, tall + px(_INPUT + _FOOT) + 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(tokens()["text" if tokens().scheme == "light" else "window"])
        veil.setAlpha(90)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        paint_box(painter, self._box.geometry().adjusted(-1, -1, 1, 1), "surface", "edge", radius=6)
