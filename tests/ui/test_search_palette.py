"""Searching the register: tasks, bodies and commands, by keyboard alone, with or without marks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from r57desk.ui.search_palette import SearchPalette


@pytest.fixture
def palette(session, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    done = []
    commands = [("Tạo nhiệm vụ mới", "Ctrl+N", "plus", lambda: done.append("new"))]
    made = SearchPalette(session, commands, window)
    made.done, made.window_kept = done, window
    made.tester = QAbstractItemModelTester(made.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.open_palette()
    return made


def texts(palette):
    return [hit.text for hit in palette.model.hits]


def search(palette, words):
    palette.input.setText(words)
    palette.refresh()


def test_nothing_typed_offers_commands(palette):
    assert texts(palette) == ["Lệnh · 1", "Tạo nhiệm vụ mới"]


def test_words_without_marks_find_the_task(palette):
    search(palette, "chinh phu so")
    assert texts(palette)[:2] == ["Nhiệm vụ · 1", "Xây dựng Chương trình phát triển Chính phủ số"]
    assert palette.model.hits[1].state.word == "Còn 6 ngày"


def test_a_body_opens_its_tasks(palette, session):
    search(palette, "cong an")
    row = texts(palette).index("Bộ Công an")
    assert palette.model.hits[row].right == "chủ trì 3 nhiệm vụ"
    palette._open(row)
    assert session.filters == {"lead": ("Bộ Công an",)}


def test_enter_opens_the_first_hit_even_before_the_pause_is_over(palette, task_of, qtbot):
    palette.input.setText("dữ liệu")
    with qtbot.waitSignal(palette.task_chosen) as chosen:
        qtbot.keyClick(palette.input, Qt.Key.Key_Return)
    assert chosen.args == [task_of("5").id]
    assert palette.isHidden()


def test_arrows_jump_over_headings(palette, qtbot):
    search(palette, "cong an")
    chosen = []
    for _ in range(3):
        chosen.append(palette.model.hits[palette.list.currentIndex().row()].text)
        qtbot.keyClick(palette.input, Qt.Key.Key_Down)
    assert all("·" not in text for text in chosen)
    assert len(set(chosen)) == 3


def test_ctrl_f_narrows_the_table(palette, session, qtbot):
    search(palette, "du lieu")
    qtbot.keyClick(palette.input, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert session.words == "du lieu"


def test_escape_closes_and_changes_nothing(palette, session, qtbot):
    search(palette, "du lieu")
    with qtbot.waitSignal(palette.closed):
        qtbot.keyClick(palette.input, Qt.Key.Key_Escape)
    assert not session.filtered()


def test_a_click_beside_the_box_closes(palette, qtbot):
    with qtbot.waitSignal(palette.closed):
        qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())


def test_a_command_is_done(palette):
    search(palette, "tao nhiem")
    palette._open(texts(palette).index("Tạo nhiệm vụ mới"))
    assert palette.done == ["new"]


def test_words_that_cannot_be_read_are_explained(palette):
    search(palette, "khongco:1")
    assert any("khongco" in text for text in texts(palette))


def test_it_can_be_painted_in_both_looks(palette, qapp):
    from r57desk.ui.theme import apply_look

    search(palette, "chinh phu")
    pictures = []
    for look in ("light", "dark"):
        apply_look(qapp, look)
        pictures.append(palette.grab().toImage())
    apply_look(qapp, "light")
    assert pictures[0] != pictures[1]
