"""A popup stays on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from r57desk.ui.popup import Popup


@pytest.mark.parametrize("corner", ["topLeft", "topRight", "bottomLeft", "bottomRight"])
def test_it_opens_within_the_screen(session, qtbot, corner):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(100, 30)
    room = owner.screen().availableGeometry()
    place = owner.rect()
    getattr(place, f"move{corner[0].upper()}{corner[1:]}")(getattr(room, corner)())
    owner.move(place.topLeft())
    owner.show()
    popup = Popup(owner)
    label = QLabel("x")
    label.setFixedSize(280, 200)
    QVBoxLayout(popup).addWidget(label)
    popup.open_under(owner)
    assert room.contains(popup.geometry())
    popup.close()
