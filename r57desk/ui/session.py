"""Session: one open register as the window works with it, and the only door of every write the user makes.

Screens read `desk` through services and listen to the signals here; one `changed` refreshes them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from r57desk.domain.query import EVERYTHING, Query, clause_of, parse_query
from r57desk.domain.task import Task
from r57desk.errors import DeskError, Language
from r57desk.services import clock
from r57desk.services.changes import Changes

if TYPE_CHECKING:
    from r57desk.services.desk import Desk
    from r57desk.services.tasks import SortKey


class Session(QObject):
    """The desk plus what the user looks at: filters, as-of date, order, selection.

    `failed` carries a DeskError whose sentence the window shows; the register is unchanged then.
    """

    changed = Signal(object)  # Changes: something was written
    query_changed = Signal()  # filters or words
    as_of_changed = Signal()
    sort_changed = Signal()
    selection_changed = Signal()  # `selection` or `current`
    task_opened = Signal(str)  # a screen asks for the panel on this row
    panel_changed = Signal(bool)  # the detail panel opened or closed
    failed = Signal(object)  # DeskError
    told = Signal(str)  # a remark for the undo bar, nothing to take back
    filed = Signal(object)  # Path: a file was written, its folder can be opened
    done = Signal(str, object)  # words for the undo bar, and the Changes it takes back

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.language: Language = desk.language
        self.warn_days = desk.warn_days
        self.read_only = desk.read_only
        self.panel_open = False
        self.as_of: date = desk.today()
        self.words = ""
        self._typed = EVERYTHING
        self.filters: dict[str, tuple[str, ...]] = {}
        self.sort: tuple[SortKey, ...] = ()
        self.selected_count = 0
        self.current = ""
        self._find_selection: Callable[[], tuple[str, ...]] = tuple
        self.saved_at = ""  # ISO local time of the last write

    # -- what is looked at ----------------------------------------------------------------------------

    @property
    def query(self) -> Query:
        """The present filters and words as one query."""
        clauses = tuple(clause_of(field, values) for field, values in self.filters.items())
        typed = self._typed
        return Query(typed.words, (*clauses, *typed.clauses), typed.raw)

    def filtered(self) -> bool:
        """Whether any filter or word narrows the register."""
        return bool(self.filters or self.words)

    def set_filter(self, field: str, values: Iterable[str]) -> None:
        """Keep only rows whose `field` is one of `values`; none drops the filter."""
        chosen = tuple(values)
        if self.filters.get(field, ()) == chosen:
            return
        self.filters.pop(field, None)
        if chosen:
            self.filters[field] = chosen
        self.query_changed.emit()

    def set_words(self, words: str) -> None:
        """Keep only rows that hold these words; `lead:"Bộ Công an"` and its like are understood too."""
        if words.strip() == self.words:
            return
        try:
            self._typed = parse_query(words)
        except DeskError as error:
            self.failed.emit(error)
            return
        self.words = words.strip()
        self.query_changed.emit()

    def set_filters(self, filters: Mapping[str, tuple[str, ...]]) -> None:
        """Replace all filters and words at once: the list behind a number."""
        self.filters, self.words, self._typed = dict(filters), "", EVERYTHING
        self.query_changed.emit()

    def clear_filters(self) -> None:
        """Show every row again."""
        if self.filtered():
            self.set_filters({})

    def set_as_of(self, day: date) -> None:
        """Judge every row against this date."""
        if day != self.as_of:
            self.as_of = day
            self.as_of_changed.emit()

    def set_sort(self, sort: tuple[SortKey, ...]) -> None:
        """Order rows by these keys; none means by document, group, number."""
        if sort != self.sort:
            self.sort = sort
            self.sort_changed.emit()

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the chosen rows; may read many tasks, so ask only when they are needed."""
        return self._find_selection()

    def select(self, rows: Iterable[str], current: str = "") -> None:
        """The rows chosen in a screen, and the one the keyboard is on."""
        chosen = tuple(rows)
        if chosen != self.selection or current != self.current:
            self.select_lazily(len(chosen), lambda: chosen, current)

    def select_lazily(self, count: int, find: Callable[[], tuple[str, ...]], current: str) -> None:
        """The same for a screen where thousands may be chosen: `find()` names them when someone asks."""
        self.selected_count, self._find_selection, self.current = count, find, current
        self.selection_changed.emit()

    def open_task(self, row_id: str) -> None:
        """Show this row in the panel."""
        self.select((row_id,), row_id)
        self.task_opened.emit(row_id)

    def set_panel_open(self, is_open: bool) -> None:
        """Note that the panel opened or closed; tables drop columns beside it."""
        if is_open != self.panel_open:
            self.panel_open = is_open
            self.panel_changed.emit(is_open)

    def run_soon(self, owner: QObject, step: Callable[[], None], after: int = 0) -> None:
        """Run a step when the event loop is free, `after` ms from now, unless its owner or the register is gone by then."""
        QTimer.singleShot(after, owner, lambda: step() if self.desk.is_open else None)

    def find_task(self, row_id: str) -> Task | None:
        """The task as it stands, or None when it is no longer there."""
        try:
            return self.desk.tasks.get(row_id)
        except DeskError:
            return None

    def find_year(self, code: str, source: str) -> int | None:
        """The year that completes what is typed into a field of a task of this document; None but for deadlines."""
        return self.desk.tasks.find_document_year(source) if code == "deadline_text" and source else None

    # -- what is written ------------------------------------------------------------------------------

    def set_fields(self, rows: Iterable[str], values: Mapping[str, str | None]) -> Changes | None:
        """Write values (canonical text, None erases) into rows; None when it was refused (`failed` says why)."""
        return self.write(lambda: self.desk.tasks.set_fields(tuple(rows), dict(values)))

    def create(self, values: Mapping[str, str | None]) -> str | None:
        """A new task; its row id, or None when it was refused."""
        changes = self.write(lambda: self.desk.tasks.create(dict(values)))
        return next(iter(changes.rows), None) if changes else None

    def delete(self, rows: Iterable[str]) -> Changes | None:
        """Take rows out of the register; undo brings them back."""
        return self.write(lambda: self.desk.tasks.delete(tuple(rows)))

    def undo(self) -> Changes | None:
        """Take back the last change, whatever screen it came from."""
        return self.write(self.desk.undo.undo)

    def redo(self) -> Changes | None:
        """Do again what was just taken back."""
        return self.write(self.desk.undo.redo)

    def undo_change(self, change: int) -> Changes | None:
        """Take back one change by its number: the undo bar, an import."""
        return self.write(lambda: self.desk.undo.undo_change(change))

    def write(self, act: Callable[[], Changes | None]) -> Changes | None:
        """Do `act` and tell every screen what it touched; a known error goes to `failed`."""
        try:
            changes = act()
        except DeskError as error:
            self.failed.emit(error)
            return None
        if changes is not None:
            self.announce(changes)
            if changes.waiting and not changes:
                self.told.emit(self.tr("Đã đề nghị đúng như vậy trước đó, đang chờ trả lời: không ghi thêm."))
        return changes

    def write_and_say(self, act: Callable[[], Changes | None], words: str) -> Changes | None:
        """As `write`, and say `words` with the way back: for what is not seen to change where one looks."""
        changes = self.write(act)
        if changes is not None and changes.change is not None:
            self.done.emit(words, changes)
        return changes

    def announce(self, changes: Changes) -> None:
        """Tell every screen what a finished job (an import, a restore) touched."""
        if changes:
            self.saved_at = clock.now()
            self.changed.emit(changes)
