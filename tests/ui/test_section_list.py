"""A narrow list of tasks under headings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from r57desk.domain.task import Task
from r57desk.ui.section_list import Heading, Section, SectionList, SectionModel
from r57desk.ui.state_words import State

CALM = State("Trong hạn", "", "calm", "trong_han")
SECTIONS = (
    Section("Chưa chốt hạn", [Task("A", stt="42", title="Đề án huy động hạ tầng")]),
    Section("Định kỳ", []),
    Section(
        "Thường xuyên", [Task("B", stt="2", title="Xây dựng chương trình"), Task("C", stt="3", title="Phong trào")]
    ),
)


@pytest.fixture
def listed(qtbot, session):
    made = SectionList(lambda task: f"đọc {task.stt}", lambda _: CALM)
    qtbot.addWidget(made)
    made.resize(252, 400)
    made.sections.set_sections(SECTIONS)
    made.show()
    return made


def test_it_keeps_the_rules_of_item_models(session, qtmodeltester):
    model = SectionModel(lambda task: task.title)
    model.set_sections(SECTIONS)
    qtmodeltester.check(model, force_py=True)


def test_sections_have_headings_with_counts_and_empty_ones_are_left_out(listed):
    model = listed.sections
    lines = [model.line(model.index(row)) for row in range(model.rowCount())]
    assert [line.id if isinstance(line, Task) else (line.title, line.count) for line in lines] == [
        ("Chưa chốt hạn", 1), "A", ("Thường xuyên", 2), "B", "C",
    ]  # fmt: skip
    assert isinstance(lines[0], Heading)
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Thường xuyên: 2"
    assert model.index(3).data(Qt.ItemDataRole.AccessibleTextRole) == "đọc 2"


def test_headings_cannot_be_chosen_and_keys_pass_them(listed, qtbot):
    listed.select_first()
    assert listed.current_task().id == "A"
    with qtbot.waitSignal(listed.task_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert chosen.args == ["B"]


def test_enter_and_a_double_click_open(listed, qtbot):
    listed.select_first()
    with qtbot.waitSignal(listed.task_opened) as opened:
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert opened.args == ["A"]
    with qtbot.waitSignal(listed.task_opened) as opened:
        listed.doubleClicked.emit(listed.sections.index(4))
    assert opened.args == ["C"]


def test_wide_it_puts_the_state_beside_the_title(listed):
    narrow = listed.sizeHintForRow(1)
    listed.resize(900, 400)
    assert listed.sizeHintForRow(1) < narrow


def test_lines_are_laid_out_anew_when_it_grows_wide(listed):
    listed.resize(900, 400)
    wide = listed.visualRect(listed.sections.index(1)).height()
    listed.resize(252, 400)
    assert listed.visualRect(listed.sections.index(1)).height() > wide


def test_it_paints_at_both_widths(listed):
    for width in (252, 900):
        listed.resize(width, 300)
        colours = {listed.grab().toImage().pixel(x, 45) for x in range(0, width, 3)}
        assert len(colours) > 1
