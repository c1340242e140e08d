"""Choices of a menu that exclude one another: the present one carries a dot, as a radio button does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu


def add_choices(menu: QMenu, choices: Sequence[tuple[str, bool, Callable[[], object]]]) -> None:
    """Add (words, whether it is the present one, what choosing it does) to a menu, as one group."""
    group = QActionGroup(menu)
    for words, now, act in choices:
        action = menu.addAction(words, act)
        action.setCheckable(True)
        action.setActionGroup(group)
        action.setChecked(now)
