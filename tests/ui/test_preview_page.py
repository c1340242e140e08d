"""The preview as a page: lines, questions, and the words where there is no line."""

from __future__ import annotations

import pytest

from r57desk.errors import DeskError
from r57desk.ui.preview_page import PreviewPage


@pytest.fixture
def page(qtbot, session):
    made = PreviewPage(session)
    qtbot.addWidget(made)
    made.resize(1290, 600)
    made.show()
    return made


def test_a_plan_fills_lines_and_figures(page, plan):
    page.show_plan(plan)
    assert page.table.isVisible()
    assert page.side.buttons["new"].count == 1
    page.side.choose("missing")
    assert page.model.rowCount() == 1 + len(plan.missing)


def test_what_was_unticked_stays_so_when_the_file_is_compared_again(page, plan, session):
    page.show_plan(plan)
    page.model.tick_all(False)
    left = page.model.left_out()
    assert left
    page.show_plan(session.desk.imports.plan(plan.reading))
    assert page.model.left_out() == left
    page.forget()
    page.show_plan(plan)
    assert not page.model.left_out()


def test_a_file_that_cannot_be_compared_says_why_there_is_nothing(page, plan, qtbot):
    page.show_plan(plan)
    page.show_refused(DeskError("packet_for_other", office="Sở Y tế", sender="Sở Tài chính"))
    assert page.nothing.isVisible()
    assert page.nothing.text() == "Chưa so được với sổ: cần nêu cơ quan gửi tệp."
    with qtbot.waitSignal(page.sender_asked):
        page.questions.bars[0].buttons[0].click()
