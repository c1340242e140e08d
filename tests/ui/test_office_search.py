"""The search for an office: typing stays typing, the list is walked by arrows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from r57desk.ui.office_search import OfficeSearch, SuggestionModel, matched_parts
from r57desk.ui.office_suggestions import Suggestion

FOUND = (
    Suggestion("08.VP", "Văn phòng UBND tỉnh Tuyên Quang", "Tỉnh Tuyên Quang"),
    Suggestion("00004.VP", "Văn phòng HĐND và UBND phường Ba Đình", "Thành phố Hà Nội"),
)


@pytest.fixture
def search(qtbot, session):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    made = OfficeSearch(lambda typed: FOUND if typed.startswith("v") else (), "Tên cơ quan", window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    window.show()
    made.field.setFocus()
    yield made
    window.close()


def type_words(search, words):
    QTest.keyClicks(search.field, words)


def test_the_list_keeps_the_rules_of_item_models(session, qtmodeltester):
    model = SuggestionModel("khác")
    model.set_found(FOUND)
    qtmodeltester.check(model, force_py=True)
    assert [model.index(row).data() for row in range(3)] == [FOUND[0].name, FOUND[1].name, "khác"]


def test_typing_opens_the_list_and_is_left_as_typed(search, qtbot):
    type_words(search, "van phong")
    qtbot.waitUntil(search.list.isVisible)
    assert search.field.text() == "van phong"
    assert QApplication.focusWidget() is search.field


def test_arrows_choose_and_enter_takes(search, qtbot):
    type_words(search, "van")
    qtbot.waitUntil(search.list.isVisible)
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert chosen.args == [FOUND[1]]
    assert search.field.text() == FOUND[1].name
    assert not search.list.isVisible()


def test_enter_right_after_typing_does_not_wait(search, qtbot):
    type_words(search, "van")
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert chosen.args == [FOUND[0]]


def test_the_last_line_keeps_the_name_as_typed(search, qtbot):
    type_words(search, "trung tam")
    with qtbot.waitSignal(search.own_name_asked) as asked:
        QTest.keyClick(search.field, Qt.Key.Key_Return)
    assert asked.args == ["trung tam"]


def test_a_click_takes_a_line(search, qtbot):
    type_words(search, "van")
    qtbot.waitUntil(search.list.isVisible)
    spot = search.list.visualRect(search.model.index(1)).center()
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == [FOUND[1]]


def test_escape_closes_the_list_and_keeps_the_words(search, qtbot):
    type_words(search, "van")
    qtbot.waitUntil(search.list.isVisible)
    QTest.keyClick(search.field, Qt.Key.Key_Escape)
    assert not search.list.isVisible()
    assert search.field.text() == "van"


def test_unikey_pairs_of_backspace_and_letter_arrive_untouched(search):
    type_words(search, "vaw")
    for _ in range(2):
        QTest.keyClick(search.field, Qt.Key.Key_Backspace)
    search.field.insert("ă")
    search.field.insert("n")
    assert search.field.text() == "văn"


def test_composing_input_arrives_untouched(search):
    QApplication.sendEvent(search.field, QInputMethodEvent("vaê", []))
    done = QInputMethodEvent()
    done.setCommitString("việ")
    QApplication.sendEvent(search.field, done)
    assert search.field.text() == "việ"


def test_typing_on_forgets_what_was_taken(search, qtbot):
    search.choose(FOUND[0])
    assert search.picked is FOUND[0]
    type_words(search, "x")
    assert search.picked is None


def test_what_was_typed_stands_out_word_by_word():
    parts = matched_parts("Văn phòng HĐND và UBND", "van hd")
    assert parts == [("Văn", True), ("phòng", False), ("HĐND", True), ("và", False), ("UBND", False)]


def test_the_enter_that_takes_an_office_presses_no_button_of_the_dialog_around(qtbot):
    dialog = QDialog()
    column = QVBoxLayout(dialog)
    inner = OfficeSearch(lambda typed: FOUND, "Cơ quan", dialog)
    button = QPushButton("Gửi", dialog)
    button.setDefault(True)
    column.addWidget(inner)
    column.addWidget(button)
    qtbot.addWidget(dialog)
    dialog.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(True))
    type_words(inner, "van")
    with qtbot.waitSignal(inner.chosen):
        QTest.keyClick(inner.field, Qt.Key.Key_Return)
    assert pressed == []
    QTest.keyClick(inner.field, Qt.Key.Key_Return)
    assert pressed == [True]


def test_the_list_ends_where_the_dialog_does(search, qtbot):
    search.list.parentWidget().resize(400, 160)
    type_words(search, "van")
    qtbot.waitUntil(search.list.isVisible)
    assert search.list.geometry().bottom() <= 160
