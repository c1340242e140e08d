"""A quiet remark."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from r57desk.ui.theme import tokens
from r57desk.ui.tinted import Tinted


def test_it_says_its_words_on_its_ground(qtbot, session):
    made = Tinted("info", "Số, ngày, chữ ký để trống.")
    qtbot.addWidget(made)
    made.resize(220, 60)
    assert "Số, ngày, chữ ký để trống." in [found.text() for found in made.findChildren(QLabel)]
    assert made.grab().toImage().pixelColor(210, 30) == tokens()["calm_bg"]
