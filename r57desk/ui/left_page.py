"""A page that was left with choices made in it: it is kept, and the undo bar leads back to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class Notice(Protocol):
    """Where it is said that a page was left: the undo bar."""

    def show_done(self, words: str, link: str = "", action: Callable[[], object] | None = None) -> None:
        """Say `words`; clicking `link` calls `action`."""
        ...


class LeftPage:
    """At most one page; leaving another gives it up. `open_page` lays a page over the views again."""

    def __init__(self, notice: Callable[[], Notice], open_page: Callable[[QWidget], object]) -> None:
        self._notice, self._open_page = notice, open_page
        self._page: QWidget | None = None

    def leave(self, page: QWidget) -> None:
        """Keep a page that says what would be lost with it (`undecided()`); any other is deleted."""
        words = page.undecided() if hasattr(page, "undecided") else ""
        self.drop()
        if not words:
            page.deleteLater()
            return
        self._page = page
        self._notice().show_done(words, QCoreApplication.translate("LeftPage", "Mở lại"), self.reopen)

    def reopen(self) -> None:
        """Go on where the page was left."""
        page, self._page = self._page, None
        if page is not None and isValid(page):
            self._open_page(page)

    def drop(self) -> None:
        """Give the page up."""
        page, self._page = self._page, None
        if page is not None and isValid(page):
            page.deleteLater()
