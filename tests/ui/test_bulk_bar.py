"""One change for several rows is one change, undone as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from r57desk.ui.bulk_bar import BulkBar
from r57desk.ui.parts import Button, Link
from r57desk.ui.popup_editor import PopupEditor


@pytest.fixture
def bar(session, task_of, qtbot):
    made = BulkBar(session)
    qtbot.addWidget(made)
    made.resize(1290, 36)
    made.show()
    session.select([task_of(stt).id for stt in ("4", "10", "11")])
    made.show_count(3)
    return made


def test_it_counts(bar):
    assert bar._count.text() == "Đã chọn 3 nhiệm vụ"


def test_progress_for_all_is_one_change(bar, session, task_of):
    bar.open_editor("progress")
    editor = bar.findChild(PopupEditor).editor
    editor._group.button(2).setChecked(True)
    editor.keep()
    assert [task_of(stt).progress for stt in ("4", "10", "11")] == ["trinh_duyet"] * 3
    assert task_of("4").percent == 25  # nothing else was touched
    session.undo()
    assert [task_of(stt).progress for stt in ("4", "10", "11")] == ["dang_thuc_hien", "chua_thuc_hien", "tam_dung"]


def test_an_empty_value_writes_nothing(bar, session, qtbot):
    bar.open_editor("leader")
    with qtbot.assertNotEmitted(session.changed):
        bar.findChild(PopupEditor).editor.keep()


def test_a_common_result(bar, task_of):
    bar.open_editor("result_now")
    editor = bar.findChild(PopupEditor).editor
    editor._input.setPlainText("Đã họp ngày 20/9")
    editor.keep()
    assert {task_of(stt).result_now for stt in ("4", "10", "11")} == {"Đã họp ngày 20/9"}


def test_buttons_ask_the_window(bar, qtbot):
    buttons = {button.text(): button for button in bar.findChildren(Button)}
    for text, signal in (
        ("In phiếu", bar.print_asked),
        ("Sao chép kèm tiêu đề", bar.copy_asked),
        ("Xoá", bar.delete_asked),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(buttons[text], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.unselect_asked):
        qtbot.mouseClick(bar.findChild(Link), Qt.MouseButton.LeftButton)


def test_it_fits_the_narrow_window_in_both_languages(session, qtbot, qapp):
    from r57desk.ui.translation import install_language

    for language in ("vi", "en"):
        install_language(qapp, language)
        bar = BulkBar(session)
        qtbot.addWidget(bar)
        bar.show_count(140)
        assert bar.minimumSizeHint().width() <= 1017
    install_language(qapp, "vi")
