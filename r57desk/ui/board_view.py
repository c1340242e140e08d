"""The board: one column a progress, over the window's query. Cards move by drag, by keys and by menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QScrollArea, QWidget

from r57desk.domain import status
from r57desk.domain.query import Query, clause_of
from r57desk.domain.task import Task
from r57desk.services.tasks import SortKey
from r57desk.ui.board_column import FOLDED_WIDTH, BoardColumn
from r57desk.ui.board_model import ColumnModel
from r57desk.ui.card_list import CardList
from r57desk.ui.done_card import DoneCard
from r57desk.ui.lazy_view import LazyView
from r57desk.ui.marks import mark_icon
from r57desk.ui.shown_values import shown_progress
from r57desk.ui.theme import BREAKPOINT, px, scroll_bar_sheet

if TYPE_CHECKING:
    from r57desk.ui.jobs import Jobs
    from r57desk.ui.session import Session

COLUMN_RANGE = (200, 320)
FOLDABLE = ("tam_dung", "huy")
_MARGIN, _GAP = (10, 8), (10, 6)  # wide window, narrow window
_ORDER = {status.DONE: (SortKey("done_date", descending=True),)}
_BY_DEADLINE = (SortKey("deadline_text"),)


class BoardView(LazyView):
    """Six columns; Tạm dừng and Huỷ are folded until asked for. Every move is one edit, undone like any other."""

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._sprung: BoardColumn | None = None
        self._row_layout = QHBoxLayout()
        self._row_layout.setContentsMargins(0, 0, 0, 0)
        self.columns = [self._build_column(code) for code in status.PROGRESS_CODES]
        self._build_area()

    # -- building --------------------------------------------------------------------------------

    def _build_column(self, code: str) -> BoardColumn:
        session = self._session
        cards = ColumnModel(session.desk.tasks.get_page, self._state, self._spoken, self)
        name = shown_progress(code, session.language)
        column = BoardColumn(code, name, CardList(cards, session.language), foldable=code in FOLDABLE)
        column.set_folded(code in FOLDABLE)
        column.dropped.connect(lambda rows: self.move_tasks(rows, code))
        column.rest_opened.connect(lambda: self._spring_open(column))
        column.fold_asked.connect(lambda folded: self._fold(column, folded))
        cards_list = column.list
        cards_list.moved_by.connect(lambda by: self._move_chosen(column, by))
        cards_list.left_by.connect(lambda by: self._step_column(column, by))
        cards_list.task_opened.connect(session.open_task)
        cards_list.menu_asked.connect(lambda spot: self._show_menu(column, spot))
        cards_list.drag_started.connect(lambda: column.list.cards.set_moving(t.id for t in column.list.chosen()))
        cards_list.drag_ended.connect(self._on_drag_ended)
        cards_list.selectionModel().selectionChanged.connect(lambda *_: self._on_selection_changed(column))
        return column

    def _build_area(self) -> None:
        inside = QWidget()
        inside.setLayout(self._row_layout)
        self._area = QScrollArea()
        self._area.setWidget(inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.horizontalScrollBar().setStyleSheet(scroll_bar_sheet())
        for column in self.columns:
            self._row_layout.addWidget(column)
        self._row_layout.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    # -- what is shown ---------------------------------------------------------------------------

    def hint(self) -> str:
        """The line for the status bar."""
        return self.tr("Ctrl+Shift+← → chuyển cột")

    def column(self, code: str) -> BoardColumn:
        """The column of a progress code."""
        return next(column for column in self.columns if column.progress == code)

    def reload(self) -> None:
        """Ask the register again: the counts of every column, the cards of the open ones."""
        session = self._session
        counts = session.desk.tasks.count(session.query, session.as_of)
        for column in self.columns:
            code = column.progress
            self._show_counts(column, counts.by_progress[code], counts.overdue_by_progress[code])
            if not column.folded:
                self._load(column)

    def _load(self, column: BoardColumn) -> None:
        session, code = self._session, column.progress
        query = _narrow(session.query, "progress", code)
        order = _ORDER.get(code, _BY_DEADLINE)
        cursor = column.list.currentIndex().row()
        column.list.cards.set_numbers(session.desk.tasks.find_ids(query, order, session.as_of).ids)
        if cursor >= 0 and not column.list.currentIndex().isValid() and column.list.cards.rowCount():
            last = column.list.cards.rowCount() - 1
            column.list.setCurrentIndex(column.list.cards.index(min(cursor, last)))

    def _show_counts(self, column: BoardColumn, count: int, late: int) -> None:
        words = [column.name, self.tr("%n việc", "", count)]
        column.head.set_counts(count, late, "")
        if late:
            words.append(column.head.late_words())
        column.head.set_counts(count, late, ", ".join(words))
        column.list.setAccessibleName(", ".join(words))

    # -- what the window asks --------------------------------------------------------------------

    def _focused_column(self) -> BoardColumn:
        """The column with the keyboard, else the one with a selection, else the first with cards."""
        opened = [column for column in self.columns if not column.folded]
        for test in (
            lambda column: column.list.hasFocus(),
            lambda column: column.list.selectionModel().hasSelection(),
            lambda column: column.list.cards.rowCount() > 0,
        ):
            found = next(filter(test, opened), None)
            if found is not None:
                return found
        return opened[0]

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) card of the column."""
        listed = self._focused_column().list
        wanted = listed.currentIndex().row() + by
        if 0 <= wanted < listed.cards.rowCount():
            listed.setCurrentIndex(listed.cards.index(wanted))

    def clear_selection(self) -> None:
        """Keep only the current card chosen."""
        listed = self._focused_column().list
        listed.setCurrentIndex(listed.currentIndex())

    def follow_current(self) -> None:
        """Show the card of the session's current task."""
        number = self._session.desk.tasks.find_number(self._session.current) if self._session.current else None
        for column in self.columns:
            index = column.list.cards.index_of_number(number) if number is not None else QModelIndex()
            if index.isValid():
                chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
                column.list.selectionModel().setCurrentIndex(index, chosen)
                column.list.scrollTo(index)
                if self.isAncestorOf(QApplication.focusWidget() or self.window()):
                    column.list.setFocus()

    # -- folding ---------------------------------------------------------------------------------

    def _fold(self, column: BoardColumn, folded: bool) -> None:
        column.set_folded(folded)
        if not folded:
            self._load(column)
            column.list.take_cursor(0)
        self._spread()

    def _spring_open(self, column: BoardColumn) -> None:
        """A drag rests on a folded column: open it until the drag ends."""
        self._sprung = column
        self._fold(column, False)

    def _on_drag_ended(self) -> None:
        if self._sprung is not None:
            sprung, self._sprung = self._sprung, None
            self._fold(sprung, True)
        asking = self.column(status.DONE).done_card
        waiting = asking.row_ids if asking else ()
        for column in self.columns:
            column.list.cards.set_moving(waiting)

    def _spread(self) -> None:
        self.fit(narrow=self.window().width() < BREAKPOINT)

    def fit(self, *, narrow: bool) -> None:
        """Share the width among the open columns, each 200 to 320."""
        margin, gap = _MARGIN[narrow], _GAP[narrow]
        self._row_layout.setContentsMargins(16 if not narrow else 10, margin, 12 if not narrow else 8, 0)
        self._row_layout.setSpacing(gap)
        folded = [column for column in self.columns if column.folded]
        opened = len(self.columns) - len(folded)
        room = self.width() - (28 if not narrow else 18)
        room -= len(folded) * px(FOLDED_WIDTH) + (len(self.columns) - 1) * gap
        least, most = COLUMN_RANGE
        width = max(px(least), min(px(most), room // opened))
        for column in self.columns:
            column.setFixedWidth(px(FOLDED_WIDTH) if column.folded else width)

    # -- moving ----------------------------------------------------------------------------------

    def move_tasks(self, row_ids: Sequence[str], code: str) -> None:
        """Bring tasks to a progress; Hoàn thành first asks when and by what document."""
        found = (self._session.find_task(row_id) for row_id in row_ids)
        tasks = [task for task in found if task is not None and task.progress != code]
        if not tasks:
            return
        if code == status.DONE:
            self._ask_done(tasks)
            return
        values: dict[str, str | None] = {"progress": code}
        if any(task.done_date for task in tasks):
            values["done_date"] = None
        self._write(tasks, values, code)

    def _write(self, tasks: Sequence[Task], values: dict[str, str | None], code: str) -> None:
        moved = [task.id for task in tasks]
        if self._session.set_fields(moved, values) is not None:
            self._follow(moved[0], code)

    def _follow(self, row_id: str, code: str) -> None:
        """Put the keyboard on a card that has moved, unless its new column is folded."""
        column = self.column(code)
        number = self._session.desk.tasks.find_number(row_id)
        if column.folded or number is None:
            return
        index = column.list.cards.index_of_number(number)
        if index.isValid():
            column.list.setFocus()
            column.list.setCurrentIndex(index)
            column.list.scrollTo(index)

    def _ask_done(self, tasks: Sequence[Task]) -> None:
        column = self.column(status.DONE)
        card = DoneCard(tasks, min(self._session.as_of, self._session.desk.today()))
        card.confirmed.connect(lambda day, evidence: self._finish(tasks, day, evidence))
        card.cancelled.connect(lambda: self._send_back(tasks))
        column.ask_done(card)
        for each in self.columns:
            each.list.cards.set_moving(card.row_ids)

    def _finish(self, tasks: Sequence[Task], day: str, evidence: str) -> None:
        values: dict[str, str | None] = {"progress": status.DONE}
        if day:
            values["done_date"] = day
        if evidence:
            values["evidence"] = evidence
        self._close_asking()
        self._write(tasks, values, status.DONE)

    def _send_back(self, tasks: Sequence[Task]) -> None:
        self._close_asking()
        self._follow(tasks[0].id, tasks[0].progress)

    def _close_asking(self) -> None:
        self.column(status.DONE).drop_done_card()
        for column in self.columns:
            column.list.cards.set_moving(())
        self.column(status.DONE).update()

    def _move_chosen(self, column: BoardColumn, by: int) -> None:
        place = self.columns.index(column) + by
        if 0 <= place < len(self.columns):
            self.move_tasks([task.id for task in column.list.chosen()], self.columns[place].progress)

    def _step_column(self, column: BoardColumn, by: int) -> None:
        """The keyboard goes to the next column that shows cards."""
        place = self.columns.index(column) + by
        while 0 <= place < len(self.columns) and self.columns[place].folded:
            place += by
        if 0 <= place < len(self.columns):
            self.columns[place].list.take_cursor(column.list.cursor_height())

    def _show_menu(self, column: BoardColumn, spot: QPoint) -> None:
        menu = QMenu(self)
        chosen = [task.id for task in column.list.chosen()]
        task = column.list.current_task()
        if task is not None:
            menu.addAction(self.tr("Mở chi tiết\tEnter"), lambda: self._session.open_task(task.id))
        other = menu.addMenu(self.tr("Chuyển sang…"))
        for each in self.columns:
            action = other.addAction(mark_icon(each.progress), each.name)
            action.setEnabled(each is not column)
            action.triggered.connect(lambda _checked=False, code=each.progress: self.move_tasks(chosen, code))
        menu.exec(spot)

    def _on_selection_changed(self, column: BoardColumn) -> None:
        if not column.list.selectionModel().hasSelection():
            return
        for other in self.columns:
            if other is not column:
                other.list.clearSelection()
        current = column.list.current_task()
        count = len(column.list.selectionModel().selectedIndexes())
        find = column.list.chosen
        self._session.select_lazily(count, lambda: tuple(task.id for task in find()), current.id if current else "")

    # -- Qt --------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        listed = self._focused_column().list
        if listed.currentIndex().isValid():
            listed.setFocus()
        else:
            listed.take_cursor(0)


def _narrow(query: Query, field: str, value: str) -> Query:
    """The query with one more condition."""
    return Query(words=query.words, clauses=(*query.clauses, clause_of(field, (value,))))
