"""A panel at one side of a screen."""

from __future__ import annotations

import pytest

from r57desk.ui.side import Side
from r57desk.ui.theme import tokens


@pytest.mark.parametrize(("edge", "x"), [("left", 0), ("right", 99)])
def test_the_line_stands_where_the_main_part_begins(qtbot, session, edge, x):
    side = Side(edge)
    qtbot.addWidget(side)
    side.resize(100, 40)
    image = side.grab().toImage()
    assert image.pixelColor(x, 20) == tokens()["line"]
    assert image.pixelColor(50, 20) == tokens()["surface"]
