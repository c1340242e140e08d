"""Editors in place: Enter keeps, Esc leaves, a value that cannot be read stays open, typing is never touched."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from r57desk.domain.deadline import parse_deadline
from r57desk.domain.fields import TASK_FIELDS
from r57desk.domain.task import Task
from r57desk.ui.editors import LineEditor, LongTextEditor, ProgressEditor, make_editor

TASK = Task(
    "x", title="Đề án 57", lead="Bộ Công an", deadline_text="6/2025", deadline=parse_deadline("6/2025"),
    progress="dang_thuc_hien", percent=Decimal(65), result_now="Đã trình\nlần 1",
)  # fmt: skip


@pytest.fixture
def edit(qtbot, session):
    """Opens the editor of a field and notes what it hands over."""

    def open_it(code, task=TASK):
        editor = make_editor(code, task, "vi")
        qtbot.addWidget(editor)
        editor.show()
        editor.answers = []
        editor.kept.connect(editor.answers.append)
        editor.left.connect(lambda: editor.answers.append("left"))
        return editor

    return open_it


def type_as_unikey(field, steps):
    """What Vietnamese keyboards send: backspaces, then letters; never a preedit."""
    for backspaces, letters in steps:
        for _ in range(backspaces):
            field.backspace()
        field.insert(letters)


@pytest.mark.parametrize("field", TASK_FIELDS, ids=lambda field: field.code)
def test_every_field_has_an_editor_named_like_it(edit, field):
    editor = edit(field.code)
    shown = "Tiến độ" if field.code == "percent" else field.label_vi
    assert editor.accessibleName() == shown


def test_enter_keeps_and_escape_leaves(edit, qtbot):
    for key, answer in ((Qt.Key.Key_Return, {"lead": "Bộ Y tế"}), (Qt.Key.Key_Escape, "left")):
        editor = edit("lead")
        editor._input.setText("  Bộ Y tế ")
        qtbot.keyClick(editor._input, key)
        assert editor.answers == [answer]


def test_an_editor_answers_once(edit):
    editor = edit("lead")
    editor.keep()
    editor.leave()
    editor.settle()
    assert editor.answers == [{"lead": "Bộ Công an"}]


def test_an_emptied_field_erases(edit):
    editor = edit("lead")
    editor._input.clear()
    editor.keep()
    assert editor.answers == [{"lead": None}]


def test_typing_like_unikey_arrives_whole(edit, qtbot):
    editor = edit("leader")
    type_as_unikey(editor._input, [(0, "Nguye"), (1, "ê"), (0, "n"), (2, "ễn"), (0, " Va"), (1, "ă"), (0, "n")])
    assert editor._input.text() == "Nguyễn Văn"
    editor.keep()
    assert editor.answers == [{"leader": "Nguyễn Văn"}]


def test_enter_belongs_to_the_input_method_while_it_composes(edit, qtbot):
    editor = edit("lead")
    QApplication.sendEvent(editor._input, QInputMethodEvent("ti", []))
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert editor.answers == []
    QApplication.sendEvent(editor._input, QInputMethodEvent())
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert editor.answers


def test_a_deadline_shows_how_it_is_read_and_keeps_what_was_typed(edit):
    editor = edit("deadline_text")
    assert editor._input.text() == "6/2025"
    editor._input.setText("quý 3/2025")
    assert "Quý III/2025" in editor._note.text()
    editor.keep()
    assert editor.answers == [{"deadline_text": "quý 3/2025"}]


def test_a_date_that_is_none_stays_open_and_says_why(edit, qtbot):
    editor = edit("done_date")
    editor._input.setText("31/2/2025")
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert editor.answers == []
    assert editor._note.text().startswith("Ngày không có trong lịch")
    editor._input.setText("28-2-2025")
    editor.keep()
    assert editor.answers == [{"done_date": "2025-02-28"}]


def test_going_elsewhere_keeps_a_good_value_and_leaves_a_bad_one(edit):
    good, bad = edit("done_date"), edit("done_date")
    good._input.setText("1/2/2025")
    bad._input.setText("mai")
    good.settle()
    bad.settle()
    assert good.answers == [{"done_date": "2025-02-01"}]
    assert bad.answers == ["left"]


def test_long_text_breaks_lines_with_alt_enter_and_grows(edit, qtbot):
    editor = edit("result_now")
    assert isinstance(editor, LongTextEditor)
    tall = editor._input.height()
    qtbot.keyClick(editor._input, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    editor._input.insertPlainText("lần 2\nlần 3")
    assert editor._input.height() > tall
    qtbot.keyClick(editor._input, Qt.Key.Key_Return)
    assert editor.answers == [{"result_now": "Đã trình\nlần 1\nlần 2\nlần 3"}]


def test_progress_hands_over_only_what_changed(edit):
    editor = edit("progress")
    assert isinstance(editor, ProgressEditor)
    editor.keep()
    assert editor.answers == [{}]
    editor = edit("progress")
    editor._group.button(2).setChecked(True)
    editor._percent.setText("80%")
    editor.keep()
    assert editor.answers == [{"progress": "trinh_duyet", "percent": "80"}]


def test_done_asks_date_and_evidence(edit):
    editor = edit("progress")
    assert editor._done.isHidden() or not editor._done.isVisible()
    editor._group.button(3).setChecked(True)
    assert editor._done.isVisible()
    editor._done.setText("20/9/2025")
    editor._evidence.setText("123/QĐ-UBND")
    editor.keep()
    assert editor.answers == [{"progress": "hoan_thanh", "done_date": "2025-09-20", "evidence": "123/QĐ-UBND"}]


def test_a_wrong_percent_is_refused(edit):
    editor = edit("progress")
    editor._percent.setText("165")
    editor.keep()
    assert editor.answers == []
    assert "từ 0 đến 100" in editor._note.text()


def test_a_line_opens_with_what_was_written(edit):
    task = Task("x", done_date=date(2025, 7, 8))
    assert edit("done_date", task)._input.text() == "08/07/2025"
    assert isinstance(edit("stt"), LineEditor)


def test_a_deadline_without_a_year_is_read_in_that_of_its_document(qtbot, session):
    editor = make_editor("deadline_text", TASK, "vi", year=2025)
    qtbot.addWidget(editor)
    editor._input.setText("30/6")
    assert editor._note.text().startswith("Hiểu là 30/06/2025")
    bare = make_editor("deadline_text", TASK, "vi")
    qtbot.addWidget(bare)
    bare._input.setText("30/6")
    assert "2025" not in bare._note.text()
