"""The program as a person uses it: one window over one register, driven by clicks and keys on what is in sight.

Nothing here calls a service: what a person cannot click or type cannot be done.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from r57desk.app import Program
from r57desk.ui.main_window import MainWindow

SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_LONGEST = 30.0
_POLL = 20  # ms


class OfficeWindow:
    """One office at its screen. `quiet` is how long, in seconds, nothing may happen before the next step."""

    def __init__(
        self, app: QApplication, path: Path, size: tuple[int, int] = (1366, 768), quiet: float = 0.03
    ) -> None:
        self.app, self._size, self._quiet = app, size, quiet
        self.program = Program(path)
        self.program.start()
        self.settle()

    @property
    def screen(self) -> QWidget:
        """The window as it is, the first start or the main one."""
        shown = self.program.window
        assert shown is not None
        return shown

    @property
    def window(self) -> MainWindow:
        """The main window."""
        assert isinstance(self.screen, MainWindow)
        return self.screen

    @property
    def page(self) -> Any:
        """The page laid over the views."""
        return self.window._page

    @property
    def view(self) -> Any:
        """The view that is shown."""
        return self.window.shell.view()

    def close(self) -> None:
        """Close the window and the register, as at the end of a day."""
        self.screen.close()
        self.program.close()
        self.program.deleteLater()
        self.settle()

    # -- waiting ---------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let every event and job come to its end."""
        self.wait_for(lambda: True)

    def wait_for(self, come: Callable[[], bool]) -> None:
        """The same, and wait until something has come about; AssertionError when it does not."""
        if self.program.window is not None and self.screen.size().toTuple() != self._size:
            self.screen.resize(*self._size)
        end, since = time.monotonic() + _LONGEST, time.monotonic()
        while time.monotonic() - since < self._quiet or not come():
            self.app.processEvents()
            if self.app.activeWindow() is None and self.app.activePopupWidget() is None:
                self.screen.activateWindow()  # as a desktop does when the window in front goes
            time.sleep(0.002)
            if self.program.jobs.busy() or not come():
                since = time.monotonic()
            assert time.monotonic() < end, "waited in vain"

    # -- what is in sight ------------------------------------------------------------------------

    def dialog(self) -> Any:
        """The dialog over the window."""
        found = [one for one in self.app.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        assert len(found) == 1, found
        return found[0]

    def _find_button(self, words: str, within: QWidget | None) -> QAbstractButton:
        over = [one for one in self.app.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        root = within or (over[-1] if over else self.screen)
        buttons = [one for one in root.findChildren(QAbstractButton) if one.isVisible()]
        found = [one for one in buttons if words in (one.text(), one.accessibleName())]
        assert found, f"no button “{words}” among {sorted(one.text() for one in buttons if one.text())}"
        return found[0]

    # -- doing -----------------------------------------------------------------------------------

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Click the button with these words."""
        button = self._find_button(words, within)
        assert button.isEnabled(), f"“{words}” cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        focus = self.app.focusWidget() or self.screen
        QTest.keyClick(focus, key, modifiers)
        self.settle()

    def type(self, text: str, field: QWidget | None = None) -> None:
        """Write in a field as an input method does, in the place of what stands there."""
        field = field or self.app.focusWidget()
        assert field is not None
        if not field.hasFocus():
            QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 12, 8))
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        event = QInputMethodEvent()
        event.setCommitString(text)
        self.app.sendEvent(field, event)
        self.settle()

    def click_item(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click an item of a list or table."""
        assert index.isValid()
        view.scrollTo(index)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
        self.settle()

    def choose_command(self, words: str) -> None:
        """Open the list of every command at the top left, and take one."""
        self.press("Mọi lệnh")
        menu = self.app.activePopupWidget()
        assert menu is not None
        action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
        self.settle()

    def tick_in_menu(self, button: str, words: str) -> None:
        """Open a menu of ticks, tick one, and close it."""
        self.press(button)
        menu = self.app.activePopupWidget()
        assert menu is not None
        tick = self._find_button(words, menu)
        QTest.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(8, tick.height() // 2))
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        self.settle()

    def name_file(self, path: Path, ask: Callable[[], object]) -> None:
        """Do what opens a file dialog, and name a file in it."""

        def name(asked: QFileDialog) -> None:
            field = asked.findChild(QLineEdit, "fileNameEdit")
            field.setText(str(path))
            QTest.keyClick(field, Qt.Key.Key_Return)

        self._meet(QFileDialog, ask, name)

    def answer_dialog(self, kind: type[QDialog], ask: Callable[[], object], act: Callable[[Any], object]) -> None:
        """Do what opens a dialog that is waited for, and act in it until it is gone."""
        self._meet(kind, ask, act)

    def _meet(self, kind: type[QDialog], ask: Callable[[], object], act: Callable[[Any], object]) -> None:
        """`ask` comes back when the dialog is closed; while it is open, timers are all that runs here.

        A dialog that is still getting ready may not take the first answer: it is given again, and after a while it is
        closed, so that nobody waits for ever.
        """
        met: list[QDialog] = []
        end = time.monotonic() + _LONGEST

        def answer() -> None:
            asked = self.app.activeModalWidget()
            if isinstance(asked, kind):
                met.append(asked)
                act(asked)
                if asked.isVisible() and time.monotonic() > end:
                    asked.reject()
            if not done and time.monotonic() < end + _LONGEST:
                QTimer.singleShot(_POLL, self.program, answer)

        done: list[bool] = []
        QTimer.singleShot(_POLL, self.program, answer)
        ask()
        done.append(True)
        self.settle()
        assert met, f"no {kind.__name__} was opened"
        assert time.monotonic() < end, f"{kind.__name__} took no answer"
