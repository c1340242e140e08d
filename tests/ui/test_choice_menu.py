"""One choice of several in a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from r57desk.ui.choice_menu import add_choices


def test_the_present_one_is_marked_and_only_one_can_be(qtbot, session):
    menu, done = QMenu(), []
    qtbot.addWidget(menu)
    add_choices(menu, [("Một", True, lambda: done.append(1)), ("Hai", False, lambda: done.append(2))])
    one, two = menu.actions()
    assert one.isChecked()
    assert one.actionGroup().isExclusive()
    two.trigger()
    assert done == [2]
    assert two.isChecked()
    assert not one.isChecked()
