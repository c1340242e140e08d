"""What stands inside the window and where: rail | header, bars, view and panel, undo bar, status bar."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from r57desk.services.changes import Changes
from r57desk.ui.frame import Frame
from r57desk.ui.jobs import Jobs
from r57desk.ui.panes import focus_next
from r57desk.ui.session import Session
from r57desk.ui.theme import BREAKPOINT, PANEL, PANEL_RANGE, px
from r57desk.ui.views import VIEWS
from r57desk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from r57desk.ui.bulk_bar import BulkBar
    from r57desk.ui.detail_panel import DetailPanel
    from r57desk.ui.notices import EmptyState

_OVERDUE = {"timeliness": ("qua_han",)}
_SOON = {"timeliness": ("sap_den_han",)}
_SHOWN_AGAIN = 200  # rows: an undo of more (an import) has no one place to show


class Shell(Frame):
    """Arranges the parts and keeps their figures true; what they ask for is passed to the window."""

    import_asked = Signal()
    create_asked = Signal()
    samples_asked = Signal()
    print_task_asked = Signal(str)
    print_selected_asked = Signal()
    copy_asked = Signal()
    delete_asked = Signal()
    page_asked = Signal(object)  # a QWidget with a signal `closed`
    send_asked = Signal(str)  # the code of an office, "" for one still to be chosen

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._jobs = jobs
        self._memory = WindowMemory()
        self.view_key = ""
        self._views: dict[str, Any] = {}
        self._has_tasks = True
        self._connect()
        self.refresh()

    # -- parts built when they are first needed -------------------------------------------------------------------------------------

    @cached_property
    def _empty(self) -> EmptyState:
        """What an empty register shows; built when there is one."""
        from r57desk.ui.empty_register import make_empty_register

        made = make_empty_register(self.import_asked.emit, self.create_asked.emit, self.samples_asked.emit)
        self._content.addWidget(made)
        return made

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_session_changed)
        session.query_changed.connect(self.show_counts)
        session.as_of_changed.connect(self.show_counts)
        session.selection_changed.connect(self._on_selection_changed)
        self.status.overdue_asked.connect(lambda: session.set_filters(session.filters | _OVERDUE))
        self.status.soon_asked.connect(lambda: session.set_filters(session.filters | _SOON))
        self._split.splitterMoved.connect(self._on_split_moved)

    @cached_property
    def panel(self) -> DetailPanel:
        """The detail panel; built when it is first opened."""
        from r57desk.ui.detail_panel import DetailPanel

        made = DetailPanel(self._session)
        made.hide()
        made.closed.connect(self.close_panel)
        made.step_asked.connect(self.step)
        made.print_asked.connect(self.print_task_asked)
        self._split.addWidget(made)
        self._split.setStretchFactor(1, 0)
        return made

    @cached_property
    def bulk(self) -> BulkBar:
        """The bar for several rows; built when several are first chosen."""
        from r57desk.ui.bulk_bar import BulkBar

        made = BulkBar(self._session)
        made.print_asked.connect(self.print_selected_asked)
        made.copy_asked.connect(self.copy_asked)
        made.delete_asked.connect(self.delete_asked)
        made.unselect_asked.connect(self.clear_selection)
        self._bars.addWidget(made)
        return made

    # -- figures --------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read every figure of the frame again."""
        self.show_counts()
        self._show_register()
        self._show_undo()
        self._on_selection_changed()
        self._session.run_soon(self, self.show_waiting, after=150)  # not needed for the first picture

    def show_waiting(self) -> None:
        """How many things there are to decide, on the entry of the exchange."""
        found = self._session.desk.exchange.waiting()
        number = found.differences + found.requests + found.gaps
        self.rail.items["exchange"].set_badge(number, self.tr("%n việc cần quyết định", "", number))

    def show_counts(self) -> None:
        """How many rows, how many late; the empty screen when the register holds none."""
        session = self._session
        counts = session.desk.tasks.count(session.query, session.as_of)
        self.status.show_counts(counts.shown, counts.total, counts.overdue, counts.due_soon)
        has = counts.total > 0
        self.header.set_has_tasks(has)
        if has != self._has_tasks:
            self._has_tasks = has
            self._show_content()
            self._focus_content()

    def _show_register(self) -> None:
        session, register = self._session, self._session.desk.register
        copies = register.backups()
        self.status.show_register(
            session.desk.office_name,
            read_only=session.read_only,
            sample=register.has_samples(),
            backup=copies[0].at if copies else "",
            saved=session.saved_at,
            today=session.desk.today(),
        )

    def _show_undo(self) -> None:
        undo = self._session.desk.undo
        writable = not self._session.read_only
        self.header.show_undo(
            undo.undo_label(),
            undo.redo_label(),
            possible=writable and undo.can_undo(),
            again=writable and undo.can_redo(),
        )

    def _on_session_changed(self, changes: Changes) -> None:
        self.show_counts()
        self._show_register()
        self._show_undo()
        self._session.run_soon(self, self.show_waiting)
        self._session.run_soon(self, self._show_hint)
        self._session.run_soon(self, self._show_main)
        if changes.kind in ("undo", "redo") and 0 < len(changes.rows) <= _SHOWN_AGAIN:
            self._session.run_soon(self, lambda: self._show_touched(changes))  # when the views have read again

    def _show_touched(self, changes: Changes) -> None:
        """Put the keyboard on what an undo brought back, so that one sees it; nothing when it is out of sight or gone."""
        rows = {
            row: number for row in changes.rows if (number := self._session.desk.tasks.find_number(row)) is not None
        }
        view = self.view()
        if rows and view is not None:
            shown = self._session.current if self._session.current in rows else min(rows, key=lambda row: rows[row])
            self._session.select((shown,), shown)
            view.show_task(shown) if hasattr(view, "show_task") else view.follow_current()

    def _on_selection_changed(self) -> None:
        count = self._session.selected_count
        self.status.show_selected(count)
        many = count > 1 and self.view_key == "tasks"
        if many:
            self.bulk.show_count(count)
            self._bars.setCurrentWidget(self.bulk)
        else:
            self._bars.setCurrentWidget(self.filters)
        if self._session.panel_open and count <= 1:
            self._show_in_panel(self._session.current)

    # -- views ----------------------------------------------------------------------------------------

    def view(self) -> Any:
        """The widget of the view that is shown."""
        return self._views.get(self.view_key)

    def show_view(self, key: str) -> None:
        """Show a view; it is built when it is first asked for."""
        view = next(view for view in VIEWS if view.key == key)
        if key not in self._views:
            made = view.build(self._session, self._jobs)
            self._views[key] = made
            self._content.addWidget(made)
            for name, asked in (
                ("panel_asked", self.open_panel),
                ("page_asked", self.page_asked),
                ("send_asked", self.send_asked),
                ("import_asked", self.import_asked),
            ):
                if hasattr(made, name):
                    getattr(made, name).connect(asked)
        self.view_key = key
        widget = self._views[key]
        self.rail.choose(key)
        self.header.set_title(view.title(), view.remark(), dated=bool(view.chips))
        self._show_main()
        self.filters.set_view(view.chips, getattr(widget, "bar_start", None), getattr(widget, "bar_end", None))
        self._show_hint()
        self._show_content()
        self._tell_width()
        if hasattr(widget, "follow_current"):
            widget.follow_current()
        self._on_selection_changed()
        self._focus_content()

    def _show_main(self) -> None:
        """One filled button: that of an empty view, or sending in the header of the exchange."""
        empty = getattr(self.view(), "is_empty", False)
        self.header.exporting.set_variant("plain" if self._shows_tasks() or empty else "filled")

    def _focus_content(self) -> None:
        """Give the keyboard to what is looked at: the view, or the button of the empty screen."""
        shown = self._content.currentWidget()
        if shown is not None:
            shown.setFocus()

    def _show_content(self) -> None:
        widget = self.view()
        if widget is not None:
            of_tasks = self._shows_tasks()
            self._content.setCurrentWidget(widget if self._has_tasks or not of_tasks else self._empty)
            self._bars.setVisible(self._has_tasks and of_tasks)
        if not self._has_tasks:
            self.close_panel()

    def _shows_tasks(self) -> bool:
        """Whether the view is one of tasks: filtered, judged by a date, empty when the register is."""
        return any(view.chips for view in VIEWS if view.key == self.view_key)

    def lay_page(self, page: QWidget) -> None:
        """Show a page over the header, the bars and the view."""
        self._frames.addWidget(page)
        self._frames.setCurrentWidget(page)
        self._show_hint()
        if hasattr(page, "hint_changed"):
            page.hint_changed.connect(self._show_hint)

    def lift_page(self, page: QWidget) -> None:
        """Show the view again."""
        self._frames.setCurrentIndex(0)
        self._frames.removeWidget(page)
        self._show_hint()
        self._focus_content()

    def _show_hint(self) -> None:
        """What the page or the view says of itself in the status bar; without tasks, instead of their counts."""
        laid = bool(self._frames.currentIndex())
        page, instead = (self._frames.currentWidget() if laid else self.view()), laid or not self._shows_tasks()
        self.status.show_hint(page.hint() if page and hasattr(page, "hint") else "", instead=instead)

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) task of the view."""
        if hasattr(self.view(), "step"):
            self.view().step(by)

    def copy(self, *, headings: bool) -> int:
        """Copy what is chosen in the view; how many rows."""
        return self.view().copy(headings=headings) if hasattr(self.view(), "copy") else 0

    def set_compact(self, compact: bool) -> None:
        """Gọn or Thoáng in the table."""
        table = self._views.get("tasks")
        if table is not None:
            table.set_compact(compact)

    def clear_selection(self) -> None:
        """Keep only the current row chosen."""
        if hasattr(self.view(), "clear_selection"):
            self.view().clear_selection()

    # -- panel ----------------------------------------------------------------------------------------

    def open_panel(self, row_id: str = "") -> None:
        """Show a task (the current one when none is named) beside the view."""
        row_id = row_id or self._session.current
        if not row_id or not self._show_in_panel(row_id):
            return
        if not self._session.panel_open:
            self.panel.show()
            wide = self.window().width() >= BREAKPOINT
            wanted = self._memory.panel_width(px(PANEL[0 if wide else 1]) if wide else px(PANEL[1]))
            wanted = min(max(wanted, px(PANEL_RANGE[0])), px(PANEL_RANGE[1]), self._split.width() * 9 // 20)
            self._split.setSizes([max(self._split.width() - wanted - 1, 200), wanted])
            self._session.set_panel_open(True)
        if hasattr(self.view(), "follow_current"):
            self.view().follow_current()

    def _show_in_panel(self, row_id: str) -> bool:
        task = self._session.find_task(row_id) if row_id else None
        if task is not None:
            self.panel.show_task(task)
        return task is not None

    def close_panel(self) -> None:
        """Give the room back to the view."""
        if self._session.panel_open:
            had_keyboard = self.panel.isAncestorOf(QApplication.focusWidget() or self)
            self.panel.hide()
            self._session.set_panel_open(False)
            if had_keyboard and self.view() is not None:
                self.view().setFocus()

    def _on_split_moved(self, place: int, handle: int) -> None:
        self._memory.set_panel_width(self.panel.width())

    # -- keyboard -------------------------------------------------------------------------------------

    def has_keyboard_in_view(self) -> bool:
        """Whether keys meant for rows go to rows: not while the panel or a field is being used."""
        focus = QApplication.focusWidget()
        in_panel = self._session.panel_open and focus is not None and self.panel.isAncestorOf(focus)
        return focus is None or not (in_panel or self.filters.isAncestorOf(focus))

    def focus_next_pane(self) -> None:
        """Give the keyboard to the next pane."""
        panel = self.panel if self._session.panel_open else None
        focus_next([self.rail, self.header, self._bars.currentWidget(), self._content.currentWidget(), panel])

    def close_nearest(self) -> None:
        """Esc: the panel, then a selection of several, then the undo bar."""
        if self._session.panel_open:
            self.close_panel()
        elif self._session.selected_count > 1:
            self.clear_selection()
        else:
            self.undo_bar.hide()

    # -- room -----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_width()

    def _tell_width(self) -> None:
        width = self.window().width()
        self.header.fit(width)
        if hasattr(self.view(), "set_window_width"):
            self.view().set_window_width(width)
        self.filters.refresh()
