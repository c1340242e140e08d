"""The panel: everything about one task, kept true while things change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.detail_panel import DetailPanel
from r57desk.ui.parts import Tag
from r57desk.ui.popup_editor import PopupEditor


@pytest.fixture
def panel(session, task_of, qtbot):
    made = DetailPanel(session)
    qtbot.addWidget(made)
    made.resize(388, 600)
    made.show()
    made.show_task(task_of("2"))
    return made


def words(panel, code):
    return panel._fields[code].words.text


def test_it_shows_the_task(panel):
    assert panel._heading.text() == "Nhiệm vụ 2"
    assert panel._place.text() == "Nhóm I · 03/NQ-CP"
    assert words(panel, "title") == "Xây dựng kế hoạch tuyên truyền"
    assert panel._state.word == "Quá hạn 86 ngày"
    assert panel._progress.text() == "Đang thực hiện · 65%"
    assert words(panel, "deadline_text") == "6/2025"
    assert "hết ngày 30/06/2025" in panel._line.accessibleName()


def test_what_is_missing_is_named(panel):
    tags = [panel._clear.itemAt(place).widget().word for place in range(panel._clear.count())]
    assert panel._clear_count.text() == "3/6"
    assert {"Thiếu rõ trách nhiệm", "Thiếu rõ sản phẩm", "Thiếu rõ thẩm quyền"} <= set(tags)
    assert all(isinstance(panel._clear.itemAt(place).widget(), Tag) for place in range(panel._clear.count()))


def test_a_change_elsewhere_is_seen_at_once(panel, session, task_of):
    session.set_fields((task_of("2").id,), {"progress": "hoan_thanh", "done_date": "2025-06-20"})
    assert panel._progress.text() == "Hoàn thành · 65%"
    assert panel._state.word == "Đúng hạn"


def test_another_date_changes_the_state(panel, session):
    from datetime import date

    session.set_as_of(date(2025, 6, 29))
    assert panel._state.word == "Còn 1 ngày"


def test_progress_is_chosen_under_its_button(panel, task_of, qtbot):
    panel.open_progress()
    popup = panel.findChild(PopupEditor)
    popup.editor._group.button(2).setChecked(True)
    popup.editor.keep()
    assert task_of("2").progress == "trinh_duyet"
    assert panel._progress.progress == "trinh_duyet"


def test_history_comes_a_moment_later_and_restores(panel, session, task_of, qtbot):
    session.set_fields((task_of("2").id,), {"lead": "Bộ Y tế"})
    qtbot.waitUntil(lambda: panel._history._column.count() == 2)
    panel._history.restore_asked.emit("lead", "Bộ Nội vụ")
    assert task_of("2").lead == "Bộ Nội vụ"


def test_it_closes_when_its_task_is_gone(panel, session, task_of, qtbot):
    with qtbot.waitSignal(panel.closed):
        session.delete((task_of("2").id,))
    assert panel.task is None


def test_its_buttons_ask_the_window(panel, qtbot):
    for name, signal, args in (
        ("Nhiệm vụ trước", panel.step_asked, [-1]),
        ("Nhiệm vụ sau", panel.step_asked, [1]),
        ("In phiếu nhiệm vụ", panel.print_asked, [panel.task.id]),
        ("Đóng khung chi tiết", panel.closed, []),
    ):
        button = next(one for one in panel.findChildren(type(panel._progress)) if one.accessibleName() == name)
        with qtbot.waitSignal(signal) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == args


def test_a_narrow_panel_names_the_document_alone(panel):
    panel.resize(344, 600)
    assert panel._place.text() == "03/NQ-CP"


def test_differences_and_requests_are_announced(panel, task_of):
    from dataclasses import replace

    panel.show_task(replace(task_of("2"), conflicts=("progress",), requests=("deadline_text",)))
    assert panel._asked.count() == 2


def test_nothing_can_be_written_read_only(session, task_of, qtbot):
    session.read_only = True
    panel = DetailPanel(session)
    qtbot.addWidget(panel)
    panel.show_task(task_of("2"))
    panel._fields["lead"].open_editor()
    assert panel._fields["lead"].editor() is None
    assert not panel._progress.isEnabled()
