"""The task view: orders, columns and density are chosen here and remembered."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from r57desk.services.tasks import SortKey
from r57desk.ui.columns import COLUMNS, DEFAULT
from r57desk.ui.painting import state_width
from r57desk.ui.task_view import TaskView, next_sort
from r57desk.ui.toggles import Tick


@pytest.fixture
def view(session, jobs, qtbot):
    made = TaskView(session, jobs)
    qtbot.addWidget(made)
    qtbot.addWidget(made.bar_end)
    made.resize(1290, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_heading_sorts_up_then_down_then_not():
    up = next_sort((), "lead", add=False)
    assert up == (SortKey("lead"),)
    down = next_sort(up, "lead", add=False)
    assert down == (SortKey("lead", True),)
    assert next_sort(down, "lead", add=False) == ()


def test_shift_adds_a_key_and_turns_it_in_its_place():
    two = next_sort((SortKey("due"),), "progress", add=True)
    assert two == (SortKey("due"), SortKey("progress"))
    assert next_sort(two, "due", add=True) == (SortKey("due", True), SortKey("progress"))
    assert next_sort(two, "lead", add=False) == (SortKey("lead"),)


def test_the_deadline_heading_sorts_by_date(view, session):
    view.grid.sort_asked.emit("deadline_text", False)
    assert session.sort == (SortKey("due"),)
    assert "Theo cột đã chọn" in view._order_button.text()
    session.set_sort((SortKey("due"), SortKey("progress", True)))
    assert "Theo thời hạn" in view._order_button.text()


@pytest.mark.parametrize("code", COLUMNS)
def test_every_column_can_be_sorted_by(view, session, code):
    view.grid.sort_asked.emit(code, False)
    assert view.model.task_count() == 8
    assert view.grid.tasks.heading_rows() == []
    view.grid.sort_asked.emit(code, False)
    assert session.sort[0].descending


def test_columns_are_remembered_and_can_be_reset(view, session, jobs, qtbot):
    view.set_columns(["stt", "title", "note", "lead"])
    again = TaskView(session, jobs)
    qtbot.addWidget(again)
    qtbot.addWidget(again.bar_end)
    assert again.chosen == ["stt", "title", "note", "lead"]
    again.reset_columns()
    assert again.chosen == list(DEFAULT)


def test_the_column_menu_ticks_what_is_shown(view):
    menu = view.open_columns()
    assert isinstance(menu, QMenu)
    ticks = {tick.text(): tick for tick in menu.findChildren(Tick)}
    assert ticks["Sản phẩm"].isChecked()
    assert not ticks["Ghi chú"].isChecked()
    assert "Nhiệm vụ" not in ticks
    ticks["Ghi chú"].setChecked(True)
    ticks["Sản phẩm"].setChecked(False)
    assert view.chosen[-1] == "note"
    assert "deliverable" not in view.grid.columns.in_order()
    menu.close()


def test_beside_the_panel_columns_give_way(view, session, qtbot):
    view.resize(900, 600)
    session.set_panel_open(True)
    assert view.grid.columns.in_order() == ["stt", "title", "lead", "deadline_text", "progress"]
    qtbot.waitUntil(lambda: view.grid.horizontalScrollBar().maximum() == 0)
    session.set_panel_open(False)
    assert "timeliness" in view.grid.columns.in_order()
    view.resize(1500, 600)
    view.fit()
    assert set(view.grid.columns.in_order()) == set(DEFAULT)


def test_a_dragged_width_is_kept(view, session, jobs, qtbot):
    view.grid.columns.dragged.emit("lead", 222)
    assert view.grid.columnWidth(COLUMNS.index("lead")) == 222
    again = TaskView(session, jobs)
    qtbot.addWidget(again)
    qtbot.addWidget(again.bar_end)
    assert again._widths == {"lead": 222}


def test_nothing_found_says_so_and_offers_to_clear(view, session):
    session.set_words("khongconhiemvunao")
    assert view._stack.currentWidget() is view._nothing
    session.clear_filters()
    assert view._stack.currentWidget() is view.grid


def test_the_session_knows_what_is_chosen(view, session):
    view.grid.selectAll()
    assert session.selected_count == 8
    assert len(session.selection) == 8
    view.clear_selection()
    assert session.selected_count <= 1


def test_it_follows_a_task_chosen_elsewhere(view, session, task_of):
    view.model.fold_all()
    session.select((task_of("5").id,), task_of("5").id)
    view.follow_current()
    assert view.grid.current_task().stt == "5"


def test_state_words_fit_in_both_languages(view, session):
    for language, longest in (("vi", "Quá hạn 888 ngày"), ("en", "Done 888 days late")):
        session.language = language
        view.fit()
        words = {"timeliness": state_width(longest, "check"), "progress": state_width("Awaiting approval", "check")}
        for code in ("timeliness", "progress") if language == "en" else ("timeliness",):
            assert view.grid.columnWidth(COLUMNS.index(code)) >= words[code] + 16


def test_a_narrow_window_keeps_the_order_button_alone(view):
    view.set_window_width(1093)
    assert view._columns_button.isHidden()
    assert not view._order_button.isHidden()
    view.set_window_width(1366)
    assert not view._columns_button.isHidden()
