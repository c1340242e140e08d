"""A large radio button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from r57desk.ui.choice_card import ChoiceCard


@pytest.fixture
def cards(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    made = ChoiceCard("Sổ trống", "Nhập phụ lục từ Excel."), ChoiceCard("Dữ liệu mẫu", "Có đánh dấu “mẫu”.")
    for card in made:
        row.addWidget(card)
    made[0].setChecked(True)
    window.show()
    yield made
    window.close()


def test_a_click_anywhere_chooses_it_and_leaves_the_other(cards):
    QTest.mouseClick(cards[1], Qt.MouseButton.LeftButton, pos=cards[1].rect().bottomRight() / 2)
    assert (cards[0].isChecked(), cards[1].isChecked()) == (False, True)


def test_space_chooses_it_and_its_sentence_is_read_aloud(cards):
    QTest.keyClick(cards[1], Qt.Key.Key_Space)
    assert cards[1].isChecked()
    assert cards[1].accessibleDescription() == "Có đánh dấu “mẫu”."
