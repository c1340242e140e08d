"""The small parts: what they say, how high they are, and what a click on them means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from r57desk.ui.parts import Button, Field, Link, OneLine, Tag, icon_button, label, scroll_area
from r57desk.ui.theme import apply_look


def test_buttons_are_28_high_and_wide_enough(qtbot, qapp):
    apply_look(qapp, "light")
    button = Button("Nhập từ Excel…", "file-input")
    qtbot.addWidget(button)
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert button.sizeHint().height() == 28
    assert button.sizeHint().width() >= words + 16 + 20


def test_an_icon_button_has_a_name_and_its_key(qtbot):
    button = icon_button("undo-2", "Hoàn tác", "Ctrl+Z")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Hoàn tác"
    assert button.toolTip() == "Hoàn tác (Ctrl+Z)"


def test_a_link_acts_by_mouse_and_keyboard(qtbot):
    link = Link("Bỏ lọc")
    qtbot.addWidget(link)
    with qtbot.waitSignal(link.clicked):
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(link.clicked):
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert link.accessibleName() == "Bỏ lọc"


def test_a_tag_names_its_state(qtbot):
    tag = Tag("Quá hạn 86 ngày", "triangle-alert", "late")
    qtbot.addWidget(tag)
    wide = tag.sizeHint().width()
    tag.set_state("Đúng hạn", "check", "good")
    assert tag.accessibleName() == "Đúng hạn"
    assert tag.sizeHint().width() < wide


def test_words_are_never_taken_for_markup(qtbot):
    made = label("<b>57</b>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.text() == "<b>57</b>"


def test_one_line_gives_way_but_keeps_its_words(qtbot):
    line = OneLine()
    qtbot.addWidget(line)
    line.setText("Văn phòng Uỷ ban nhân dân tỉnh")
    assert line.minimumSizeHint().width() < line.sizeHint().width()
    assert line.toolTip() == line.text() == line.accessibleName()


def test_a_field_does_not_rewrite_what_is_typed(qtbot):
    field = Field("Tìm", "search")
    qtbot.addWidget(field)
    for shown in ("t", "ti", "tie", "tiê", "tiêng", "tiếng"):  # as Unikey does: backspaces and letters
        field.setText(shown)
        assert field.text() == shown
    assert field.validator() is None
    assert field.inputMask() == ""


def test_a_scroll_area_never_scrolls_sideways(qtbot):
    area = scroll_area(QWidget())
    qtbot.addWidget(area)
    assert area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_enter_presses_the_button_the_keyboard_is_on(qtbot):
    button = Button("Mở")
    qtbot.addWidget(button)
    button.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)
