"""The list behind the button at the top left: every action of the window with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from r57desk.ui.icons import icon
from r57desk.ui.keys import MENU, key_of
from r57desk.ui.session import Session


def make_menu(window: QWidget, session: Session) -> QMenu:
    """A menu of the window's own methods, named in `keys.MENU`; what cannot be done now is greyed."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for method in MENU:
        if not method:
            menu.addSeparator()
            continue
        key = key_of(method)
        action = menu.addAction(icon(key.icon, "text2"), f"{key.words()}\t{key.keys}")
        action.triggered.connect(getattr(window, method))
        action.setEnabled(is_possible(method, session))
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("MainWindow", "Thoát"), window.close)
    return menu


def is_possible(method: str, session: Session) -> bool:
    """Whether an action has something to act on."""
    undo = session.desk.undo
    tests: dict[str, Callable[[], bool]] = {
        "undo": undo.can_undo,
        "redo": undo.can_redo,
        "copy": lambda: session.selected_count > 0,
        "copy_with_headings": lambda: session.selected_count > 0,
        "delete_selected": lambda: session.selected_count > 0 and not session.read_only,
        "create_task": lambda: not session.read_only,
        "choose_import": lambda: not session.read_only,
    }
    return tests.get(method, lambda: True)()
