"""The user's whole journey through the window, keyboard and all; then every step taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from r57desk.app import make_application
from r57desk.services.desk import Desk
from r57desk.store import projection
from r57desk.ui.columns import COLUMNS
from r57desk.ui.export_dialog import ExportDialog
from r57desk.ui.jobs import Jobs
from r57desk.ui.main_window import MainWindow
from r57desk.ui.session import Session

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qapp, qtbot, register, monkeypatch):
    monkeypatch.setenv("R57DESK_TODAY", "2025-09-24")
    make_application([])
    desk, jobs = Desk.open(register), Jobs()
    made = MainWindow(Session(desk), jobs)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    yield made
    jobs.close()
    desk.close()


def rows(window: MainWindow) -> bytes:
    return projection.dump(window.session.desk.reader)


def bring_in(window: MainWindow, qtbot, file: Path) -> None:
    page = window.open_import(file)
    qtbot.waitUntil(lambda: page.steps.step == "preview" and not page.jobs.running, timeout=20000)
    with qtbot.waitSignal(page.applied, timeout=20000):
        QTest.keyClick(page.main_button, Qt.Key.Key_Space)
    window.close_page()


def test_import_edit_in_three_views_undo_everything(window, qtbot, big_annex):
    states = [rows(window)]
    bring_in(window, qtbot, big_annex)
    states.append(rows(window))
    session = window.session

    # the table: F2, type, Enter
    view = window.shell.view()
    view.grid.setFocus()
    view.grid.choose_row(1, column=COLUMNS.index("lead"))
    QTest.keyClick(view.grid, Qt.Key.Key_F2)
    editor = view.grid.editor()
    assert editor is not None
    typed = editor.focusWidget() or editor.findChild(QLineEdit)
    typed.setText("Sở Tài chính")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    states.append(rows(window))
    (changed,) = [task for task in session.desk.tasks.find() if task.lead == "Sở Tài chính"]

    # the board: Ctrl+Shift+→
    window.show_view("board")
    column = window.shell.view().column("chua_thuc_hien")
    column.list.setFocus()
    column.list.setCurrentIndex(column.list.model().index(0, 0))
    QTest.keyClick(column.list, Qt.Key.Key_Right, BOTH)
    assert session.desk.tasks.count().by_progress["dang_thuc_hien"] == 1
    states.append(rows(window))

    # the calendar: a task due on a day moves by a day
    session.set_fields([changed.id], {"deadline_text": "15/9/2025"})
    states.append(rows(window))
    window.show_view("calendar")
    window.shell.view().move_task(changed.id, date(2025, 9, 16))
    assert session.desk.tasks.get(changed.id).deadline.due == date(2025, 9, 16)
    states.append(rows(window))

    # a new task, and one deleted
    assert session.create({"title": "Việc mới thêm"})
    states.append(rows(window))
    session.delete([changed.id])
    states.append(rows(window))
    assert len(set(states)) == len(states), "every step changed something"

    for state in reversed(states[:-1]):
        window.undo()
        assert rows(window) == state
    assert not session.desk.undo.can_undo()
    for state in states[1:]:
        window.redo()
        assert rows(window) == state
    assert session.desk.register.check().sound


def test_everything_an_official_does_in_ten_minutes(window, qtbot, big_annex, tmp_path):
    bring_in(window, qtbot, big_annex)
    session = window.session
    counts = session.desk.tasks.count(as_of=session.as_of)
    assert counts.overdue > 0
    session.set_words("so du lieu 1999")
    assert session.desk.tasks.count(session.query, session.as_of).shown == 1
    session.clear_filters()
    reply = tmp_path / "tra-loi.xlsx"
    window.choose_export()
    dialog = window.findChild(ExportDialog)
    dialog.path_field.setText(str(reply))
    with qtbot.waitSignal(dialog.exported, timeout=20000):
        dialog.write()
    dialog.reject()
    assert reply.exists()
    bring_in_nothing(window, qtbot, reply)


def bring_in_nothing(window: MainWindow, qtbot, file: Path) -> None:
    page = window.open_import(file)
    qtbot.waitUntil(lambda: page.steps.step in ("preview", "done") and not page.jobs.running, timeout=20000)
    assert page.model.ticked_count() == 0
    window.close_page()
