"""The two languages of the window, and Qt's own buttons in Vietnamese."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit

from r57desk.ui.translation import install_language, language_now


@pytest.fixture(autouse=True)
def _vietnamese_again(qapp):
    yield
    install_language(qapp, "vi")


def test_vietnamese_is_the_source_and_english_a_file(qapp):
    install_language(qapp, "vi")
    assert QCoreApplication.translate("views", "Nhiệm vụ") == "Nhiệm vụ"
    install_language(qapp, "en")
    assert QCoreApplication.translate("views", "Nhiệm vụ") == "Tasks"
    assert language_now() == "en"


def test_english_counts_one_and_many(qapp):
    install_language(qapp, "en")
    counted = [QCoreApplication.translate("TaskTableModel", "%Ln nhiệm vụ", "", n) for n in (1, 6200)]
    assert counted == ["1 task", "6,200 tasks"]
    install_language(qapp, "vi")
    assert QCoreApplication.translate("TaskTableModel", "%Ln nhiệm vụ", "", 6200) == "6.200 nhiệm vụ"


def test_qts_own_buttons_speak_vietnamese(qapp, qtbot):
    install_language(qapp, "vi")
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Close | kinds.Retry | kinds.Discard)
    qtbot.addWidget(box)
    texts = {button.text().replace("&", "") for button in box.buttons()}
    assert texts == {"Đồng ý", "Huỷ", "Lưu", "Đóng", "Thử lại", "Không lưu"}


def test_the_menu_of_a_text_field_speaks_vietnamese(qapp, qtbot):
    install_language(qapp, "vi")
    field = QLineEdit("x")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    texts = {action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()}
    assert {"Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xoá", "Chọn tất cả"} <= texts


def test_numbers_follow_the_language(qapp):
    install_language(qapp, "vi")
    assert QLocale().toString(6200) == "6.200"
