"""The composition root of the window: builds the rooms and introduces them; the only module that knows everyone."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from r57desk import __version__, paths
from r57desk.errors import DeskError
from r57desk.paper.fonts import register_screen_fonts
from r57desk.services.desk import Desk
from r57desk.services.register import Backup, restore_backup
from r57desk.ui.garbage import GarbageCollector
from r57desk.ui.jobs import Jobs
from r57desk.ui.main_window import MainWindow
from r57desk.ui.session import Session
from r57desk.ui.theme import Look, apply_look
from r57desk.ui.translation import install_language
from r57desk.ui.window_memory import WindowMemory

log = logging.getLogger("r57desk")

_LOG_BYTES = 500_000
_LOG_FILES = 3
_SIZE = (1366, 768)


def run_window(path: Path | None) -> int:
    """Open the register, or the first start where there is none; returns when the window is closed."""
    app = make_application(sys.argv)
    keep_log(paths.log_folder())
    program = Program(path or paths.default_database())
    program.start()
    code = app.exec()
    program.close()
    return code


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication, with our fonts, the user's look, and Vietnamese spoken."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
    else:
        app = QApplication([*arguments, "-style", "Fusion"])  # asking for the style object costs 10 ms of enums
    app.setApplicationName("r57desk")
    app.setApplicationVersion(__version__)
    register_screen_fonts()
    memory = WindowMemory()
    apply_look(app, _look(memory.look()), memory.scale())
    install_language(app, "vi")
    GarbageCollector(app)
    return app


class Program(QObject):
    """One register at a time: opens it, shows its window, and swaps both when a copy is restored."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.jobs = Jobs(self)
        self.desk: Desk | None = None
        self.window: QWidget | None = None

    def start(self) -> None:
        """Show the window, the first start, or what is wrong with the register."""
        if not self.path.exists():
            self.show_first_start()
            return
        try:
            self.show_desk(Desk.open(self.path))
        except DeskError as error:
            self._on_refused(error)

    def show_first_start(self) -> None:
        """Ask whose register this is."""
        from r57desk.ui.first_start import FirstStart

        first = FirstStart(self.path, self.jobs)
        first.setWindowTitle("r57desk")
        first.resize(*_SIZE)
        first.ready.connect(self.show_desk)
        first.left.connect(first.close)
        self._show(first)

    def show_desk(self, desk: Desk) -> None:
        """Show the window of an open register."""
        self.close_desk()
        self.desk, self.path = desk, desk.path
        app = QApplication.instance()
        assert app is not None
        install_language(app, desk.language)
        session = Session(desk)
        session.read_only = desk.read_only
        window = MainWindow(session, self.jobs)
        window.restore_asked.connect(self.restore)
        self._show(window)

    def restore(self, copy: Backup) -> None:
        """Put a copy in the place of the open register and open it; the register that was there is kept aside."""
        self.close_desk()
        try:
            restore_backup(self.path, copy)
        except DeskError as error:
            from r57desk.ui.messages import show_problem

            show_problem(self.window, self.tr("Không khôi phục được"), error)
        self.start()

    def close_desk(self) -> None:
        """Let the register go."""
        if self.desk is not None:
            self.desk.close()
            self.desk = None

    def close(self) -> None:
        """End every job and let the register go."""
        self.jobs.close()
        self.close_desk()

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        window.show()
        if old is not None:
            old.close()
            old.deleteLater()

    def _on_refused(self, error: DeskError) -> None:
        from r57desk.ui.messages import show_problem

        title = self.tr("Không mở được sổ")
        if error.code == "register_damaged":
            from r57desk.ui.restore_dialog import RestoreDialog

            dialog = RestoreDialog(self.path, why=error.sentence())
            dialog.restored.connect(self.start)
            dialog.exec()
        elif error.code == "register_locked":
            show_problem(None, title, error, self.tr("Mở để xem"), self._open_to_read)
        else:
            show_problem(None, title, error)

    def _open_to_read(self) -> None:
        try:
            self.show_desk(Desk.open(self.path, read_only=True))
        except DeskError as error:
            from r57desk.ui.messages import show_problem

            show_problem(None, self.tr("Không mở được sổ"), error)


# -- when something goes wrong that nobody foresaw ---------------------------------------------------


def keep_log(folder: Path) -> None:
    """Log to rotating files, crashes of Python and Qt included; a windowed program has no console to write to."""
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "r57desk.log", maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    _CRASHES.append((folder / "crash.log").open("a", encoding="utf-8"))
    faulthandler.enable(_CRASHES[-1])
    qInstallMessageHandler(_on_qt_message)
    sys.excepthook = _on_exception


_CRASHES: list[IO[str]] = []  # faulthandler writes to the file as long as it is open
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _on_qt_message(kind: QtMsgType, _: object, message: str | None) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)


def _on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    from r57desk.ui.crash import show_crash

    log.critical("unforeseen", exc_info=(kind, error, trace))
    show_crash(error, paths.log_folder())


def _look(name: str) -> Look:
    return "light" if name == "light" else "dark" if name == "dark" else "system"
