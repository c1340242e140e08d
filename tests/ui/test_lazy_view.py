"""A view that reads when it is looked at."""

from __future__ import annotations

import pytest

from r57desk.ui.board_view import BoardView
from r57desk.ui.calendar_view import CalendarView
from r57desk.ui.lazy_view import LazyView


class Counting(LazyView):
    """Notes what it was asked for."""

    def __init__(self, session):
        super().__init__(session)
        self.reloads, self.sizes = 0, []

    def reload(self):
        self.reloads += 1

    def fit(self, *, narrow):
        self.sizes.append(narrow)


@pytest.fixture
def view(qtbot, session):
    made = Counting(session)
    qtbot.addWidget(made)
    return made


def test_it_reads_once_shown_and_again_when_something_changed(view, session, task_of):
    session.set_words("luat")
    session.set_fields((task_of("4").id,), {"note": "a"})
    assert view.reloads == 0
    view.show()
    assert view.reloads == 1
    session.clear_filters()
    assert view.reloads == 2
    view.hide()
    session.set_fields((task_of("4").id,), {"note": "b"})
    assert view.reloads == 2
    view.show()
    assert view.reloads == 3
    view.hide()
    view.show()
    assert view.reloads == 3


def test_it_is_told_whether_the_window_is_narrow(view):
    view.resize(1366, 700)
    view.show()
    view.resize(1093, 600)
    assert view.sizes[-1] is True
    assert False in view.sizes


@pytest.mark.parametrize("kind", [BoardView, CalendarView])
def test_the_board_and_the_calendar_are_such_views(kind):
    assert issubclass(kind, LazyView)
