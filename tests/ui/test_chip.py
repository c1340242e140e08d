"""The chip of a filter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt

from r57desk.ui.chip import Chip


def test_a_chip_in_use_says_its_value_and_its_cross_drops_it(qtbot):
    chip = Chip("Chủ trì")
    qtbot.addWidget(chip)
    chip.set_value("Bộ Công an")
    chip.resize(chip.sizeHint())
    assert chip.text() == "Chủ trì: Bộ Công an"
    assert chip.in_use()
    with qtbot.waitSignal(chip.cleared), qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 12))
    with qtbot.waitSignal(chip.clicked), qtbot.assertNotEmitted(chip.cleared):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    chip.set_value("")
    assert chip.text() == "Chủ trì"
    assert not chip.in_use()
