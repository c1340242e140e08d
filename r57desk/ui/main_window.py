"""The window: rail, header, filters, one view at a time, the panel beside it, status bar; it does what they ask.

A new language, look or text size builds everything inside it again; what is looked at lives in the session.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from r57desk.services.changes import Changes
from r57desk.ui.dragging import dropped_workbook
from r57desk.ui.jobs import Jobs
from r57desk.ui.keys import KEYS
from r57desk.ui.left_page import LeftPage
from r57desk.ui.main_menu import make_menu
from r57desk.ui.outcomes import Outcomes
from r57desk.ui.session import Session
from r57desk.ui.shell import Shell
from r57desk.ui.theme import apply_look, resolve, tokens
from r57desk.ui.views import VIEWS
from r57desk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from r57desk.ui.import_view import ImportView
    from r57desk.ui.search_palette import SearchPalette

_LEAST = (1000, 560)
_FIRST = (1366, 768)


class MainWindow(QMainWindow):
    """Pages, dialogs and the search are imported when they are first opened: the window comes up sooner.

    `restore_asked(backup)`: the user wants to go back to a copy; whoever holds the register open does it.
    """

    restore_asked = Signal(object)

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self.session, self.jobs = session, jobs
        self._memory = WindowMemory()
        self._palette: SearchPalette | None = None
        self._before_search: QWidget | None = None
        self._page: QWidget | None = None
        self._left = LeftPage(lambda: self.shell.undo_bar, self.open_page)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self._place()
        self._build("tasks")
        for key in KEYS:
            if key.method and key.keys != "Esc":
                shortcut = QShortcut(QKeySequence(key.keys), self)
                shortcut.activated.connect(getattr(self, key.method))
        self._outcomes = Outcomes(session, lambda: self.shell.undo_bar, self)
        session.task_opened.connect(self._on_session_task_opened)
        QApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _place(self) -> None:
        geometry = self._memory.geometry()
        room = self.screen().availableGeometry()
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            self.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height()))
        if not any(screen.availableGeometry().intersects(self.geometry()) for screen in QApplication.screens()):
            self.move(room.topLeft())

    def _build(self, view: str) -> None:
        self.setWindowTitle(f"{self.session.desk.office_name} – r57desk")
        self.shell = Shell(self.session, self.jobs)
        self.setCentralWidget(self.shell)
        shell = self.shell
        for signal, act in (
            (shell.rail.view_asked, self.show_view),
            (shell.rail.settings_asked, self.open_settings),
            (shell.rail.menu.clicked, self.open_menu),
            (shell.header.search_asked, self.open_search),
            (shell.header.import_asked, self.choose_import),
            (shell.header.export_asked, self.choose_export),
            (shell.header.print_asked, self.open_print),
            (shell.filters.search_asked, self.open_filter),
            (shell.print_task_asked, self.print_task),
            (shell.print_selected_asked, self.print_selected),
            (shell.copy_asked, self.copy_with_headings),
            (shell.delete_asked, self.delete_selected),
            (shell.import_asked, self.choose_import),
            (shell.create_asked, self.create_task),
            (shell.samples_asked, self.load_samples),
            (shell.page_asked, self.open_page),
            (shell.send_asked, self.send_to),
        ):
            signal.connect(act)
        shell.show_view(view)

    def rebuild(self) -> None:
        """Build everything inside again: the language or the look changed."""
        view, self._page = self.shell.view_key, None
        panel = self.session.panel_open
        self.session.set_panel_open(False)
        self._build(view)
        if panel:  # when the new parts have their places
            QTimer.singleShot(0, self.shell, self.shell.open_panel)

    # -- views and pages ------------------------------------------------------------------------------

    def show_view(self, key: str) -> None:
        """Show a view; an open page is left."""
        self.close_page()
        self.shell.show_view(key)

    def show_first_view(self) -> None:
        """Ctrl+1."""
        self.show_view(VIEWS[0].key)

    def show_second_view(self) -> None:
        """Ctrl+2."""
        self.show_view(VIEWS[1].key)

    def show_third_view(self) -> None:
        """Ctrl+3."""
        self.show_view(VIEWS[2].key)

    def show_fourth_view(self) -> None:
        """Ctrl+4."""
        self.show_view(VIEWS[3].key)

    def open_page(self, page: QWidget) -> None:
        """Lay a page (it has a signal `closed`) over the views."""
        self.close_page()
        self._page = page
        page.closed.connect(self.close_page)  # type: ignore[attr-defined]
        self.shell.lay_page(page)
        page.setFocus()

    def close_page(self) -> None:
        """Back to the view."""
        page, self._page = self._page, None
        if page is not None:
            page.closed.disconnect(self.close_page)  # type: ignore[attr-defined]
            self.shell.lift_page(page)
            self._left.leave(page)

    # -- finding --------------------------------------------------------------------------------------

    def open_search(self) -> None:
        """Search the whole register."""
        from r57desk.ui.search_palette import SearchPalette

        if self._palette is not None:
            return
        self._before_search = QApplication.focusWidget()
        commands = [(key.words(), key.keys, key.icon, getattr(self, key.method)) for key in KEYS if key.icon]
        palette = SearchPalette(self.session, commands, self)
        palette.task_chosen.connect(self.session.open_task)
        palette.closed.connect(self._on_palette_closed)
        self._palette = palette
        palette.open_palette()

    def open_filter(self) -> None:
        """Search with the words that narrow the table now."""
        self.open_search()
        if self._palette is not None:
            self._palette.input.setText(self.session.words)
            self._palette.input.selectAll()

    def _on_palette_closed(self) -> None:
        self._palette = None
        if self._before_search is not None and isValid(self._before_search):
            self._before_search.setFocus()

    def show_next(self) -> None:
        """The next task in the view."""
        self.shell.step(1)

    def show_previous(self) -> None:
        """The previous task in the view."""
        self.shell.step(-1)

    def reload(self) -> None:
        """Read everything again."""
        self.session.changed.emit(Changes("options", everything=True))

    # -- tasks ----------------------------------------------------------------------------------------

    def create_task(self) -> None:
        """Ask for a new task and open it."""
        from r57desk.ui.new_task_dialog import NewTaskDialog

        dialog = NewTaskDialog(self.session, self)
        if dialog.exec() and dialog.row_id is not None:
            self.session.open_task(dialog.row_id)

    def delete_selected(self) -> None:
        """Take the chosen tasks out; the undo bar brings them back."""
        rows = self.session.selection
        if rows and self.shell.has_keyboard_in_view():
            self.session.delete(rows)

    def copy(self) -> None:
        """Copy the chosen rows, or the value the keyboard is on."""
        own = getattr(QApplication.focusWidget(), "copy_text", None)
        if own is not None:
            own()
        else:
            self._copy(headings=False)

    def copy_with_headings(self) -> None:
        """Copy the chosen rows under their headings."""
        self._copy(headings=True)

    def _copy(self, *, headings: bool) -> None:
        count = self.shell.copy(headings=headings)
        if count:
            self.shell.undo_bar.show_done(self.tr("Đã sao chép %Ln nhiệm vụ.", "", count))

    def undo(self) -> None:
        """Take back the last change."""
        self.session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self.session.redo()

    def load_samples(self) -> None:
        """Fill the register with sample tasks."""
        self.session.write(self.session.desk.register.load_samples)

    # -- files and paper ------------------------------------------------------------------------------

    def choose_import(self) -> None:
        """Open the import page and ask for a file."""
        page = self.open_import()
        page.choose_file()

    def open_import(self, path: Path | None = None) -> ImportView:
        """The import page, reading `path` at once when one is given."""
        from r57desk.ui.import_view import ImportView

        page = ImportView(self.session, self.jobs)
        page.review_asked.connect(self.open_review)
        self.open_page(page)
        if path is not None:
            page.open_file(path)
        return page

    def open_review(self, section: str) -> None:
        """What is to be decided, from its page or from where it came in."""
        from r57desk.ui.review_view import ReviewView

        self.show_view("exchange")
        self.open_page(ReviewView(self.session, section))

    def choose_export(self) -> None:
        """Ask which tasks go into a workbook, for whom, and where."""
        self._open_export(sending=self.shell.view_key == "exchange")

    def send_to(self, office: str) -> None:
        """The same, with the office it goes to named already ("" for one still to be chosen)."""
        self._open_export(sending=True, to=office)

    def _open_export(self, *, sending: bool, to: str = "") -> None:
        from r57desk.ui.export_dialog import ExportDialog

        ExportDialog(self.session, self.jobs, self, sending=sending, to=to).open()

    def open_print(self) -> None:
        """Preview the list of what is shown."""
        self._open_print(())

    def print_selected(self) -> None:
        """Preview the sheets of the chosen tasks."""
        self._open_print(self.session.selection)

    def print_task(self, row_id: str) -> None:
        """Preview the sheet of one task."""
        self._open_print((row_id,))

    def _open_print(self, rows: tuple[str, ...]) -> None:
        from r57desk.ui.print_view import PrintView

        self.open_page(PrintView(self.session, self.jobs, rows))

    # -- dialogs --------------------------------------------------------------------------------------

    def open_settings(self) -> None:
        """The settings; a new look builds them again too."""
        from r57desk.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.session, self)
        dialog.look_changed.connect(self._on_look_changed)
        dialog.density_changed.connect(self.shell.set_compact)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = dialog
        dialog.open()

    def _on_look_changed(self) -> None:
        place = self._settings.scrolled()
        self._settings.close()
        self.rebuild()
        self.open_settings()
        QTimer.singleShot(0, self, lambda: self._settings.scroll_to(place))

    def _on_scheme_changed(self) -> None:
        """The system turned light or dark: follow it if the look is left to the system."""
        app = QApplication.instance()
        follows = self._memory.look() == "system" and resolve("system") != tokens().scheme
        if follows and isinstance(app, QApplication):
            apply_look(app, "system", self._memory.scale())
            self.rebuild()

    def open_keys(self) -> None:
        """The sheet of keys."""
        from r57desk.ui.keys_dialog import KeysDialog

        KeysDialog(self).exec()

    def open_menu(self) -> None:
        """Every action as a list, under the menu button."""
        button = self.shell.rail.menu
        self.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """The list of every action, with its key."""
        return make_menu(self, self.session)

    def _on_session_task_opened(self, row_id: str) -> None:
        self.close_page()
        self.shell.open_panel(row_id)

    # -- Qt -------------------------------------------------------------------------------------------

    def focus_next_pane(self) -> None:
        """F6: rail, header, filters, view, panel, and round again."""
        self.shell.focus_next_pane()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.close_nearest()
        else:
            super().keyPressEvent(event)

    def close_nearest(self) -> None:
        """Esc: the page, the panel, the selection, the undo bar: whatever is nearest."""
        if self._page is not None:
            self.close_page()
        else:
            self.shell.close_nearest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._palette is not None:
            self._palette.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(not self.session.read_only and dropped_workbook(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_workbook(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_import(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.set_geometry(self.saveGeometry())
        self.jobs.close()
        super().closeEvent(event)
