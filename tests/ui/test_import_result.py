"""The last step of an import."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from r57desk.services.changes import Changes
from r57desk.services.importing import ImportResult
from r57desk.ui.import_result import ResultPage


@pytest.fixture
def page(qtbot, session):
    made = ResultPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_was_written_and_what_was_not(page, session, plan, qtbot):
    result = session.desk.imports.apply(plan)
    page.show_result(result, plan, 5, 2)
    words = " | ".join(found.text() for found in page.findChildren(QLabel))
    assert page.title.text() == "Đã ghi 5 mục từ tra-ve.xlsx"
    for said in (
        "1 nhiệm vụ",
        "3 ô của 3 nhiệm vụ",
        "1 ô giữ cả hai giá trị, chờ chọn",
        "1 ô chưa ghi",
        "2 mục không được chọn",
    ):
        assert said in words
    with qtbot.waitSignal(page.undo_asked):
        page.undo.click()


def test_a_file_without_news_has_nothing_to_undo(page, plan):
    page.show_result(ImportResult(None, Changes("import")), plan, 0, 0)
    assert page.title.text() == "Không có gì mới trong tra-ve.xlsx"
    assert not page.undo.isVisible()
