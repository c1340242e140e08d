"""The window does what its parts ask for, by key, menu, mouse and drop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from r57desk.services.changes import Changes
from r57desk.ui.dragging import dropped_workbook
from r57desk.ui.keys import MENU
from r57desk.ui.main_window import MainWindow
from r57desk.ui.theme import apply_look
from r57desk.ui.translation import install_language


@pytest.fixture
def window(session, jobs, qtbot, qapp):
    made = MainWindow(session, jobs)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    install_language(qapp, "vi")
    apply_look(qapp, "light")


def drop_of(*urls):
    data = QMimeData()
    data.setUrls(list(urls))
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.data_kept = data
    return event


def test_it_opens_on_the_tasks(window):
    assert window.windowTitle() == "Văn phòng UBND tỉnh A – r57desk"
    assert window.shell.view_key == "tasks"


@pytest.mark.parametrize(
    ("key", "view"), [(Qt.Key.Key_2, "board"), (Qt.Key.Key_3, "calendar"), (Qt.Key.Key_1, "tasks")]
)
def test_ctrl_and_a_number_show_a_view(window, qtbot, key, view):
    window.show_second_view()
    qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.shell.view_key == view


def test_ctrl_k_searches_and_opens_what_is_chosen(window, session, qtbot, task_of):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window._palette
    palette.input.setText("du lieu")
    qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert window._palette is None
    assert session.panel_open
    assert window.shell.panel.task.stt == "5"
    assert window.shell.view().grid.current_task().stt == "5"


def test_deleting_shows_the_way_back(window, session, task_of, qtbot):
    session.select((task_of("4").id,), task_of("4").id)
    window.shell.view().follow_current()
    qtbot.keyClick(window.shell.view().grid, Qt.Key.Key_Delete)
    assert session.desk.tasks.count().total == 7
    bar = window.shell.undo_bar
    assert not bar.isHidden()
    assert bar.words() == "Xoá nhiệm vụ: 4"
    bar._undo.click()
    assert session.desk.tasks.count().total == 8


def test_undo_and_redo_by_key(window, session, task_of, qtbot):
    session.set_fields((task_of("4").id,), {"percent": "30"})
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, control)
    assert task_of("4").percent == 25
    assert window.shell.undo_bar.words().startswith("Đã hoàn tác")
    qtbot.keyClick(window, Qt.Key.Key_Y, control)
    assert task_of("4").percent == 30


def test_copying_the_chosen_rows(window, session, qtbot):
    window.shell.view().grid.choose_row(1)
    qtbot.keyClick(window.shell.view().grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("1\tXây dựng Chương trình")
    assert window.shell.undo_bar.words() == "Đã sao chép 1 nhiệm vụ."


def test_copying_a_value_of_the_panel(window, task_of):
    window.shell.open_panel(task_of("4").id)
    window.activateWindow()
    window.shell.panel._fields["lead"].words.setFocus()
    assert QApplication.focusWidget() is window.shell.panel._fields["lead"].words
    window.copy()
    assert QGuiApplication.clipboard().text() == "Bộ Công an"


def test_escape_closes_the_nearest_thing(window, session, task_of, qtbot):
    window.shell.open_panel(task_of("4").id)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not session.panel_open


def test_another_language_builds_the_window_again(window, session, qapp, qtbot):
    window.show_view("board")
    install_language(qapp, "en")
    session.language = "en"
    window.rebuild()
    assert window.shell.view_key == "board"
    assert window.shell.rail.items["tasks"].text() == "Tasks"
    assert window.shell.header.importing.text() == "Import from Excel…"


def test_the_panel_stays_open_when_the_window_is_built_again(window, session, task_of, qtbot):
    window.session.open_task(task_of("4").id)
    window.rebuild()
    qtbot.waitUntil(lambda: session.panel_open)
    assert window.shell.panel.isVisible()
    assert window.shell.panel.task.stt == "4"
    assert window.shell.panel.width() >= 320


def test_the_old_screens_hear_nothing_after_that(window, session, task_of, qtbot):
    window.shell.open_panel(task_of("4").id)
    window.show_view("calendar")
    window.show_view("board")
    window.rebuild()
    qtbot.wait(20)
    with qtbot.captureExceptions() as errors:
        session.set_fields((task_of("4").id,), {"percent": "31"})
        session.set_filter("lead", ("Bộ Công an",))
        session.set_as_of(task_of("5").done_date)
        session.select((task_of("4").id,), task_of("4").id)
        qtbot.wait(20)
    assert errors == []


def test_settings_change_the_look_and_stay_open(window, qtbot):
    window.open_settings()
    first = window._settings
    first.look["dark"].click()
    assert window._settings is not first
    assert window._settings.isVisible()
    window._settings.close()


def test_the_menu_holds_every_action(window, session):
    menu = window.menu()
    assert len([action for action in menu.actions() if not action.isSeparator()]) == len([m for m in MENU if m]) + 1
    undo = next(action for action in menu.actions() if action.text().startswith("Hoàn tác"))
    assert undo.isEnabled() == session.desk.undo.can_undo()


def test_only_a_workbook_can_be_dropped(tmp_path):
    book, text = tmp_path / "phu-luc.XLSX", tmp_path / "a.txt"
    assert dropped_workbook(drop_of(QUrl.fromLocalFile(str(book)))) == Path(book)
    assert dropped_workbook(drop_of(QUrl.fromLocalFile(str(text)))) is None
    assert dropped_workbook(drop_of(QUrl("https://example.org/a.xlsx"))) is None


def test_dropping_a_workbook_opens_its_preview_and_writes_nothing(window, session, tmp_path, qtbot):
    from r57desk.ui.import_view import ImportView

    book = tmp_path / "phu-luc.xlsx"
    book.write_bytes(b"not a workbook")
    opened = []
    window.open_import = opened.append
    window.dropEvent(drop_of(QUrl.fromLocalFile(str(book))))
    assert opened == [book]
    del window.open_import
    page = window.open_import()
    assert isinstance(page, ImportView)
    assert page.isVisible()
    page.closed.emit()
    assert window.shell.header.isVisible()
    assert session.desk.tasks.count().total == 8


def test_size_is_remembered(window, session, jobs, qtbot):
    window.resize(1200, 700)
    window.close()
    again = MainWindow(session, jobs)
    qtbot.addWidget(again)
    assert again.height() == 700  # the width is kept within the screen, here a small one


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614), (1024, 600)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_is_wider_than_the_window(window, session, qapp, qtbot, task_of, size, language):
    install_language(qapp, language)
    session.language = language
    window.rebuild()
    window.resize(*size)
    for view in ("tasks", "board", "calendar"):
        window.show_view(view)
        window.shell.open_panel(task_of("4").id)
        qtbot.wait(10)
        assert window.size().toTuple() == size
        assert window.shell.minimumSizeHint().width() <= size[0], view


def test_leaving_the_search_gives_the_keyboard_back(window, qtbot):
    grid = window.shell.view().grid
    grid.setFocus()
    window.open_search()
    qtbot.keyClick(window._palette.input, Qt.Key.Key_Escape)
    assert window._palette is None
    assert QApplication.focusWidget() is grid


def test_an_import_left_with_choices_can_be_gone_on_with(window, returned, qtbot):
    page = window.open_import(returned)
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=15000)
    page.model.tick_all(False)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert window._page is None
    assert "tra-ve.xlsx" in window.shell.undo_bar.words()
    window.shell.undo_bar._undo.click()
    assert window._page is page
    assert page.isVisible()
    assert page.model.ticked_count() == 0


def test_from_an_import_to_what_it_left_to_decide(window, returned, qtbot):
    page = window.open_import(returned)
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=15000)
    with qtbot.waitSignal(page.applied, timeout=15000):
        page.main_button.click()
    page.result_page.decide.click()
    assert window.shell.view_key == "exchange"
    assert [line.section for line in window._page.list.selected()] == ["differences"]


def test_one_button_is_filled_in_the_exchange(window, session, request):
    window.show_view("exchange")
    assert window.shell.header.exporting.variant == "plain"
    window.show_view("tasks")
    assert window.shell.header.exporting.variant == "plain"
    request.getfixturevalue("other")
    session.announce(Changes("options", everything=True))
    window.show_view("exchange")
    assert window.shell.header.exporting.variant == "filled"
