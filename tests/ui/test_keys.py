"""Every key does something that exists; none is a letter alone or steals from input methods."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from r57desk.ui.keys import KEYS, MENU, key_of
from r57desk.ui.main_window import MainWindow

REAL = [key for key in KEYS if key.method]


@pytest.mark.parametrize("key", REAL, ids=lambda key: key.keys)
def test_a_key_has_its_method_and_is_understood_by_qt(key):
    assert callable(getattr(MainWindow, key.method))
    assert not QKeySequence(key.keys).isEmpty()


def test_no_sequence_is_used_twice():
    assert len({key.keys for key in KEYS}) == len(KEYS)


def test_no_one_letter_keys_and_none_of_the_input_methods():
    for key in REAL:
        assert len(key.keys) > 1
        assert key.keys not in ("Alt+Z", "Ctrl+Shift", "Ctrl+Shift+F5", "Ctrl+Space", "Alt+Shift")


def test_the_menu_names_known_actions_with_icons():
    for method in MENU:
        assert not method or key_of(method).icon
