"""Tick boxes and radio buttons act on a click anywhere on them, words too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap

from r57desk.ui.theme import apply_look, tokens
from r57desk.ui.toggles import Radio, Tick


def test_the_words_are_part_of_the_button(qtbot):
    for made in (Tick("Cơ quan phối hợp"), Radio("A4 ngang")):
        qtbot.addWidget(made)
        made.resize(made.sizeHint())
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(made.width() - 4, made.height() // 2))
        assert made.isChecked()


def test_a_target_is_at_least_24_high(qtbot):
    for made in (Tick("x"), Radio("x")):
        qtbot.addWidget(made)
        assert made.sizeHint().height() >= 24


def test_ticked_is_seen(qtbot, qapp):
    apply_look(qapp, "light")
    tick = Tick("")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    pictures = []
    for on in (False, True):
        tick.setChecked(on)
        canvas = QPixmap(tick.size())
        canvas.fill(tokens()["surface"])
        tick.render(canvas)
        pictures.append(canvas.toImage())
    assert pictures[0] != pictures[1]
    assert QColor(pictures[1].pixel(4, 7)).name() == tokens().hex("accent")
