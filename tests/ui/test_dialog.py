"""Dialogs fit the screen, scroll inside, and keep their buttons in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from r57desk.ui.dialog import NARROW, WIDE, Dialog, split_sentence
from r57desk.ui.parts import label


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_long_dialog_scrolls_and_shows_its_buttons(session, qtbot, width):
    dialog = Dialog("Khôi phục", width=width)
    qtbot.addWidget(dialog)
    for _ in range(80):
        dialog.body.addWidget(label("Một dòng chữ dài để phải xuống dòng " * 4, wrap=True))
    close = dialog.add_close("Đóng")
    dialog.show()
    room = dialog.screen().availableGeometry()
    assert dialog.width() == width
    assert dialog.height() <= room.height() - 40
    assert dialog.area.verticalScrollBar().maximum() > 0
    assert dialog.rect().contains(close.geometry().translated(close.parentWidget().pos()))


def test_a_short_dialog_is_as_high_as_its_words(session, qtbot):
    dialog = Dialog("x")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(label("Một dòng."))
    dialog.add_close("Đóng")
    dialog.show()
    assert dialog.height() < 120
    assert dialog.area.verticalScrollBar().maximum() == 0


def test_the_filled_button_stands_at_the_right_and_enter_presses_it(session, qtbot):
    dialog = Dialog("x")
    qtbot.addWidget(dialog)
    close, main = dialog.add_close("Huỷ"), dialog.add_main("Khôi phục")
    dialog.show()
    assert close.x() < main.x()
    assert main.isDefault()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_escape_closes(session, qtbot):
    dialog = Dialog("x")
    qtbot.addWidget(dialog)
    dialog.add_close("Huỷ")
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Không lưu được a.xlsx. Tệp đang mở.", ("Không lưu được a.xlsx.", "Tệp đang mở.")),
        ("Một câu", ("Một câu", "")),
        ("Đọc 1.234 dòng. “Sổ” giữ nguyên.", ("Đọc 1.234 dòng.", "“Sổ” giữ nguyên.")),
    ],
)
def test_the_first_sentence_stands_apart(text, parts):
    assert split_sentence(text) == parts


def test_it_grows_with_words_that_lie_deep_in_it(session, qtbot):
    dialog, words = Dialog("x"), label("Một dòng.", wrap=True)
    inner, outer = QWidget(), QWidget()
    QVBoxLayout(inner).addWidget(words)
    QVBoxLayout(outer).addWidget(inner)
    dialog.body.addWidget(outer)
    dialog.add_close("Đóng")
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.height()
    words.setText("Một dòng chữ dài để phải xuống dòng " * 6)
    dialog.fit()
    assert dialog.height() > before + 20
    assert dialog.area.verticalScrollBar().maximum() == 0
