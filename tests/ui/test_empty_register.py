"""A register without tasks offers three ways to begin."""

from __future__ import annotations

from r57desk.ui.empty_register import make_empty_register
from r57desk.ui.parts import Button, Link


def test_each_way_is_taken(session, qtbot):
    taken = []
    made = make_empty_register(*(lambda way=way: taken.append(way) for way in ("import", "create", "samples")))
    qtbot.addWidget(made)
    made.findChild(Button).click()
    for link in made.findChildren(Link):
        link.click()
    assert taken == ["import", "create", "samples"]
    assert made.focusProxy() is made.findChild(Button)
