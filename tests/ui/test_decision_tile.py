"""A tile leads to its list as long as there is one."""

from __future__ import annotations

import pytest

from r57desk.ui.decision_tile import DecisionTile
from r57desk.ui.theme import tokens


@pytest.fixture
def tile(session, qtbot):
    made = DecisionTile("Thiếu gói", "Soạn văn bản nhắc", "soon")
    qtbot.addWidget(made)
    made.show()
    return made


def colour(tile):
    return tile.number.palette().color(tile.number.foregroundRole()).name()


def test_a_figure_has_its_colour_and_its_button(tile, qtbot):
    tile.show_number(1200, "gói số 07 của Sở Nội vụ")
    assert tile.number.text() == "1.200"
    assert colour(tile) == tokens().hex("soon")
    with qtbot.waitSignal(tile.asked):
        tile.button.click()
    assert tile.accessibleName() == "Thiếu gói: 1.200, gói số 07 của Sở Nội vụ"


def test_nothing_to_do_has_neither(tile):
    tile.show_number(0, "không thiếu gói nào")
    assert not tile.button.isVisible()
    assert colour(tile) == tokens().hex("text3")
