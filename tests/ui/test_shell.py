"""The shell: figures stay true, one view at a time, the panel beside it, keys go where they belong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from r57desk.ui.shell import Shell


@pytest.fixture
def shell(session, jobs, qtbot):
    made = Shell(session, jobs)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_view("tasks")
    qtbot.waitExposed(made)
    return made


def test_figures_follow_filters_edits_and_dates(shell, session, task_of):
    assert shell.status._shown.accessibleName() == "Hiển thị 8 / 8"
    assert shell.status.overdue.text() == "Quá hạn 1"
    session.set_filter("lead", ("Bộ Công an",))
    assert shell.status._shown.accessibleName() == "Hiển thị 3 / 8"
    assert shell.status.overdue.isHidden()
    session.clear_filters()
    session.set_fields((task_of("2").id,), {"progress": "hoan_thanh", "done_date": "2025-06-01"})
    assert shell.status.overdue.isHidden()
    assert shell.status._saved.text().startswith("Đã lưu")


def test_a_number_opens_its_list(shell, session):
    shell.status.overdue.click()
    assert [task.stt for task in session.desk.tasks.find(session.query, session.as_of)] == ["2"]


def test_the_panel_opens_follows_and_closes(shell, session, task_of):
    shell.open_panel(task_of("4").id)
    assert session.panel_open
    assert shell.panel.task.stt == "4"
    shell.view().grid.choose_row(1)
    assert shell.panel.task.stt == "1"
    shell.step(1)
    assert shell.panel.task.stt == "2"
    shell.close_nearest()
    assert not session.panel_open


def test_several_chosen_rows_bring_the_bulk_bar(shell, session):
    shell.view().grid.selectAll()
    assert shell._bars.currentWidget() is shell.bulk
    shell.clear_selection()
    assert shell._bars.currentWidget() is shell.filters


def test_views_share_the_query_and_are_kept(shell, session):
    table = shell.view()
    shell.show_view("board")
    assert shell.view() is not table
    assert not shell.filters.chip("lead").isHidden()
    session.set_filter("lead", ("Bộ Công an",))
    shell.show_view("tasks")
    assert shell.view() is table
    assert table.model.task_count() == 3


def test_an_empty_register_invites(shell, session):
    rows = [task.id for task in session.desk.tasks.find()]
    session.delete(rows)
    assert shell._content.currentWidget() is shell._empty
    assert shell._bars.isHidden()
    assert not shell.header.printing.isEnabled()
    session.undo()
    assert shell._content.currentWidget() is shell.view()


def test_a_page_lies_over_the_view_and_goes(shell):
    page = QWidget()
    shell.lay_page(page)
    assert page.isVisible()
    assert not shell.header.isVisible()
    shell.lift_page(page)
    assert shell.header.isVisible()


def test_f6_visits_every_pane(shell, session, task_of, qtbot):
    shell.open_panel(task_of("4").id)
    shell.activateWindow()
    shell.view().setFocus()
    visited = set()
    for _ in range(5):
        shell.focus_next_pane()
        focus = QApplication.focusWidget()
        for name in ("rail", "header", "filters", "panel"):
            if focus is not None and getattr(shell, name).isAncestorOf(focus):
                visited.add(name)
        if focus is not None and shell.view().isAncestorOf(focus):
            visited.add("view")
    assert visited == {"rail", "header", "filters", "view", "panel"}


def test_delete_is_for_rows_not_for_the_panel(shell, task_of):
    shell.open_panel(task_of("4").id)
    shell.view().grid.setFocus()
    assert shell.has_keyboard_in_view()
    shell.panel._fields["lead"].words.setFocus()
    assert not shell.has_keyboard_in_view()


def test_undo_says_what_it_would_take_back(shell, session, task_of):
    session.set_fields((task_of("4").id,), {"percent": "30"})
    assert shell.header.undo.toolTip() == "Hoàn tác: Tiến độ (%): 4 (Ctrl+Z)"
    session.undo()
    assert shell.header.redo.isEnabled()


@pytest.mark.parametrize("key", ["tasks", "board", "calendar"])
def test_each_view_can_be_shown_empty_and_full(shell, session, key):
    shell.show_view(key)
    session.set_words("khongcogi")
    session.clear_filters()
    assert shell.rail.items[key].isChecked()
    assert shell._content.currentWidget() is shell.view()


def test_the_keyboard_starts_in_the_content(shell, qtbot):
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    assert shell.view().grid.hasFocus()
    shell.show_view("board")
    assert shell.view().isAncestorOf(QApplication.focusWidget())
    shell.show_view("calendar")
    assert shell.view().grid.hasFocus()


def test_the_keyboard_starts_on_the_button_of_an_empty_register(qtbot, session, jobs):
    session.delete([task.id for task in session.desk.tasks.find()])
    made = Shell(session, jobs)
    qtbot.addWidget(made)
    made.show_view("tasks")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert QApplication.focusWidget().text() == "Nhập từ Excel…"


def cards(shell, code):
    return shell.view().column(code).list


def test_undo_shows_what_it_brought_back(shell, session, task_of, qtbot):
    shell.show_view("board")
    four = task_of("4")
    session.set_fields((four.id,), {"progress": "trinh_duyet"})
    cards(shell, "chua_thuc_hien").setCurrentIndex(cards(shell, "chua_thuc_hien").cards.index(0))
    session.undo()
    qtbot.waitUntil(lambda: session.current == four.id)
    assert [task.stt for task in cards(shell, "dang_thuc_hien").chosen()] == ["4"]
    assert not cards(shell, "chua_thuc_hien").chosen()
    assert not cards(shell, "trinh_duyet").chosen()
    shell.show_view("tasks")
    session.redo()
    shell.view().grid.choose_row(1)
    session.undo()
    qtbot.waitUntil(lambda: shell.view().grid.current_task().stt == "4")


def test_undo_turns_the_calendar_to_the_month_it_is_about(shell, session, task_of, qtbot):
    shell.show_view("calendar")
    two = task_of("2")
    session.set_fields((two.id,), {"deadline_text": "15/03/2026"})
    session.set_fields((two.id,), {"deadline_text": "16/09/2025"})
    session.undo()
    qtbot.waitUntil(lambda: shell.view().shown_month() == (2026, 3))
    assert shell.view().grid.current_task().stt == "2"


def test_a_task_that_undo_takes_away_is_not_looked_for(shell, session, qtbot):
    row_id = session.create({"title": "Việc thử"})
    session.undo()
    qtbot.wait(10)
    assert session.current != row_id
