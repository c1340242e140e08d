"""What was chosen in a page is not lost by leaving it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from r57desk.ui.left_page import LeftPage
from r57desk.ui.notices import UndoBar


class Page(QWidget):
    def __init__(self, words):
        super().__init__()
        self.words = words

    def undecided(self):
        return self.words


@pytest.fixture
def bar(qtbot, session):
    made = UndoBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def left(bar):
    opened = []
    made = LeftPage(lambda: bar, opened.append)
    made.opened = opened
    return made


def gone(qtbot, page):
    qtbot.waitUntil(lambda: not isValid(page))
    return True


def test_a_page_with_choices_can_be_opened_again(left, bar, qtbot):
    page = Page("Đã rời")
    qtbot.addWidget(page)
    left.leave(page)
    assert bar.words() == "Đã rời"
    bar._undo.click()
    assert left.opened == [page]


def test_a_page_with_nothing_to_lose_goes(left, bar, qtbot):
    page = Page("")
    left.leave(page)
    assert gone(qtbot, page)
    assert bar.isHidden()
    assert left.opened == []


def test_leaving_another_page_gives_the_first_up(left, qtbot):
    first, second = Page("một"), Page("hai")
    qtbot.addWidget(second)
    left.leave(first)
    left.leave(second)
    assert gone(qtbot, first)
    left.reopen()
    assert left.opened == [second]
