"""Icons take the colour of their token and are sharp at any screen scale."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QIcon

from r57desk.ui.icons import icon, pixmap
from r57desk.ui.theme import apply_look, tokens


def colours(image):
    return {
        QColor(image.pixelColor(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_is_drawn_in_its_token(qapp):
    apply_look(qapp, "light")
    assert tokens().hex("late") in colours(pixmap("triangle-alert", "late", 32).toImage())


def test_the_pixmap_has_the_screens_resolution(qapp):
    made = pixmap("search", "text", 16, 2.0)
    assert (made.width(), made.devicePixelRatio()) == (32, 2.0)
    assert made.deviceIndependentSize().width() == 16


def test_a_disabled_icon_is_off(qapp):
    apply_look(qapp, "light")
    shown = icon("plus", "text", 32).pixmap(32, QIcon.Mode.Disabled).toImage()
    assert tokens().hex("off") in colours(shown)


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        pixmap("no-such-icon")
