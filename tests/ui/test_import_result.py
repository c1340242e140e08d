"""The last step of an import."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from r57desk.services.changes import Changes
from r57desk.services.importing import ImportResult
from r57desk.ui.import_lines import GroupLine, arrange, find_lines
from r57desk.ui.import_result import ResultPage
from r57desk.ui.import_words import state_sentence


@pytest.fixture
def page(qtbot, session):
    made = ResultPage()
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_says_what_was_written_and_what_was_not(page, session, plan, qtbot):
    found = find_lines(plan)
    left_out = {line.key for line in found["changed"] if line.field == "note"}
    result = session.desk.imports.apply(plan, left_out)
    page.show_result(result, plan, found, left_out)
    words = " | ".join(said.text() for said in page.findChildren(QLabel))
    assert page.title.text() == "Đã ghi 4 mục từ tra-ve.xlsx"
    for said in (
        "1 nhiệm vụ",
        "2 ô của 2 nhiệm vụ",
        "1 ô giữ cả hai giá trị, chờ chọn",
        "1 ô chưa ghi",
        "1 mục không được chọn",
    ):
        assert said in words
    with qtbot.waitSignal(page.undo_asked):
        page.undo.click()


def test_a_file_without_news_has_nothing_to_undo(page, plan):
    page.show_result(ImportResult(None, Changes("import")), plan, find_lines(plan), frozenset())
    assert page.title.text() == "Không có gì mới trong tra-ve.xlsx"
    assert not page.undo.isVisible()


def test_the_figures_are_those_of_the_preview(page, session, plan):
    found = find_lines(plan)
    preview = next(line for line in arrange(found, ("changed",)) if isinstance(line, GroupLine))
    page.show_result(session.desk.imports.apply(plan), plan, found, frozenset())
    words = [said.text() for said in page.findChildren(QLabel)]
    assert state_sentence("changed", preview.count, preview.tasks) in words


def test_what_is_to_be_decided_is_one_click_away(page, session, plan, qtbot):
    page.show_result(session.desk.imports.apply(plan), plan, find_lines(plan), frozenset())
    assert page.decide.isVisible()
    with qtbot.waitSignal(page.review_asked) as asked:
        page.decide.click()
    assert asked.args == ["differences"]
